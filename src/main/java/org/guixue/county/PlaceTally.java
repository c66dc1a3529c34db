package org.guixue.county;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.access.OfficeKind;
import org.guixue.access.Scope;
import org.guixue.casefile.CasePlace;
import org.guixue.casefile.history.CaseState;
import org.guixue.county.CountyPicture.PlaceBar;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/** Counts open cases by where the children belong: a school, a township without a school, or outside. For one reading. */
final class PlaceTally {
    private static final Set<CaseState> FOLLOWED = EnumSet.of(CaseState.RETURNED, CaseState.VOCATIONAL);
    private static final Set<CaseState> GRANTED =
            EnumSet.of(CaseState.DEFERRED, CaseState.SUSPENDED, CaseState.HOME_TUITION, CaseState.APPLYING);
    private static final Comparator<PlaceBar> MOST_FIRST =
            Comparator.comparingLong(PlaceBar::open).reversed().thenComparing(PlaceBar::name);

    private final Scope scope;
    private final CaseListAddress lists;
    private final Map<Long, Office> offices = new HashMap<>();
    private final Map<Long, Map<CaseState, Long>> bySchool = new HashMap<>();
    private final Map<Long, Map<CaseState, Long>> unschooled = new HashMap<>();
    private final Map<CaseState, Long> outside = new EnumMap<>(CaseState.class);

    PlaceTally(Scope scope, List<Office> within, CaseListAddress lists) {
        this.scope = scope;
        this.lists = lists;
        within.forEach(office -> offices.put(office.id(), office));
    }

    void add(CasePlace place, CaseState state) {
        Map<CaseState, Long> counts = !place.within(scope)
                ? outside
                : (place.schooled() ? bySchool : unschooled)
                        .computeIfAbsent(place.office(), id -> new EnumMap<>(CaseState.class));
        counts.merge(state, 1L, Long::sum);
    }

    /** Schools that are open and have no open case. */
    int quiet() {
        return (int) offices.values().stream()
                .filter(office ->
                        office.kind() == OfficeKind.SCHOOL && !office.closed() && !bySchool.containsKey(office.id()))
                .count();
    }

    List<PlaceBar> bars() {
        Map<Long, List<PlaceBar>> below = new HashMap<>();
        List<PlaceBar> top = new ArrayList<>();
        bySchool.forEach((id, counts) -> {
            Office school = offices.get(id);
            long township = township(school);
            PlaceBar bar = bar(id, school.name(), township == 0 ? 0 : 1, counts, lists.school(id));
            (township == 0 ? top : below.computeIfAbsent(township, any -> new ArrayList<>())).add(bar);
        });
        unschooled.forEach((id, counts) -> {
            boolean listed = offices.get(id).kind() == OfficeKind.TOWNSHIP;
            PlaceBar bar =
                    bar(id, "没有学籍学校", listed ? 1 : 0, counts, lists.township(id).unschooled());
            (listed ? below.computeIfAbsent(id, any -> new ArrayList<>()) : top).add(bar);
        });
        below.forEach((id, bars) -> top.add(sum(offices.get(id), bars)));
        top.sort(MOST_FIRST);
        List<PlaceBar> ordered = new ArrayList<>();
        for (PlaceBar each : top) {
            ordered.add(each);
            if (each.level() == 0 && each.office() != null) {
                below.getOrDefault(each.office(), List.of()).stream()
                        .sorted(MOST_FIRST)
                        .forEach(ordered::add);
            }
        }
        if (!outside.isEmpty()) {
            ordered.add(bar(null, "学籍或居住在本单位以外", 0, outside, lists.outside()));
        }
        return ordered;
    }

    /** The township above the school within the scope; 0 for none. */
    private long township(Office school) {
        return school.atOrAbove(OfficeKind.TOWNSHIP)
                .filter(each -> offices.containsKey(each.id()))
                .map(Office::id)
                .orElse(0L);
    }

    private PlaceBar sum(Office township, List<PlaceBar> bars) {
        return new PlaceBar(
                township.id(),
                township.name(),
                0,
                bars.stream().mapToLong(PlaceBar::open).sum(),
                bars.stream().mapToLong(PlaceBar::out).sum(),
                bars.stream().mapToLong(PlaceBar::suspected).sum(),
                bars.stream().mapToLong(PlaceBar::followed).sum(),
                bars.stream().mapToLong(PlaceBar::granted).sum(),
                bars.stream().mapToLong(PlaceBar::other).sum(),
                lists.township(township.id()).toString());
    }

    private static PlaceBar bar(
            @Nullable Long office, String name, int level, Map<CaseState, Long> counts, CaseListAddress list) {
        return new PlaceBar(
                office,
                name,
                level,
                of(counts, EnumSet.allOf(CaseState.class)),
                of(counts, EnumSet.of(CaseState.OUT)),
                of(counts, EnumSet.of(CaseState.SUSPECTED)),
                of(counts, FOLLOWED),
                of(counts, GRANTED),
                of(counts, EnumSet.of(CaseState.ELSEWHERE)),
                list.toString());
    }

    private static long of(Map<CaseState, Long> counts, Set<CaseState> states) {
        return states.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }
}
