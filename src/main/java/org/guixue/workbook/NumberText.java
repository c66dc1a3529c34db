package org.guixue.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A numeric cell as people see it. */
final class NumberText {
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final double LOSSY_FROM = 1e15;
    private static final int DAYS_AT_MOST = 2_958_465; // 9999-12-31
    private static final long SECONDS_A_DAY = 86_400;
    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private NumberText() {}

    static Cell cell(double value, NumberFormat format, boolean since1904) {
        if (!Double.isFinite(value)) {
            return Cell.of(Cell.Kind.ERROR, "#NUM!");
        }
        if (format.date() && value >= 0 && value < DAYS_AT_MOST + 1) {
            return date(value, since1904);
        }
        if (Math.abs(value) >= LOSSY_FROM) {
            return Cell.of(Cell.Kind.LOSSY, String.format(Locale.ROOT, "%.5E", value));
        }
        String digits = value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE
                ? Long.toString((long) value)
                : new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
        return Cell.of(Cell.Kind.NUMBER, format.padded(digits));
    }

    /** Serial days since 1899-12-30 (before March 1900 since 1899-12-31: Excel believes in 29 February 1900) or since 1904-01-01. */
    private static Cell date(double value, boolean since1904) {
        long seconds = Math.round(value * SECONDS_A_DAY);
        long days = seconds / SECONDS_A_DAY;
        long ofDay = seconds % SECONDS_A_DAY;
        if (days == 0 && !since1904) {
            return Cell.of(
                    Cell.Kind.DATE,
                    LocalDate.EPOCH.atStartOfDay().plusSeconds(ofDay).format(TIME));
        }
        if (days == 60 && !since1904) {
            return Cell.of(Cell.Kind.ERROR, "1900-02-29");
        }
        LocalDate zero = since1904
                ? LocalDate.of(1904, 1, 1)
                : days > 60 ? LocalDate.of(1899, 12, 30) : LocalDate.of(1899, 12, 31);
        LocalDateTime moment = zero.plusDays(days).atStartOfDay().plusSeconds(ofDay);
        return Cell.of(Cell.Kind.DATE, ofDay == 0 ? moment.toLocalDate().toString() : moment.format(WITH_TIME));
    }
}
