package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.store.HouseClock;

/** The last backup, and whether its copy was verified. A home without one is given two days. */
@ApplicationScoped
public class BackupGauge implements Gauge {
    private static final String NAME = "backup";
    private static final String TITLE = "备份";
    private static final Duration FRESH = Duration.ofDays(2);
    private static final Duration OLD = Duration.ofDays(8);

    private final HomeFiles files;
    private final Installations installations;
    private final HouseClock clock;

    @Inject
    public BackupGauge(HomeFiles files, Installations installations, HouseClock clock) {
        this.files = files;
        this.installations = installations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Signal> read() {
        try {
            Optional<BackupNote> last = files.backup().map(BackupNote::parse);
            return List.of(last.map(this::signal).orElseGet(this::none));
        } catch (IOException | IllegalArgumentException e) {
            return List.of(typed(Signal.of(NAME, Urgency.ACT, TITLE, "备份的结果读不出来（backup.json）", "请再备份一次：")));
        }
    }

    /** The machine's time: a demo home's own may be on another day. */
    private Instant now() {
        return clock.instant().minus(clock.shift());
    }

    private Signal none() {
        Optional<Installation> home = installations.find();
        boolean young = home.map(Installation::createdAt)
                .filter(begun -> clock.instant().isBefore(begun.plus(FRESH)))
                .isPresent();
        boolean demo = home.filter(Installation::demo).isPresent();
        return typed(Signal.of(NAME, young || demo ? Urgency.WATCH : Urgency.ACT, TITLE, "还没有备份过", "请在服务器上备份到另一块磁盘："));
    }

    private Signal signal(BackupNote note) {
        Duration age = Duration.between(note.ended(), now());
        String where = note.to().isEmpty() ? "" : "，存于" + note.to();
        Signal signal;
        if (!note.ok()) {
            signal = typed(Signal.of(
                    NAME,
                    Urgency.ACT,
                    TITLE,
                    "上次备份没有成功" + (note.message().isEmpty() ? "" : "：" + note.message()),
                    "请排除故障后再备份一次："));
        } else if (age.compareTo(OLD) > 0) {
            signal = typed(Signal.of(
                    NAME, Urgency.ACT, TITLE, "上次备份在%d天前%s".formatted(age.toDays(), where), "请现在备份，并设为每天自动备份："));
        } else if (age.compareTo(FRESH) > 0) {
            signal = typed(Signal.of(
                    NAME, Urgency.WATCH, TITLE, "上次备份在%d天前%s".formatted(age.toDays(), where), "请现在备份，并设为每天自动备份："));
        } else if (note.verified().isEmpty()) {
            signal = Signal.of(NAME, Urgency.WATCH, TITLE, "已备份%s，还没有核验".formatted(where), "请在服务器上核验这份备份：")
                    .typing("deploy/verify " + (note.to().isEmpty() ? "备份" : note.to()));
        } else {
            signal = Signal.fine(NAME, TITLE, "已备份并核验（%s）%s".formatted(DiskGauge.size(note.bytes()), where));
        }
        return signal.since(note.ended())
                .with("ended", note.ended())
                .with("ok", note.ok())
                .with("verified", note.verified().isPresent())
                .with("bytes", note.bytes());
    }

    private Signal typed(Signal signal) {
        return signal.typing("deploy/backup --home " + files.root() + " 备份文件夹");
    }
}
