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

    /** Something that is said to have happened and is not recorded yet. */
    public static CaseEvent said(
            EventKind kind, LocalDate on, String words, String late, Facts facts, List<Basis> basis) {
        return new CaseEvent(0, kind, on, Instant.EPOCH, 0, words, late, facts, basis);
    }

    /** As it is written down now. */
    public CaseEvent recorded(Instant now, long office) {
        return new CaseEvent(id, kind, on, now, office, words, late, facts, basis);
    }

    public CaseEvent with(Facts other) {
        return new CaseEvent(id, kind, on, recordedAt, office, words, late, other, basis);
    }

    /** Whether its ground tells of an illness or a disability, so that it is for holders of the grant alone. */
    public boolean isSensitive() {
        return facts.is(Fact.GROUND, "HEALTH") || facts.is(Fact.GROUND, "DISABILITY");
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
