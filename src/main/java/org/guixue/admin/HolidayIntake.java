package org.guixue.admin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guixue.ValuesRefused;
import org.guixue.calendar.HolidayYear;
import org.guixue.workbook.DateText;
import org.guixue.workbook.Entry;
import org.guixue.workbook.Heading;
import org.guixue.workbook.Headings;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Workbook;
import org.guixue.yearbook.PackagedHolidays;

/** Reads a year's holidays from a file: a workbook with 日期, 名称, 类型 (放假 or 上班), or JSON as the packaged ones are kept. */
@ApplicationScoped
public class HolidayIntake {
    private static final Headings HEADINGS = Headings.of(
            Heading.required("on", "日期", "放假日期"),
            Heading.optional("name", "名称", "节日", "节日名称", "假日名称"),
            Heading.required("kind", "类型", "类别", "放假或上班"));

    /** @throws ValuesRefused naming the row and the rule; field {@code file} */
    HolidayYear read(int year, byte[] content) {
        try {
            return content.length > 0 && content[0] == '{'
                    ? PackagedHolidays.parse(year, content)
                    : rows(year, Workbook.open(content).table(HEADINGS).rows());
        } catch (IllegalArgumentException e) {
            throw new ValuesRefused("file", e.getMessage() + "。没有读入任何一天，请改好文件再选一次");
        }
    }

    private static HolidayYear rows(int year, Rows rows) {
        Map<LocalDate, String> daysOff = new TreeMap<>();
        TreeSet<LocalDate> worked = new TreeSet<>();
        while (rows.hasNext()) {
            Entry row = rows.next();
            LocalDate on = day(row);
            boolean off =
                    switch (row.text("kind")) {
                        case "放假", "休", "休息" -> true;
                        case "上班", "班", "调休上班", "补班" -> false;
                        default ->
                            throw new IllegalArgumentException(
                                    "第%d行“类型”是“%s”，应写放假或上班".formatted(row.number(), row.text("kind")));
                    };
            if (off ? daysOff.put(on, name(row)) != null : !worked.add(on)) {
                throw new IllegalArgumentException("第%d行的日期%s写了两次".formatted(row.number(), on));
            }
        }
        return new HolidayYear(year, daysOff, worked);
    }

    private static LocalDate day(Entry row) {
        Optional<LocalDate> day = DateText.day(row.cell("on"));
        return day.orElseThrow(() -> new IllegalArgumentException(
                "第%d行“日期”是“%s”，应是确有的日期，如2026-10-01".formatted(row.number(), row.text("on"))));
    }

    private static String name(Entry row) {
        return row.text("name").isEmpty() ? "放假" : row.text("name");
    }
}
