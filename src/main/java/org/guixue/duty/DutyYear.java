package org.guixue.duty;

import org.guixue.ValuesRefused;
import org.guixue.calendar.SchoolYear;

/** A school year as requests name it: 2026 or 2026-2027. */
public final class DutyYear {
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;

    private DutyYear() {}

    /** @param otherwise where nothing is named */
    public static SchoolYear read(String text, SchoolYear otherwise) {
        if (text.isBlank()) {
            return otherwise;
        }
        if (text.matches("\\d{4}(-\\d{4})?")) {
            SchoolYear year = new SchoolYear(Integer.parseInt(text.substring(0, 4)));
            boolean whole = text.length() == 4 || year.toString().equals(text);
            if (whole && year.begins() >= EARLIEST && year.begins() <= LATEST) {
                return year;
            }
        }
        throw new ValuesRefused("year", "学年应写作2026（2026年9月起）或2026-2027，请改正");
    }
}
