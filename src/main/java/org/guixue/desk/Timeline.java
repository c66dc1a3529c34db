package org.guixue.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happened to a child, as its page shows it: one kind alone where that was asked for, apart by school years where it is
 * long, and a year by months where that alone is long.
 */
public record Timeline(List<Chip> chips, List<Group> groups) {
    static final int SHORT = 8;
    static final int LONG_YEAR = 12;
    private static final int GROUPS_OPEN = 2;
    private static final int SEPTEMBER = 9;

    /** A way to see one kind alone. */
    public record Chip(String label, String address, long count, boolean shown) {}

    /**
     * @param title empty where there is but one group
     * @param open whether it is unfolded at first
     */
    public record Group(String title, boolean open, List<Happening> happenings) {
        public Group {
            happenings = List.copyOf(happenings);
        }
    }

    public Timeline {
        chips = List.copyOf(chips);
        groups = List.copyOf(groups);
    }

    /** @param page path of the child's page */
    static Timeline of(List<Happening> newestFirst, Optional<Happening.Kind> shown, String page) {
        List<Happening> seen = newestFirst.stream()
                .filter(each -> shown.isEmpty() || shown.get() == each.kind())
                .toList();
        return new Timeline(chips(newestFirst, shown, page), groups(seen));
    }

    private static List<Chip> chips(List<Happening> all, Optional<Happening.Kind> shown, String page) {
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip("全部", page + "#line", all.size(), shown.isEmpty()));
        for (Happening.Kind kind : Happening.Kind.values()) {
            long count = all.stream().filter(each -> each.kind() == kind).count();
            boolean on = shown.filter(kind::equals).isPresent();
            if (count > 0 || on) {
                chips.add(new Chip(kind.label(), page + "?show=" + kind.code() + "#line", count, on));
            }
        }
        return chips;
    }

    private static List<Group> groups(List<Happening> newestFirst) {
        if (newestFirst.size() <= SHORT) {
            return newestFirst.isEmpty() ? List.of() : List.of(new Group("", true, newestFirst));
        }
        Map<String, List<Happening>> parts = new LinkedHashMap<>();
        apart(newestFirst, Timeline::schoolYear).forEach((year, those) -> {
            if (those.size() <= LONG_YEAR) {
                parts.put(year, those);
            } else {
                parts.putAll(apart(those, Timeline::month));
            }
        });
        List<Group> groups = new ArrayList<>();
        parts.forEach((title, those) -> groups.add(new Group(title, groups.size() < GROUPS_OPEN, those)));
        return groups;
    }

    private static Map<String, List<Happening>> apart(List<Happening> happenings, Function<LocalDate, String> title) {
        return happenings.stream()
                .collect(
                        Collectors.groupingBy(each -> title.apply(each.on()), LinkedHashMap::new, Collectors.toList()));
    }

    /** A school year begins on 1 September. */
    static String schoolYear(LocalDate day) {
        int first = day.getMonthValue() >= SEPTEMBER ? day.getYear() : day.getYear() - 1;
        return "%d—%d学年".formatted(first, first + 1);
    }

    private static String month(LocalDate day) {
        return "%d年%d月".formatted(day.getYear(), day.getMonthValue());
    }
}
