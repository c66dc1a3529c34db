package org.guixue.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How a value stands on paper and in a sentence: 2026年3月15日, 98.5%. The one place that formats values. */
public final class FieldText {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private FieldText() {}

    /** A text that cannot be read as the field's type is shown as it is. */
    public static String of(Field field, Object value) {
        return switch (field.type()) {
            case DATE -> date(value.toString());
            case MONTH -> month(value.toString());
            case NUMBER -> number(value);
            case PERCENT -> number(value) + "%";
            case FLAGS ->
                value instanceof List<?> list
                        ? String.join("、", list.stream().map(Object::toString).toList())
                        : value.toString();
            case PHOTOS, TABLE -> "";
            default -> value.toString();
        };
    }

    /** Day and minute in China, without the year. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** 2026年3月15日: no leading zeros (GB/T 9704-2012, 7.3.5). */
    public static String date(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static String date(String text) {
        try {
            return date(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static String month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            return month.getYear() + "年" + month.getMonthValue() + "月";
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static String number(Object value) {
        try {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return value.toString();
        }
    }
}
