package org.guixue.calendar;

import java.time.LocalDate;

/** Where a last day goes that is no working day. */
public enum Roll {
    /** To the next working day: for what a citizen must do (民法典 第二百零三条). */
    NEXT,
    /** To the working day before: for every 「…前」 and every report to an office above. */
    BACK,
    /** Stays. */
    NONE;

    public LocalDate apply(LocalDate lastDay, WorkingDays days) {
        return switch (this) {
            case NEXT -> days.onOrAfter(lastDay);
            case BACK -> days.onOrBefore(lastDay);
            case NONE -> lastDay;
        };
    }
}
