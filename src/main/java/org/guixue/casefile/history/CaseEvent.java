package org.guixue.casefile.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that happened in a case. Never changed and never deleted: what was wrong is corrected by an event of its own.
 *
 * @param on the day it happened
 * @param recordedAt when it was written down, perhaps later
 * @param office for which office
 * @param words what was said of it; empty where nothing was
 * @param late why it was recorded after its day (补录), empty where it was not
 */
public record CaseEvent(
        long id,
        EventKind kind,
        LocalDate on,
        Instant recordedAt,
        long office,
        String words,
        String late,
        Facts facts,
        List<Basis> basis) {
    public CaseEvent {
        basis = List.copyOf(basis);
    }

    /** What proves it: an instrument of ours or an evidence file. */
    public record Basis(Kind kind, long id) {
        /** What lies there. */
        public enum Kind {
            INSTRUMENT,
            EVIDENCE
        }
    }
}
