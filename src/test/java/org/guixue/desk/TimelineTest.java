package org.guixue.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guixue.desk.Happening.Kind;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final String PAGE = "/students/5";
    private static final LocalDate NEWEST = LocalDate.of(2026, 11, 20);

    @Test
    void leavesAShortHistoryInOne() {
        Timeline line = Timeline.of(days(Timeline.SHORT, 90), Optional.empty(), PAGE);
        assertEquals(List.of(""), titles(line));
    }

    @Test
    void setsSchoolYearsApartOnTheFirstOfSeptember() {
        List<Happening> all = Stream.concat(
                        Stream.of(on("2026-09-01"), on("2026-08-31")),
                        days(8, 200).stream().skip(2))
                .sorted((one, other) -> other.on().compareTo(one.on()))
                .collect(Collectors.toList());
        all.add(on("2015-09-01"));
        Timeline line = Timeline.of(all, Optional.empty(), PAGE);
        assertEquals("2026—2027学年", titles(line).get(0));
        assertEquals("2025—2026学年", titles(line).get(1));
        assertEquals("2015—2016学年", titles(line).get(titles(line).size() - 1));
        assertEquals(
                all,
                line.groups().stream()
                        .flatMap(group -> group.happenings().stream())
                        .toList());
        assertEquals(
                List.of(true, true, false),
                line.groups().stream().map(Timeline.Group::open).limit(3).toList());
    }

    @Test
    void setsAFullYearApartByMonths() {
        Timeline line = Timeline.of(days(Timeline.LONG_YEAR + 8, 3), Optional.empty(), PAGE);
        assertEquals(List.of("2026年11月", "2026年10月", "2026年9月"), titles(line));
    }

    @Test
    void showsOneKindAloneAndCountsAll() {
        Happening paper = new Happening(Kind.PAPER, NEWEST, "签发", "", List.of(), 7, "", "");
        Happening move = new Happening(Kind.MOVEMENT, NEWEST, "休学", "", List.of(), 0, "", "");
        Timeline line = Timeline.of(List.of(paper, move), Kind.of("paper"), PAGE);
        assertEquals(List.of(paper), line.groups().get(0).happenings());
        assertEquals(
                List.of(
                        "全部 2 /students/5#line",
                        "异动 1 /students/5?show=movement#line",
                        "文书 1 /students/5?show=paper#line"),
                line.chips().stream()
                        .map(chip -> chip.label() + " " + chip.count() + " " + chip.address())
                        .toList());
        assertEquals(Optional.empty(), Kind.of("nonsense"));
    }

    private static List<String> titles(Timeline line) {
        return line.groups().stream().map(Timeline.Group::title).toList();
    }

    private static List<Happening> days(int count, int apart) {
        return IntStream.range(0, count)
                .mapToObj(i -> on(NEWEST.minusDays((long) i * apart).toString()))
                .toList();
    }

    private static Happening on(String day) {
        return new Happening(Kind.CASE, LocalDate.parse(day), "劝返", "", List.of(), 0, "", "");
    }
}
