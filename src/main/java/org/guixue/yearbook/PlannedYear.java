package org.guixue.yearbook;

import java.util.List;
import java.util.Optional;
import org.guixue.calendar.HolidayYear;

/**
 * What a county has entered for a calendar year. Immutable.
 *
 * @param holidays its own; empty where it takes the packaged ones
 * @param terms those that begin in the year, of the county and of single offices below
 */
public record PlannedYear(Optional<HolidayYear> holidays, List<TermDates> terms) {
    static final PlannedYear NOTHING = new PlannedYear(Optional.empty(), List.of());

    public PlannedYear {
        terms = List.copyOf(terms);
    }
}
