package org.guixue.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, month or year as someone wrote it: {@code 2026-03-15}, {@code 2026/3}, {@code 2026年3月15日}, {@code 2026年}.
 *
 * @param first its first day; {@code last} is its last
 * @param spellings how a paper may write it
 */
record WrittenDate(LocalDate first, LocalDate last, List<String> spellings) {
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年(?:(\\d{1,2})月(?:(\\d{1,2})[日号]?)?)?");
    private static final Pattern FIGURES = Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?");

    /** Empty for what is no date, 2026年13月 included. */
    static Optional<WrittenDate> read(String term) {
        for (Pattern pattern : List.of(CHINESE, FIGURES)) {
            Matcher matcher = pattern.matcher(term);
            if (matcher.matches()) {
                return of(matcher);
            }
        }
        return Optional.empty();
    }

    private static Optional<WrittenDate> of(Matcher matcher) {
        int year = Integer.parseInt(matcher.group(1));
        try {
            if (matcher.group(2) == null) {
                return Optional.of(new WrittenDate(
                        LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), List.of("%d年".formatted(year))));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group(2)));
            if (matcher.group(3) == null) {
                return Optional.of(new WrittenDate(month.atDay(1), month.atEndOfMonth(), spellings(month)));
            }
            LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(matcher.group(3)));
            return Optional.of(new WrittenDate(day, day, spellings(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> spellings(YearMonth month) {
        int year = month.getYear();
        int number = month.getMonthValue();
        return List.of(
                "%d年%d月".formatted(year, number),
                "%d年%02d月".formatted(year, number),
                "%d-%02d".formatted(year, number),
                "%d-%d".formatted(year, number));
    }

    private static List<String> spellings(LocalDate day) {
        int year = day.getYear();
        int month = day.getMonthValue();
        int number = day.getDayOfMonth();
        return List.of(
                "%d年%d月%d日".formatted(year, month, number),
                "%d年%02d月%02d日".formatted(year, month, number),
                "%d-%02d-%02d".formatted(year, month, number),
                "%d-%d-%d".formatted(year, month, number));
    }
}
