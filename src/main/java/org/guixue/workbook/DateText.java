package org.guixue.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in the shapes that people type: 2012-03-05, 2012/3/5, 2012.3.5, 20120305, 2012年3月5日, and cells that are dates. Years 1900 to 2199; a
 * time of day is dropped. Never guesses: 12.3.5 and 3/5/2012 are no dates, nor is the number 2012.1 a month (it may have been 2012.10).
 */
public final class DateText {
    private static final Pattern DAY = Pattern.compile(
            "((?:19|20|21)\\d\\d)(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})[日号]?|(\\d\\d)(\\d\\d))");
    private static final Pattern MONTH =
            Pattern.compile("((?:19|20|21)\\d\\d)(?:[-/.](\\d{1,2})|年(\\d{1,2})月?|(\\d\\d))");
    private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?$");

    private DateText() {}

    /** The day, or empty where the text is none. */
    public static Optional<LocalDate> day(String text) {
        Matcher day = DAY.matcher(normal(text));
        return day.matches() ? date(day.group(1), first(day, 3, 5, 7), first(day, 4, 6, 8)) : Optional.empty();
    }

    public static Optional<LocalDate> day(Cell cell) {
        return cell.problem().isPresent() ? Optional.empty() : day(cell.text());
    }

    /** The month: 2012-03, 2012年3月, 201203; or that of a day. */
    public static Optional<YearMonth> month(String text) {
        Matcher month = MONTH.matcher(normal(text));
        Optional<LocalDate> day = month.matches() ? date(month.group(1), first(month, 2, 3, 4), "1") : day(text);
        return day.map(YearMonth::from);
    }

    public static Optional<YearMonth> month(Cell cell) {
        boolean fraction = cell.kind() == Cell.Kind.NUMBER && cell.text().contains(".");
        return fraction || cell.problem().isPresent() ? Optional.empty() : month(cell.text());
    }

    private static String normal(String text) {
        StringBuilder narrow = new StringBuilder();
        CellText.of(text).chars().forEach(unit -> narrow.append(CellText.halfWidth((char) unit)));
        return TIME.matcher(narrow)
                .replaceFirst("")
                .replace(" ", "")
                .replace('－', '-')
                .replace('。', '.');
    }

    private static String first(Matcher matcher, int... groups) {
        for (int group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        throw new IllegalStateException("no group of " + matcher.pattern());
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
