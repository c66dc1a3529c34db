package org.guixue.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.guixue.calendar.Reporting;
import org.guixue.calendar.WorkingDays;
import org.guixue.form.Jurisdiction;
import org.guixue.instrument.Receipts;
import org.guixue.office.Office;
import org.guixue.yearbook.TermDates;

/**
 * What lies around a paper: the office that issues it, its calendar and its county's targets, the child's case and papers. Each
 * is read when a form asks for it.
 *
 * @param days the working days of the office
 * @param terms when a term is taught there
 * @param targets what its county promised to reach
 * @param receipts when a paper of the child was received
 */
record OfficeDesk(
        Office issuer,
        Supplier<WorkingDays> days,
        Function<Reporting, TermDates> terms,
        List<Jurisdiction.Target> targets,
        LongFunction<Optional<Office>> offices,
        Supplier<Optional<CaseSoFar>> caseFile,
        Supplier<ChildPapers> papers,
        Receipts receipts) {
    /** Of a paper before anybody is chosen. */
    static OfficeDesk of(Office issuer) {
        return new OfficeDesk(
                issuer,
                () -> new WorkingDays(List.of()),
                term -> {
                    throw new IllegalStateException("no yearbook lies here");
                },
                List.of(),
                id -> Optional.empty(),
                Optional::empty,
                () -> ChildPapers.NONE,
                paper -> Optional.empty());
    }

    WorkingDays workingDays() {
        return days.get();
    }

    Optional<String> office(long id) {
        return offices.apply(id).map(Office::name);
    }

    /** A target's number, 99 of 「99%以上」. */
    Optional<Number> target(String id, LocalDate on) {
        return targets.stream()
                .filter(each -> each.id().equals(id) && each.inForceOn(on))
                .map(each -> each.value().replaceAll("[^0-9.]", ""))
                .filter(digits -> digits.matches("\\d+(\\.\\d+)?"))
                .map(digits -> digits.contains(".") ? (Number) new BigDecimal(digits) : Integer.valueOf(digits))
                .findFirst();
    }
}
