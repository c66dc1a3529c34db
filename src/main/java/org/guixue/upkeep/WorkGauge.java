package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guixue.upkeep.UnfinishedWork.Waiting;

/** What the house has to do by itself: papers that wait for their seal, and jobs that stand still or failed. */
@ApplicationScoped
public class WorkGauge implements Gauge {
    static final Duration SEALED_SOON = Duration.ofMinutes(5);
    static final Duration SEALED_LATE = Duration.ofHours(1);
    static final Duration AT_REST = Duration.ofMinutes(30);

    private static final Duration LATELY = Duration.ofDays(7);
    private static final String LOOK = "请查看日志（log/server.log），排除故障后会自动继续；重新启动也会接着办。";

    private final UnfinishedWork work;
    private final Clock clock;

    @Inject
    public WorkGauge(UnfinishedWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sealing";
    }

    @Override
    public List<Signal> read() {
        Instant now = clock.instant();
        Instant rest = now.minus(AT_REST);
        Instant lately = now.minus(LATELY);
        return List.of(
                sealing(now),
                job(
                        "jobs.batches",
                        "批量签发",
                        work.batchesAtRestSince(rest),
                        work.failedSince(lately),
                        "份没有签发成功",
                        "请经办人打开“批量”，按所列原因更正后重试。",
                        "/batches"),
                job(
                        "jobs.imports",
                        "名册导入",
                        work.importsAtRestSince(rest),
                        work.importsFailedSince(lately),
                        "次没有导入成功",
                        "没有写入任何数据，请经办人重新导入；再次失败请查看日志。",
                        "/students/import"),
                job("jobs.comparisons", "名单比对", work.comparisonsAtRestSince(rest), NOTHING, "", "", "/reconciliations"),
                job("jobs.scans", "扫描识别", work.pilesAtRestSince(rest), NOTHING, "", "", "/scans"));
    }

    private static final Waiting NOTHING = new Waiting(0, java.util.Optional.empty());

    private Signal sealing(Instant now) {
        Waiting reserved = work.reserved();
        Duration longest =
                reserved.oldest().map(oldest -> Duration.between(oldest, now)).orElse(Duration.ZERO);
        Urgency urgency = longest.compareTo(SEALED_LATE) > 0
                ? Urgency.ACT
                : longest.compareTo(SEALED_SOON) > 0 ? Urgency.WATCH : Urgency.FINE;
        Signal signal = Signal.of(
                "sealing",
                urgency,
                "等待用印的文书",
                reserved.count() == 0 ? "没有积压" : "%d份已编号、还没有用印".formatted(reserved.count()),
                urgency == Urgency.FINE ? "" : "系统会自动重试，文号不会丢。请检查磁盘、印章密钥和日志。");
        return (urgency == Urgency.FINE ? signal : signal.at("/admin/seals"))
                .since(reserved.oldest())
                .with("waiting", reserved.count())
                .with("oldestSeconds", longest.toSeconds());
    }

    private static Signal job(
            String name, String title, Waiting resting, Waiting failed, String failedWords, String todo, String page) {
        Signal signal;
        if (resting.count() > 0) {
            signal = Signal.of(name, Urgency.ACT, title, "%d项停了半小时以上".formatted(resting.count()), LOOK)
                    .since(resting.oldest())
                    .at(page);
        } else if (failed.count() > 0) {
            signal = Signal.of(name, Urgency.WATCH, title, "近7天%d%s".formatted(failed.count(), failedWords), todo)
                    .since(failed.oldest())
                    .at(page);
        } else {
            signal = Signal.fine(name, title, "没有停下或失败的");
        }
        return signal.with("stuck", resting.count()).with("failed", failed.count());
    }
}
