package org.guixue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentSearchTest {
    private static final Path TONGYONG = Path.of("src", "test", "resources", "tongyong-8105.txt");

    @TempDir
    private Path folder;

    @Test
    void findsChildrenAndSuggestsTheirNames() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, Records.KEY)) {
            index.putStudent(Records.student(1, "张三"), 1);
            index.putStudent(Records.student(2, "张三丰"), 2);
            index.putStudent(Records.student(3, "单小雨"), 3);
            index.put(Records.of(9, "张三", "同名的文书"), 4);
            index.refresh();
            assertEquals(new StudentHits(2, List.of(1L, 2L)), ask(index, "zs", Records.COUNTY));
            assertEquals(new StudentHits(1, List.of(2L)), ask(index, "张三", Records.SOUTH_ONLY));
            assertEquals(new StudentHits(1, List.of(3L)), ask(index, "shanxiaoyu", Records.COUNTY));
            assertEquals(new StudentHits(1, List.of(3L)), ask(index, Records.nationalId(3), Records.COUNTY));
            assertEquals(new StudentHits(1, List.of(3L)), ask(index, "G" + Records.nationalId(3), Records.COUNTY));
            assertEquals(new StudentHits(2, List.of(3L, 1L)), ask(index, "东山镇 五年级2班", Records.COUNTY));
            assertEquals(new StudentHits(3, List.of(3L, 1L, 2L)), ask(index, "", Records.COUNTY));
            StudentQuery south = new StudentQuery("", Optional.of(12L), Optional.of(5L), 1, 10);
            assertEquals(new StudentHits(1, List.of(2L)), index.students(south, Records.COUNTY));
            assertEquals(List.of("张三", "张三丰"), index.suggest("zhangs", Records.COUNTY, 10));
            assertEquals(List.of("张三"), index.suggest("zhangs", Records.EAST_ONLY, 10));
            assertEquals(List.of(), index.suggest(" ", Records.COUNTY, 10));
            index.removeStudent(1, 5);
            index.refresh();
            assertEquals(new StudentHits(1, List.of(2L)), ask(index, "zs", Records.COUNTY));
        }
    }

    @Test
    void findsEveryFormOfACharacterAndTheExactOneFirst() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, Records.KEY)) {
            index.putStudent(Records.student(1, "劉德華"), 1);
            index.putStudent(Records.student(2, "範文程"), 2);
            index.putStudent(Records.student(3, "锺会"), 3);
            index.putStudent(Records.student(4, "張无忌"), 4);
            index.putStudent(Records.student(5, "刘德华"), 5);
            index.putStudent(Records.student(6, "⻢小明"), 6);
            index.putStudent(Records.student(7, "古丽·艾山"), 7);
            index.putStudent(Records.student(8, "𠮷田华"), 8);
            index.refresh();
            assertEquals(new StudentHits(2, List.of(5L, 1L)), ask(index, "刘德华", Records.COUNTY));
            assertEquals(new StudentHits(2, List.of(1L, 5L)), ask(index, "劉德華", Records.COUNTY));
            assertEquals(new StudentHits(1, List.of(2L)), ask(index, "范文程", Records.COUNTY));
            assertEquals(new StudentHits(1, List.of(3L)), ask(index, "钟会", Records.COUNTY));
            assertEquals(new StudentHits(1, List.of(4L)), ask(index, "张无忌", Records.COUNTY));
            assertEquals(new StudentHits(1, List.of(6L)), ask(index, "马小明", Records.COUNTY));
            assertEquals(new StudentHits(1, List.of(8L)), ask(index, "吉田华", Records.COUNTY));
            for (String dot : List.of(".", "・", "•", "·", "")) {
                assertEquals(new StudentHits(1, List.of(7L)), ask(index, "古丽" + dot + "艾山", Records.COUNTY), dot);
            }
            assertEquals(
                    new StudentHits(1, List.of(4L)), ask(index, "张无忌" + Character.toString(0xE0100), Records.COUNTY));
        }
    }

    @Test
    void filtersByStateGradeAndGroupAndSortsByClass() throws IOException {
        LocalDate day = LocalDate.of(2026, 11, 22);
        StudentEntry.Held now = new StudentEntry.Held("留守儿童", Optional.of(day), Optional.empty());
        StudentEntry.Held over = new StudentEntry.Held("留守儿童", Optional.empty(), Optional.of(day.minusDays(1)));
        try (SearchIndex index = SearchIndex.open(folder, Records.KEY)) {
            index.putStudent(child(1, "张一", "七年级", "10班", "ENROLLED", now), 1);
            index.putStudent(child(2, "张二", "初一", "2班", "DROPPED_OUT", over), 2);
            index.putStudent(child(3, "张三", "三年级", "(1)班", "ENROLLED"), 3);
            index.refresh();
            assertEquals(List.of(3L, 2L, 1L), found(index, Optional.empty(), Optional.empty(), Optional.empty()));
            assertEquals(List.of(2L), found(index, Optional.of("DROPPED_OUT"), Optional.empty(), Optional.empty()));
            assertEquals(List.of(2L, 1L), found(index, Optional.empty(), Optional.of("7年级"), Optional.empty()));
            assertEquals(
                    List.of(1L),
                    found(
                            index,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new StudentQuery.HeldOn("留守儿童", day))));
            assertEquals(
                    List.of(),
                    found(index, Optional.empty(), Optional.empty(), Optional.of(new StudentQuery.HeldOn("孤儿", day))));
        }
    }

    private static List<Long> found(
            SearchIndex index, Optional<String> state, Optional<String> grade, Optional<StudentQuery.HeldOn> category) {
        return index.students(
                        new StudentQuery(
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                state,
                                grade,
                                category,
                                StudentQuery.Order.CLASS,
                                1,
                                10),
                        Records.COUNTY)
                .ids();
    }

    @Test
    void findsEveryCommonCharacterInNames() throws IOException {
        List<String> characters = new ArrayList<>();
        for (String line : Files.readAllLines(TONGYONG)) {
            if (!line.isBlank()) {
                characters.add(line.strip());
            }
        }
        assertEquals(8105, characters.size());
        List<String> missing = new ArrayList<>();
        try (SearchIndex index = SearchIndex.open(folder, Records.KEY)) {
            for (int i = 0; i < characters.size(); i++) {
                index.putStudent(named(i, "欧" + characters.get(i) + "阳"), i + 1);
            }
            index.refresh();
            for (int i = 0; i < characters.size(); i++) {
                String character = characters.get(i);
                String initial = NamePinyin.readings(character).get(0).substring(0, 1);
                boolean found = first(index, "欧" + character + "阳").get(0) == i
                        && ("欧阳".contains(character) || first(index, character).get(0) == i)
                        && (i % 50 != 0
                                || ask(index, "o" + initial + "y", Records.COUNTY)
                                                .total()
                                        > 0);
                if (!found) {
                    missing.add(character);
                }
            }
            assertEquals(List.of(), missing);
            assertTrue(ask(index, "欧", Records.COUNTY).total() == 8105);
            StudentHits deep =
                    index.students(new StudentQuery("", Optional.empty(), Optional.empty(), 41, 200), Records.COUNTY);
            assertEquals(105, deep.ids().size());
        }
    }

    private static StudentHits ask(SearchIndex index, String q, Scope scope) {
        return index.students(new StudentQuery(q, Optional.empty(), Optional.empty(), 1, 50), scope);
    }

    private static List<Long> first(SearchIndex index, String q) {
        return index.students(new StudentQuery(q, Optional.empty(), Optional.empty(), 1, 3), Records.COUNTY)
                .ids();
    }

    private static StudentEntry named(long id, String name) {
        return child(id, name, "", "", "ENROLLED");
    }

    private static StudentEntry child(
            long id, String name, String grade, String schoolClass, String state, StudentEntry.Held... held) {
        return new StudentEntry(
                id,
                name,
                "女",
                "",
                "",
                Optional.empty(),
                grade,
                schoolClass,
                Optional.empty(),
                state,
                "在校",
                List.of(held),
                Set.of(1L));
    }
}
