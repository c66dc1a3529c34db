package org.guixue.yearbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a bureau wants to write for a year, not judged yet.
 *
 * @param holidays empty, or without a day, to take the packaged ones: no year is without holidays
 * @param worked the weekend days that are working days, only with holidays
 */
public record YearDraft(int year, Optional<List<DayOff>> holidays, List<LocalDate> worked, List<Term> terms) {
    public YearDraft {
        holidays = holidays.filter(days -> !days.isEmpty()).map(List::copyOf);
        worked = List.copyOf(worked);
        terms = List.copyOf(terms);
    }

    /** One day off and its holiday. */
    public record DayOff(LocalDate on, String name) {}

    /** One term of one office. */
    public record Term(long office, String term, LocalDate starts, LocalDate ends) {}
}
