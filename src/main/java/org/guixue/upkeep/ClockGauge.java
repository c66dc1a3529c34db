package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.guixue.store.HouseClock;

/** Whether the machine's clock stands before what has happened already. */
@ApplicationScoped
public class ClockGauge implements Gauge {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final HouseClock clock;

    @Inject
    public ClockGauge(HouseClock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Signal> read() {
        String now = MINUTE.format(ZonedDateTime.now(clock));
        Duration shift = clock.shift();
        Signal signal = clock.behind()
                .map(behind -> Signal.of(
                                "clock",
                                Urgency.ACT,
                                "时钟",
                                "服务器时钟早于最后一次记录的时间（%s），已暂停签发"
                                        .formatted(MINUTE.format(behind.last().atZone(clock.getZone()))),
                                "请在服务器上校准时钟，之后自动恢复：")
                        .typing("timedatectl set-ntp true"))
                .orElseGet(() -> Signal.fine(
                        "clock", "时钟", now + (shift.isZero() ? "" : "（演示日期，与服务器相差%d天）".formatted(shift.toDays()))));
        return List.of(signal.with("behind", clock.behind().isPresent()).with("shiftSeconds", shift.toSeconds()));
    }
}
