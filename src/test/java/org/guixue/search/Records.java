package org.guixue.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Scope;

/** Records and children of an invented county, for tests. */
final class Records {
    static final byte[] KEY = "a key for tests, not a secret one".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    static final Place EAST_SCHOOL = new Place(11, "东山镇中心小学");
    static final Place SOUTH_SCHOOL = new Place(12, "南溪镇中心小学");
    static final Place EAST = new Place(4, "东山镇");
    static final Place SOUTH = new Place(5, "南溪镇");
    static final Scope COUNTY = new Scope(1, "/1/");
    static final Scope EAST_ONLY = new Scope(4, "/1/4/");
    static final Scope SOUTH_ONLY = new Scope(5, "/1/5/");

    private Records() {}

    /** An ID of the child with that number; its check digit is not looked at by search. */
    static String nationalId(long student) {
        return "360702%08d%04d".formatted(20_100_101 + student % 28, 1000 + student);
    }

    /** Whatever has those words, one page of it. */
    static SearchQuery page(String q, Optional<String> kind, SearchQuery.Order order, int page, int size) {
        return new SearchQuery(
                q,
                Optional.empty(),
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                order,
                page,
                size);
    }

    static RecordEntry of(long id, String name, String text) {
        return of(id, name, text, "");
    }

    static RecordEntry of(long id, String name, String text, String sensitiveText) {
        boolean east = id % 2 == 1;
        return new RecordEntry(
                id,
                "示范劝返字〔2026〕%d号".formatted(id),
                "SF01-WS.2026-D30-%04d".formatted(id),
                "shangtianti/persuasion-notice",
                id % 3 == 0 ? "家访记录" : "劝返通知",
                "劝返复学通知书",
                Optional.of(id),
                name,
                nationalId(id),
                "3607**********%04d".formatted(1000 + id),
                "G" + nationalId(id),
                Optional.of(east ? EAST_SCHOOL : SOUTH_SCHOOL),
                Optional.of(east ? EAST : SOUTH),
                2026,
                LocalDate.of(2026, 3, 15).plusDays(id),
                "ISSUED",
                east ? Set.of(1L, 4L, 11L) : Set.of(1L, 5L, 12L),
                text,
                sensitiveText,
                4);
    }

    static StudentEntry student(long id, String name) {
        boolean east = id % 2 == 1;
        return new StudentEntry(
                id,
                name,
                "男",
                nationalId(id),
                "G" + nationalId(id),
                Optional.of(east ? EAST_SCHOOL : SOUTH_SCHOOL),
                "五年级",
                "2班",
                Optional.of(east ? EAST : SOUTH),
                "ENROLLED",
                "在校",
                List.of(),
                east ? Set.of(1L, 4L, 11L) : Set.of(1L, 5L, 12L));
    }
}
