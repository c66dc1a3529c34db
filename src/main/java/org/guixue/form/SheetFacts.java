package org.guixue.form;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a sheet shows of the instrument itself, under reserved names. Before the number is allotted there is only the
 * issuer's name and the date on which the law is to be in force.
 *
 * @param lawOn cited statutes are those in force on this day: the issue date, before it the day of filling
 */
public record SheetFacts(
        Optional<String> serial,
        Optional<LocalDate> issuedOn,
        Optional<String> archivalNumber,
        Optional<String> issuerName,
        LocalDate lawOn) {
    /** Names that any template may bind and no field may bear. */
    public static final Set<String> RESERVED =
            Set.of("title", "serial", "issuedOn", "archivalNumber", "issuerName", "today");

    public static SheetFacts issued(String serial, LocalDate issuedOn, String archivalNumber, String issuerName) {
        return new SheetFacts(
                Optional.of(serial),
                Optional.of(issuedOn),
                Optional.of(archivalNumber),
                Optional.of(issuerName),
                issuedOn);
    }

    public static SheetFacts draft(String issuerName, LocalDate today) {
        return new SheetFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(issuerName), today);
    }

    public static SheetFacts blank(LocalDate today) {
        return new SheetFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), today);
    }

    Optional<String> text(String reserved) {
        return switch (reserved) {
            case "serial" -> serial;
            case "issuedOn" -> issuedOn.map(FieldText::date);
            case "archivalNumber" -> archivalNumber;
            case "issuerName" -> issuerName;
            default -> Optional.empty();
        };
    }
}
