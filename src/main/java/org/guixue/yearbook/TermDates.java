package org.guixue.yearbook;

import java.time.LocalDate;
import org.guixue.calendar.Reporting;

/**
 * When a term is taught at an office and those below it.
 *
 * @param office its id; 0 where nobody has entered them
 * @param term as {@link Reporting} names it, 2026-autumn
 * @param startsOn the first day of lessons
 * @param endsOn the last one
 */
public record TermDates(long office, String term, LocalDate startsOn, LocalDate endsOn) {
    public TermDates {
        if (Reporting.parse(term).kind() != Reporting.Kind.TERM) {
            throw new IllegalArgumentException("expected a term such as 2026-autumn, found " + term);
        }
        if (!endsOn.isAfter(startsOn)) {
            throw new IllegalArgumentException("expected a term to end after " + startsOn + ", found " + endsOn);
        }
    }

    /** What is counted with until a county has entered its own: 1 September to 20 January, 1 March to 10 July. */
    static TermDates assumed(Reporting term) {
        int year = term.from().getYear();
        return term.from().getMonthValue() == 2
                ? new TermDates(0, term.name(), LocalDate.of(year, 3, 1), LocalDate.of(year, 7, 10))
                : new TermDates(0, term.name(), LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 1, 20));
    }

    /** Whether a county has entered these days, rather than the house having assumed them. */
    public boolean entered() {
        return office > 0;
    }
}
