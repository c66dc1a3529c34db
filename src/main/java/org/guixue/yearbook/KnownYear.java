package org.guixue.yearbook;

import java.util.List;
import org.guixue.calendar.HolidayYear;

/**
 * A calendar year as a county has it.
 *
 * @param holidays none where nobody knows them; then weekends alone count
 * @param terms those entered that begin in the year
 * @param version counts the writings, 0 where nothing was written
 */
public record KnownYear(int year, Source source, HolidayYear holidays, List<TermDates> terms, int version) {
    /** Where its holidays come from. */
    public enum Source {
        PACKAGED,
        OWN,
        NONE
    }
}
