package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.archive.Archive;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.instrument.LookingThrough;

/** Whether the registers are what the database remembers, and when their heads were laid into the archive last. */
@ApplicationScoped
public class RegistersGauge implements Gauge {
    private static final int ANCHORED_DAYS = 2;

    private final Archive archive;
    private final SoundRegisters registers;
    private final LookingThrough lookingThrough;
    private final Clock clock;

    @Inject
    public RegistersGauge(Archive archive, SoundRegisters registers, LookingThrough lookingThrough, Clock clock) {
        this.archive = archive;
        this.registers = registers;
        this.lookingThrough = lookingThrough;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "registers";
    }

    @Override
    public List<Signal> read() {
        return List.of(registers(), heads());
    }

    private Signal registers() {
        List<String> alarms = new ArrayList<>(registers.alarms());
        LookingThrough.Progress progress = lookingThrough.progress();
        boolean sound = alarms.isEmpty() && progress.odd() == 0;
        String figure = "%d本登记簿".formatted(archive.registerHeads().size())
                + (progress.done() ? "，启动后已逐行看过" : "，启动后正在逐行查看（%d/%d行）".formatted(progress.lines(), progress.of()));
        Signal signal = sound
                ? Signal.fine("registers", "归档登记簿", figure + "，相符")
                : Signal.of("registers", Urgency.ACT, "归档登记簿", figure + "，有不符", "请先不要重新签发，查看日志中的ALARM，与备份核对后恢复并重新启动。");
        return signal.naming(alarms)
                .with("writing", !archive.stopped())
                .with("sound", registers.sound())
                .with("odd", progress.odd())
                .with("lookedThrough", progress.done());
    }

    private Signal heads() {
        Optional<LocalDate> last = archive.wholeness().headsWritten();
        LocalDate today = LocalDate.now(clock);
        boolean fresh = last.filter(day -> !day.isBefore(today.minusDays(ANCHORED_DAYS)))
                .isPresent();
        String figure = last.map(day -> "链首最近存入归档：" + day).orElse("链首还没有存入归档");
        Signal signal = fresh
                ? Signal.fine("heads", "链首存档", figure)
                : Signal.of("heads", Urgency.WATCH, "链首存档", figure, "链首每天自动存入一次；请查看日志，看磁盘是否写满、归档是否停止写入。");
        return signal.with("last", last.map(LocalDate::toString).orElse(""));
    }
}
