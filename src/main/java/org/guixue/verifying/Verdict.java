package org.guixue.verifying;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.instrument.Instrument;
import org.guixue.signing.SignatureReport.Check;

/** What a stranger may learn of a file: details only where it is ours byte for byte, and never personal data. */
public record Verdict(Kind kind, Optional<Details> details, List<Check> checks) {
    /** AUTHENTIC and VOID are ours byte for byte; ALTERED only bears our marks; UNKNOWN bears none. */
    public enum Kind {
        AUTHENTIC,
        ALTERED,
        VOID,
        UNKNOWN
    }

    public record Details(String serial, String form, String office, LocalDate issuedOn) {}

    public Verdict {
        checks = List.copyOf(checks);
    }

    static Verdict known(Kind kind, Instrument instrument, List<Check> checks) {
        Details details = new Details(
                instrument.serial(), instrument.title(), instrument.issuer().name(), instrument.issuedOn());
        return new Verdict(kind, Optional.of(details), checks);
    }

    static Verdict altered(List<Check> checks) {
        return new Verdict(Kind.ALTERED, Optional.empty(), checks);
    }

    static Verdict unknown(List<Check> checks) {
        return new Verdict(Kind.UNKNOWN, Optional.empty(), checks);
    }
}
