package org.guixue.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The ONE clock of the house: trail, papers, registers and certificates are dated by it. It is the machine's clock, in a demo
 * home shifted to the day that was asked for, and it never stands before the last event that it was told of: where the
 * machine's clock was put back it stands still for the few minutes of {@link #TOLERANCE}; further back it goes on from the
 * last event, and {@link #behind} says so to whoever must not date anything then. Safe for many threads.
 */
public final class HouseClock extends Clock {
    /** A machine's clock may be corrected by so much in silence. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Clock machine;
    private final LongSupplier nanos;
    private final AtomicReference<Floor> floor;
    private volatile Duration shift = Duration.ZERO;

    private record Floor(Instant last, long sinceNanos) {}

    /**
     * The machine's clock stands before the last event.
     *
     * @param now what it says, shifted as this home is
     */
    public record Behind(Instant now, Instant last) {}

    public HouseClock(Clock machine) {
        this(machine, System::nanoTime);
    }

    HouseClock(Clock machine, LongSupplier nanos) {
        this(machine, nanos, new AtomicReference<>(new Floor(Instant.MIN, 0)));
    }

    private HouseClock(Clock machine, LongSupplier nanos, AtomicReference<Floor> floor) {
        this.machine = machine;
        this.nanos = nanos;
        this.floor = floor;
    }

    /** From now on it goes so much before or after the machine's. */
    public void shift(Duration by) {
        shift = by;
    }

    public Duration shift() {
        return shift;
    }

    /** Something happened then: it never says an earlier time again. */
    public void notBefore(Instant event) {
        floor.accumulateAndGet(
                new Floor(event, nanos.getAsLong()),
                (known, told) -> told.last().isAfter(known.last()) ? told : known);
    }

    /** Says so where the machine's clock stands before the last event by more than {@link #TOLERANCE}. */
    public Optional<Behind> behind() {
        Instant now = shifted();
        Instant last = floor.get().last();
        return isFarBefore(now, last) ? Optional.of(new Behind(now, last)) : Optional.empty();
    }

    /** Whether a time lies before another by more than {@link #TOLERANCE}. */
    public static boolean isFarBefore(Instant time, Instant other) {
        return other.isAfter(Instant.MIN.plus(TOLERANCE)) && time.isBefore(other.minus(TOLERANCE));
    }

    /** What the machine says, in this home's days, whatever has happened. */
    public Instant shifted() {
        return machine.instant().plus(shift);
    }

    @Override
    public Instant instant() {
        Instant now = shifted();
        Floor known = floor.get();
        if (!now.isBefore(known.last())) {
            return now;
        }
        return isFarBefore(now, known.last())
                ? known.last().plusNanos(nanos.getAsLong() - known.sinceNanos())
                : known.last();
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    /** The same moment elsewhere, as it stands now: a later shift is not followed. */
    @Override
    public Clock withZone(ZoneId zone) {
        HouseClock there = new HouseClock(machine.withZone(zone), nanos, floor);
        there.shift = shift;
        return there;
    }
}
