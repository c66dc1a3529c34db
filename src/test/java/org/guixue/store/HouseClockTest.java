package org.guixue.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HouseClockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private Instant machine = NOON;
    private long nanos;
    private final HouseClock clock = new HouseClock(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return machine;
                }
            },
            () -> nanos);

    @Test
    void standsStillWhereTheMachineIsCorrectedByAFewMinutes() {
        clock.notBefore(NOON);
        machine = NOON.minusSeconds(120);
        assertEquals(NOON, clock.instant());
        assertTrue(clock.behind().isEmpty());
        machine = NOON.plusSeconds(1);
        assertEquals(machine, clock.instant());
    }

    @Test
    void goesOnFromTheLastEventWhereTheMachineGoesBackADayAndSaysSo() {
        clock.notBefore(NOON);
        machine = NOON.minus(Duration.ofDays(1));
        nanos += Duration.ofSeconds(3).toNanos();
        assertEquals(NOON.plusSeconds(3), clock.instant());
        assertEquals(Optional.of(new HouseClock.Behind(machine, NOON)), clock.behind());
        clock.notBefore(NOON.minusSeconds(500));
        assertEquals(NOON.plusSeconds(3), clock.instant(), "an earlier event changes nothing");
        machine = NOON.plusSeconds(60);
        assertTrue(clock.behind().isEmpty());
    }

    @Test
    void goesAsFarFromTheMachineAsItsHomeDoes() {
        clock.shift(Duration.ofDays(-80));
        assertEquals(NOON.minus(Duration.ofDays(80)), clock.instant());
        assertEquals(clock.instant(), clock.withZone(ZoneId.of("Asia/Shanghai")).instant());
    }
}
