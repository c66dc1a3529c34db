package org.guixue.yearbook;

import java.util.List;
import java.util.stream.Collectors;
import org.guixue.calendar.Reporting;
import org.guixue.calendar.SchoolYear;

/**
 * Which terms of a school year have their days. A year is entered when both have; until then they are assumed.
 *
 * @param missing those that nobody has entered
 */
public record EnteredTerms(SchoolYear year, List<Reporting> missing) {
    public EnteredTerms {
        missing = List.copyOf(missing);
    }

    public boolean complete() {
        return missing.isEmpty();
    }

    /** What there is, in words. */
    public String words() {
        return complete()
                ? "两个学期的起止日期都已填写"
                : "没有填写：%s；现在按9月1日、3月1日开学推算"
                        .formatted(missing.stream().map(Reporting::label).collect(Collectors.joining("、")));
    }

    /** The calendar year in which the first missing one is entered; of a whole one where it begins. */
    public int calendarYear() {
        return complete() ? year.begins() : missing.get(0).from().getYear();
    }
}
