package org.guixue.calendar;

import java.time.LocalDate;

/** Days as running text writes them, 2026年9月1日. */
public final class ChineseDays {
    private ChineseDays() {}

    public static String of(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
