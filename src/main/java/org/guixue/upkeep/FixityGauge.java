package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guixue.fixity.FixityFinding;
import org.guixue.fixity.FixityRound;
import org.guixue.fixity.FixityRounds;
import org.guixue.fixity.RereadingArchive;

/** What the slow rounds over archive and trail have found, and when each was whole last. */
@ApplicationScoped
public class FixityGauge implements Gauge {
    private static final int MOST_NAMED = 5;
    private static final Duration TRAIL_PROMISED = Duration.ofDays(7);

    private final FixityRounds rounds;
    private final Clock clock;

    @Inject
    public FixityGauge(FixityRounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fixity.archive";
    }

    @Override
    public List<Signal> read() {
        return List.of(
                signal(
                        "fixity.archive",
                        "归档文件查验",
                        FixityRound.ARCHIVE,
                        "个文件",
                        RereadingArchive.PROMISED,
                        "请从备份恢复所列文件（deploy/README.md“What to do when”）；恢复后十分钟内自动消除，也可点“现在查验”。"),
                signal(
                        "fixity.trail",
                        "审计链查验",
                        FixityRound.TRAIL,
                        "条记录",
                        TRAIL_PROMISED,
                        "请保留现场，把数据库与备份对照，查明谁动过数据库；查明前不要清理日志和备份。"));
    }

    private Signal signal(String name, String title, String of, String unit, Duration promised, String todo) {
        FixityRound round = rounds.kept(of);
        long open = rounds.countOpen(of);
        long unexplained = open == 0 ? 0 : rounds.countUnexplained(of);
        Signal signal;
        if (open > 0) {
            List<FixityFinding> some = rounds.open(of, MOST_NAMED);
            String explained =
                    unexplained == 0 ? "，都已说明原因" : unexplained < open ? "，其中%d处没有说明".formatted(unexplained) : "";
            signal = Signal.of(
                            name,
                            unexplained > 0 ? Urgency.ACT : Urgency.WATCH,
                            title,
                            "有%d处不符".formatted(open) + explained + progress(round, unit),
                            todo)
                    .at("/admin/status/findings")
                    .since(some.stream().findFirst().map(FixityFinding::foundAt))
                    .naming(some.stream().map(FindingWords::of).toList());
        } else if (late(round, promised)) {
            signal = Signal.of(
                    name,
                    Urgency.WATCH,
                    title,
                    "%d天内没有查完一遍".formatted(promised.toDays()) + progress(round, unit),
                    "请保持系统运行，查验会自动继续；长期查不完时请检查磁盘速度。");
        } else {
            signal = Signal.fine(
                    name,
                    title,
                    round.lastEndedAt()
                                    .map(ended -> "上一遍查了%d%s，全部相符".formatted(round.lastUnits(), unit))
                                    .orElse("第一遍查验还没有结束")
                            + progress(round, unit));
        }
        Optional<Instant> since = signal.since().or(round::lastEndedAt);
        return signal.since(since)
                .with("open", open)
                .with("unexplained", unexplained)
                .with(
                        "lastEnded",
                        round.lastEndedAt().<Object>map(ended -> ended).orElse(""))
                .with("lastRead", round.lastUnits())
                .with("lastBytes", round.lastBytes())
                .with("running", round.beganAt().isPresent());
    }

    private static String progress(FixityRound round, String unit) {
        return round.beganAt()
                .map(began -> "；新一遍正在进行，已查%d%s".formatted(round.units(), unit))
                .orElse("");
    }

    private boolean late(FixityRound round, Duration promised) {
        Optional<Instant> from = round.lastBeganAt().or(round::beganAt);
        return from.filter(began -> clock.instant().isAfter(began.plus(promised)))
                .isPresent();
    }
}
