package org.guixue.county;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an office stands with the children of its scope, on a day. Every figure that cases make has a {@code list}: the address of
 * the list that it counts.
 *
 * @param asOf the period's last day, or today while it lasts
 * @param places townships with their schools, the most open cases first
 * @param quietSchools schools without an open case, which are not among the places
 * @param pauses of children who are away, by how long ago somebody last persuaded
 * @param returns how many children came back in each of twelve months
 * @param towardZero how many were away at the end of each of twelve months, by what is known now
 * @param late of today, whatever the period
 */
record CountyPicture(
        At office,
        String title,
        String period,
        String periodLabel,
        LocalDate asOf,
        Totals totals,
        List<PlaceBar> places,
        int quietSchools,
        List<Bar> causes,
        List<Bar> pauses,
        List<MonthBar> returns,
        List<MonthBar> towardZero,
        List<LateBar> late,
        List<Share> rates) {
    record At(long id, String name) {}

    /** @param open cases that have not ended; {@code out} and {@code suspected} are among them */
    record Totals(long open, long out, long suspected, long returnedThisMonth, long late, String list) {}

    /** @param id names the group for good, unlike its label */
    record Bar(String id, String label, long count, String list) {}

    /**
     * Open cases of a township (all below it), a school, or a group of children without one.
     *
     * @param office absent for children who belong outside
     * @param level 0 for a township or what stands beside one, 1 below it
     * @param followed returned or placed, and followed up
     * @param granted deferred, suspended, taught at home, or applied for
     * @param other found elsewhere, not verified yet
     */
    record PlaceBar(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long office,

            String name,
            int level,
            long open,
            long out,
            long suspected,
            long followed,
            long granted,
            long other,
            String list) {}

    /**
     * @param on the month's last day, or the reporting day
     * @param count returns; or dropouts
     * @param suspected of the way to zero alone; they are not in {@code count}
     */
    record MonthBar(YearMonth month, LocalDate on, long count, long suspected, String list) {}

    record LateBar(long office, String name, long late, long worstDays, String worst, long waiting, String list) {}

    /**
     * A rate as the jurisdiction defines it.
     *
     * @param percent absent where it cannot be computed
     * @param why it cannot; empty where it can
     */
    record Share(
            String id,
            String label,
            String formula,
            String source,
            long numerator,
            long denominator,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal percent,

            String why) {}
}
