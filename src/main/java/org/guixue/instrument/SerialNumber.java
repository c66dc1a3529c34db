package org.guixue.instrument;

import java.util.regex.Pattern;

/**
 * 发文字号, such as {@code 东小访〔2026〕12号}: mark and series, the year in hexagonal brackets, the number without 第 and
 * without leading zeros (GB/T 9704-2012, 7.2.5).
 *
 * @param seriesKey what is counted by itself: office, series and year
 */
public record SerialNumber(String seriesKey, int year, long number, String text) {
    private static final Pattern SHAPE = Pattern.compile(".{1,60}〔\\d{4}〕[1-9]\\d*号");

    public SerialNumber {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("expected 机关代字〔年〕序号号, found: " + text);
        }
    }

    /** Fills a form's pattern, such as <code>{office.mark}{series}〔{year}〕{n}号</code>. */
    public static SerialNumber of(String pattern, long office, String mark, String series, int year, long number) {
        String text = filled(pattern, mark, series, year, Long.toString(number));
        return new SerialNumber(seriesKey(office, series, year), year, number, text);
    }

    /** How the next number of the series will read, with a gap where the number will stand: 东小访〔2026〕＿号. */
    public static String outline(String pattern, String mark, String series, int year) {
        return filled(pattern, mark, series, year, "＿");
    }

    private static String filled(String pattern, String mark, String series, int year, String number) {
        return pattern.replace("{office.mark}", mark)
                .replace("{series}", series)
                .replace("{year}", Integer.toString(year))
                .replace("{n}", number);
    }

    /** The name of the counter that this number comes from. */
    public static String seriesKey(long office, String series, int year) {
        return "serial:" + office + ":" + series + ":" + year;
    }
}
