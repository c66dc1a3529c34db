package org.guixue.instrument;

import java.time.LocalDate;
import java.util.Optional;

/** Asked of whoever keeps the deliveries. */
@FunctionalInterface
public interface Receipts {
    /** The day on which the paper reached somebody for the first time; empty as long as it has not. */
    Optional<LocalDate> receivedOn(Instrument paper);
}
