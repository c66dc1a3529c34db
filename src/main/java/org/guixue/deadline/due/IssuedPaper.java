package org.guixue.deadline.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sealed paper or a submitted ledger, as far as it does what a rule asks for.
 *
 * @param form id of the form or ledger
 * @param about the office that it is about, if it is about one
 * @param period that it reports on, as {@code calendar.Reporting} names it; empty for none
 * @param receivedOn the day of its first effective delivery
 */
public record IssuedPaper(
        long id,
        String form,
        OptionalLong student,
        OptionalLong caseFile,
        OptionalLong about,
        long issuer,
        String period,
        LocalDate day,
        Instant issuedAt,
        Optional<Instant> voidedAt,
        Optional<LocalDate> receivedOn) {
    /** The same, received on that day. */
    public IssuedPaper receivedOn(LocalDate received) {
        return new IssuedPaper(
                id, form, student, caseFile, about, issuer, period, day, issuedAt, voidedAt, Optional.of(received));
    }

    /** A void or unsealed paper fulfils nothing. */
    boolean holds(LocalDate on, Instant knownBy) {
        return !day.isAfter(on)
                && !issuedAt.isAfter(knownBy)
                && voidedAt.filter(at -> !at.isAfter(knownBy)).isEmpty();
    }
}
