package org.guixue.yearbook;

import java.util.List;
import org.guixue.calendar.Reporting;
import org.guixue.calendar.WorkingDays;

/** A county's working days and terms of all years, read once to be asked often. Immutable. */
public record CountyCalendar(WorkingDays working, List<TermDates> terms) {
    public CountyCalendar {
        terms = List.copyOf(terms);
    }

    /**
     * When that term is taught at an office: as entered for it, else for the nearest one above, else assumed.
     *
     * @param path of the office, such as {@code /1/4/7/}
     */
    public TermDates term(String path, Reporting term) {
        TermDates nearest = TermDates.assumed(term);
        int deepest = -1;
        for (TermDates each : terms) {
            int at = each.term().equals(term.name()) ? path.indexOf("/" + each.office() + "/") : -1;
            if (at > deepest) {
                deepest = at;
                nearest = each;
            }
        }
        return nearest;
    }
}
