package org.guixue.deadline.due;

import static org.guixue.casefile.history.EventKind.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The day that was promised, and the days that an order gives. */
class PromisesAndOrdersTest extends DueTable {
    @Test
    void aPromisedReturnIsCheckedOnTheDayAfter() {
        out("2026-09-01");
        happen("2026-09-03", PERSUADED, "PERSUASION", "1", "PROMISED", "2026-09-09");
        assertTrue(caseDue("national", "promised-return", "2026-09-08").isEmpty());
        Due due = caseDue("national", "promised-return", "2026-09-09").orElseThrow();
        assertEquals(day("2026-09-10"), due.dueOn());
        assertEquals(SCHOOL, due.office());
        happen("2026-09-10", PERSUADED, "PERSUASION", "2");
        assertFalse(caseDue("national", "promised-return", "2026-09-10")
                .orElseThrow()
                .open());
    }

    @Test
    void theLastPromiseCountsAndAReturnEndsIt() {
        out("2026-09-01");
        happen("2026-09-03", PERSUADED, "PERSUASION", "1", "PROMISED", "2026-09-09");
        happen("2026-09-04", PERSUADED, "PERSUASION", "2", "PROMISED", "2026-09-14");
        assertTrue(caseDue("national", "promised-return", "2026-09-10").isEmpty());
        assertEquals(
                day("2026-09-15"),
                caseDue("national", "promised-return", "2026-09-14")
                        .orElseThrow()
                        .dueOn());
        happen("2026-09-14", RETURNED, "GRADE", "小学五年级", "SCHOOL_CLASS", "2班", "CLASS_FORM", "随班就读");
        assertTrue(caseDue("national", "promised-return", "2026-09-20").isEmpty());
    }

    @Test
    void anOrdersDaysRunFromItsReceiptAndWhatFollowsIsTheBureaus() {
        out("2026-09-01");
        IssuedPaper order = paper("national/return-order", "2026-09-09");
        happen("2026-09-09", ORDERED, "PAPER", Long.toString(order.id()), "DAYS", "7");
        assertTrue(caseDue("national", "order-term", "2026-09-10").isEmpty());
        papers.set(papers.size() - 1, order.receivedOn(day("2026-09-10")));
        assertEquals(
                day("2026-09-17"),
                caseDue("national", "order-term", "2026-09-10").orElseThrow().dueOn());
        assertTrue(caseDue("national", "after-order", "2026-09-17").isEmpty());
        Due after = caseDue("national", "after-order", "2026-09-18").orElseThrow();
        assertEquals(BUREAU, after.office());
        assertEquals(day("2026-09-24"), after.dueOn());
        happen("2026-09-22", ADMONISHED, "BY", "公安派出所");
        assertFalse(
                caseDue("national", "after-order", "2026-09-22").orElseThrow().open());
    }

    @Test
    void anOrderThatEndsOnASaturdayEndsOnTheSundayThatMakesUpForTheHoliday() {
        out("2026-09-01");
        IssuedPaper order = paper("national/schooling-order", "2026-09-04");
        happen("2026-09-04", ORDERED, "PAPER", Long.toString(order.id()), "DAYS", "15");
        papers.set(papers.size() - 1, order.receivedOn(day("2026-09-04")));
        assertEquals(
                day("2026-09-20"),
                caseDue("national", "order-term", "2026-09-18").orElseThrow().dueOn());
    }
}
