package org.guixue.yearbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.guixue.calendar.HolidayYear;

/**
 * The public holidays that come with the program (chinese-days, MIT, which keeps the State Council's notices from 2004 on).
 * Years that were not published when it was built are not there.
 */
public final class PackagedHolidays {
    private static final Map<Integer, Optional<HolidayYear>> READ = new ConcurrentHashMap<>();

    private PackagedHolidays() {}

    public static Optional<HolidayYear> of(int year) {
        return READ.computeIfAbsent(year, PackagedHolidays::read);
    }

    private static Optional<HolidayYear> read(int year) {
        try (InputStream file = PackagedHolidays.class.getResourceAsStream("/holidays/" + year + ".json")) {
            return file == null ? Optional.empty() : Optional.of(parse(year, file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged holidays of " + year + " cannot be read", e);
        }
    }

    /**
     * Reads a year as that source keeps it: {@code {"holidays": {day: "name,名称,n"}, "workdays": {day: …}}}.
     *
     * @throws IllegalArgumentException with a Chinese sentence for a wrong day or another shape
     */
    public static HolidayYear parse(int year, byte[] content) {
        Map<LocalDate, String> daysOff = new TreeMap<>();
        TreeSet<LocalDate> worked = new TreeSet<>();
        try {
            JsonNode all = new JsonMapper().readTree(content);
            if (!all.path("holidays").isObject()) {
                throw new IllegalArgumentException("文件里没有 holidays 一项，不是放假安排");
            }
            all.path("holidays")
                    .properties()
                    .forEach(each -> daysOff.put(
                            LocalDate.parse(each.getKey()), name(each.getValue().asText())));
            all.path("workdays").fieldNames().forEachRemaining(day -> worked.add(LocalDate.parse(day)));
        } catch (IOException e) {
            throw new IllegalArgumentException("文件不是合法的 JSON", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("文件里有不存在的日期：" + e.getMessage(), e);
        }
        return new HolidayYear(year, daysOff, worked);
    }

    private static String name(String kept) {
        String[] parts = kept.split(",", -1);
        return parts.length > 1 ? parts[1] : kept;
    }
}
