package org.guixue.admin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.calendar.HolidayYear;
import org.guixue.page.Typed;
import org.guixue.yearbook.PackagedHolidays;
import org.guixue.yearbook.TermDates;
import org.guixue.yearbook.YearDraft;

/**
 * The year's page as typed: rows {@code off0.name off0.from off0.until}, {@code worked0}, {@code term0.office term0.term
 * term0.starts term0.ends}. A holiday is typed from its first to its last day, and written as days.
 */
final class YearFormRequest {
    static final int DAYS_OFF = 12;
    static final int WORKED = 12;
    static final int TERMS = 12;
    private static final int LONGEST_HOLIDAY = 20;

    private final Typed typed;
    private final int year;
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> rowOfDay = new ArrayList<>();
    private final List<String> rowOfWorked = new ArrayList<>();
    private final List<String> rowOfTerm = new ArrayList<>();

    YearFormRequest(Typed typed, int year) {
        this.typed = typed;
        this.year = year;
    }

    /** Shows holidays in the rows. */
    static void show(Typed typed, HolidayYear holidays) {
        int row = -1;
        String name = "";
        LocalDate last = LocalDate.MIN;
        for (Map.Entry<LocalDate, String> day : holidays.daysOff().entrySet()) {
            if (!day.getValue().equals(name) || !day.getKey().equals(last.plusDays(1))) {
                row++;
                name = day.getValue();
                typed.with("off" + row + ".name", name)
                        .with("off" + row + ".from", day.getKey().toString());
            }
            last = day.getKey();
            typed.with("off" + row + ".until", last.toString());
        }
        int at = 0;
        for (LocalDate day : holidays.workedWeekends()) {
            typed.with("worked" + at++, day.toString());
        }
    }

    static void show(Typed typed, List<TermDates> terms) {
        for (int row = 0; row < terms.size(); row++) {
            TermDates term = terms.get(row);
            typed.with("term" + row + ".office", Long.toString(term.office()))
                    .with("term" + row + ".term", term.term())
                    .with("term" + row + ".starts", term.startsOn().toString())
                    .with("term" + row + ".ends", term.endsOn().toString());
        }
    }

    /** @throws ValuesRefused where a row cannot be read */
    YearDraft draft() {
        List<YearDraft.DayOff> daysOff = new ArrayList<>();
        List<LocalDate> worked = new ArrayList<>();
        List<YearDraft.Term> terms = new ArrayList<>();
        boolean own = typed.value("holidays").equals("own");
        if (!own && !saysThePackaged()) {
            violations.add(new Violation("holidays", "下面的放假日期改动过：要按改动的算，请选“本县自行填写”；不改动的，请把日期改回"));
        }
        for (int row = 0; own && row < DAYS_OFF; row++) {
            readDaysOff("off" + row, daysOff);
        }
        for (int row = 0; own && row < WORKED; row++) {
            String field = "worked" + row;
            if (!typed.value(field).isEmpty()) {
                day(field, day -> {
                    worked.add(day);
                    rowOfWorked.add(field);
                });
            }
        }
        for (int row = 0; row < TERMS; row++) {
            readTerm("term" + row, terms);
        }
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        return new YearDraft(year, own ? Optional.of(daysOff) : Optional.empty(), worked, terms);
    }

    /** The refusal of the written year, said at the rows that were typed. */
    ValuesRefused atRows(ValuesRefused refusal) {
        return new ValuesRefused(refusal.violations().stream()
                .map(each -> new Violation(row(each.field()), each.message()))
                .toList());
    }

    private String row(String field) {
        int open = field.indexOf('[');
        int close = field.indexOf(']');
        if (open < 0) {
            return field.equals("worked") ? "worked0" : field;
        }
        int index = Integer.parseInt(field.substring(open + 1, close));
        String part = field.substring(close + 1);
        return switch (field.substring(0, open)) {
            case "holidays" -> rowOfDay.get(index) + (part.equals(".on") ? ".from" : part);
            case "worked" -> rowOfWorked.get(index);
            default -> rowOfTerm.get(index) + part;
        };
    }

    /** Whether the rows stand as they were shown, so that nothing typed is passed over. */
    private boolean saysThePackaged() {
        Typed packaged = Typed.blank();
        PackagedHolidays.of(year).ifPresent(known -> show(packaged, known));
        Stream<String> daysOff = IntStream.range(0, DAYS_OFF)
                .boxed()
                .flatMap(row -> Stream.of("off" + row + ".name", "off" + row + ".from", "off" + row + ".until"));
        Stream<String> days = IntStream.range(0, WORKED).mapToObj(row -> "worked" + row);
        return Stream.concat(daysOff, days).allMatch(field -> typed.value(field).equals(packaged.value(field)));
    }

    private void readDaysOff(String row, List<YearDraft.DayOff> daysOff) {
        String name = typed.value(row + ".name");
        if (name.isEmpty()
                && typed.value(row + ".from").isEmpty()
                && typed.value(row + ".until").isEmpty()) {
            return;
        }
        day(row + ".from", from -> {
            if (typed.value(row + ".until").isEmpty()) {
                typed.with(row + ".until", from.toString());
            }
            day(row + ".until", until -> {
                if (until.isBefore(from) || until.isAfter(from.plusDays(LONGEST_HOLIDAY))) {
                    violations.add(new Violation(row + ".until", "最后一天应在第一天之后二十天以内，请核对"));
                    return;
                }
                from.datesUntil(until.plusDays(1)).forEach(day -> {
                    daysOff.add(new YearDraft.DayOff(day, name));
                    rowOfDay.add(row);
                });
            });
        });
    }

    private void readTerm(String row, List<YearDraft.Term> terms) {
        if (typed.value(row + ".starts").isEmpty() && typed.value(row + ".ends").isEmpty()) {
            return;
        }
        day(
                row + ".starts",
                starts -> day(row + ".ends", ends -> {
                    String office = typed.value(row + ".office");
                    terms.add(new YearDraft.Term(
                            office.matches("\\d{1,18}") ? Long.parseLong(office) : 0,
                            typed.value(row + ".term"),
                            starts,
                            ends));
                    rowOfTerm.add(row);
                }));
    }

    private void day(String field, Consumer<LocalDate> read) {
        try {
            read.accept(LocalDate.parse(typed.value(field)));
        } catch (DateTimeParseException e) {
            violations.add(new Violation(field, "请填写确有的日期，如" + year + "-09-01"));
        }
    }
}
