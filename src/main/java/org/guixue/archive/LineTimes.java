package org.guixue.archive;

import java.time.Duration;
import java.time.Instant;

/** Whether the times of a register's lines go forward, but for the few minutes that a clock may be corrected by. */
final class LineTimes {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Instant latest = Instant.EPOCH;

    /** The next line: it may step back where it says that the clock was accepted. */
    boolean fit(RegisterLine line) {
        boolean accepted = line.event().facts().containsKey(AcceptedClock.FACT);
        boolean fits = accepted || !line.at().isBefore(latest.minus(TOLERANCE));
        latest = accepted || line.at().isAfter(latest) ? line.at() : latest;
        return fits;
    }
}
