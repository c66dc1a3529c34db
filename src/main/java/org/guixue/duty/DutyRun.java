package org.guixue.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.calendar.SchoolYear;
import org.guixue.workbook.PlannedVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of a workbook against the map and against each other, and notes what has to be done for each. Nothing is
 * written here. Who ends comes before who begins, wherever they stand in the file.
 */
final class DutyRun {
    private final Caller caller;
    private final SchoolYear year;
    private final DutyRowPlaces places;
    private final Map<String, List<Duty>> known = new HashMap<>();
    private final Map<String, Integer> rowOfSlot = new HashMap<>();
    private final Map<String, Boolean> ended = new HashMap<>();
    private final Map<Integer, PlannedDuty> lines = new TreeMap<>();
    private final List<Consumer<DutyKeeping>> acts = new ArrayList<>();

    DutyRun(Caller caller, SchoolYear year, DutyRowPlaces places, List<Duty> all) {
        this.caller = caller;
        this.year = year;
        this.places = places;
        all.forEach(duty -> known.computeIfAbsent(slot(duty.layer(), duty.what()), any -> new ArrayList<>())
                .add(duty));
    }

    void take(List<DutyRow> rows) {
        rows.stream()
                .sorted(Comparator.comparing((DutyRow row) -> !row.ended()).thenComparing(DutyRow::number))
                .forEach(this::take);
    }

    List<PlannedDuty> lines() {
        return List.copyOf(lines.values());
    }

    void carryOut(DutyKeeping keeping) {
        acts.forEach(act -> act.accept(keeping));
    }

    private static String slot(DutyLayer layer, String what) {
        return layer.name() + " " + what;
    }

    private void take(DutyRow row) {
        List<Violation> wrong = new ArrayList<>(row.violations(year.toString()));
        Optional<DutyPlace> place = row.layer().flatMap(layer -> places.find(caller, layer, row, wrong));
        if (wrong.isEmpty()) {
            judge(row, row.layer().orElseThrow(), place.orElseThrow(), wrong);
        }
        if (!wrong.isEmpty()) {
            note(
                    row,
                    row.text("office"),
                    PlannedVerdict.REFUSED,
                    wrong.stream().map(row::reason).toList());
        }
    }

    private void judge(DutyRow row, DutyLayer layer, DutyPlace place, List<Violation> wrong) {
        String slot = slot(layer, place.key(layer.covers()));
        List<Duty> there = known.getOrDefault(slot, List.of());
        if (row.ended()) {
            end(row, slot, there, wrong);
            return;
        }
        Integer earlier = rowOfSlot.putIfAbsent(slot, row.number());
        if (earlier != null) {
            wrong.add(new Violation("name", "与第%d行是同一项责任，一项只能有一位现任责任人".formatted(earlier)));
            return;
        }
        Duty now = ended.containsKey(slot)
                ? null
                : there.stream().filter(Duty::current).findFirst().orElse(null);
        if (now == null) {
            add(row, layer, place, wrong);
        } else if (now.name().equals(row.who().name())) {
            correct(row, now, wrong);
        } else {
            succeed(row, now, wrong);
        }
    }

    private void end(DutyRow row, String slot, List<Duty> there, List<Violation> wrong) {
        LocalDate until = row.day("until").orElseThrow();
        Optional<Duty> same = there.stream()
                .filter(duty -> duty.name().equals(row.who().name()))
                .filter(duty -> row.day("from").map(duty.from()::equals).orElse(true))
                .filter(duty -> duty.until().map(until::equals).orElse(true))
                .findFirst();
        if (same.isEmpty()) {
            wrong.add(new Violation("until", "系统里没有这位责任人的这段记录，不能由导入补写以前的责任人；现任责任人请把结束日留空"));
        } else if (!same.get().current()) {
            note(row, same.get().covers(), PlannedVerdict.UNCHANGED, List.of());
        } else if (row.text("reason").isEmpty()) {
            wrong.add(new Violation("reason", "请写明不再负责的原因"));
        } else if (until.isBefore(same.get().from())) {
            wrong.add(new Violation("until", "结束日早于开始负责的" + same.get().from()));
        } else if (permitted(row, same.get().layer(), wrong)) {
            ended.put(slot, true);
            long id = same.get().id();
            String reason = row.text("reason");
            acts.add(keeping -> keeping.end(caller, id, until, reason));
            note(row, same.get().covers(), PlannedVerdict.CHANGED, List.of(until + "起不再负责：" + reason));
        }
    }

    private void add(DutyRow row, DutyLayer layer, DutyPlace place, List<Violation> wrong) {
        if (permitted(row, layer, wrong)) {
            Charge charge = new Charge(
                    place.child().isPresent() ? 0 : place.office().id(),
                    place.village(),
                    place.child().isPresent() ? "" : place.grade(),
                    place.child().isPresent() ? "" : place.schoolClass(),
                    place.child().map(child -> child.id()).orElse(0L));
            DutyDetails details = new DutyDetails(year, layer, charge, row.who(), row.day("from"));
            acts.add(keeping -> keeping.enter(caller, details));
            Duty shown = new Duty(year, layer, place, row.who(), year.from(), 0, java.time.Instant.EPOCH);
            note(
                    row,
                    shown.covers(),
                    PlannedVerdict.ADDED,
                    List.of("由" + row.who().name() + "负责"));
        }
    }

    private void correct(DutyRow row, Duty now, List<Violation> wrong) {
        if (row.day("from").filter(from -> !from.equals(now.from())).isPresent()) {
            wrong.add(new Violation("from", "系统里的起始日是%s，导入不能改变".formatted(now.from())));
            return;
        }
        Responsible before = now.who();
        Responsible after = row.over(before);
        List<String> changes = new ArrayList<>();
        change(changes, "职务", before.post(), after.post());
        change(changes, "电话", before.phone(), after.phone());
        if (changes.isEmpty()) {
            note(row, now.covers(), PlannedVerdict.UNCHANGED, List.of());
        } else if (permitted(row, now.layer(), wrong)) {
            long id = now.id();
            int version = now.version();
            acts.add(keeping -> keeping.correct(caller, id, after, OptionalInt.of(version)));
            note(row, now.covers(), PlannedVerdict.CHANGED, changes);
        }
    }

    private void succeed(DutyRow row, Duty now, List<Violation> wrong) {
        LocalDate from = row.day("from").orElse(null);
        if (from == null || !from.isAfter(now.from())) {
            wrong.add(new Violation("from", "现由%s负责；换人请写明新责任人的起始日（晚于%s）".formatted(now.name(), now.from())));
        }
        if (row.text("reason").isEmpty()) {
            wrong.add(new Violation("reason", "现由%s负责；换人请写明变更原因".formatted(now.name())));
        }
        if (wrong.isEmpty() && permitted(row, now.layer(), wrong)) {
            hand(row, now, from);
        }
    }

    private void hand(DutyRow row, Duty now, @Nullable LocalDate from) {
        long id = now.id();
        Responsible next = row.who();
        String reason = row.text("reason");
        LocalDate day = Optional.ofNullable(from).orElseThrow();
        acts.add(keeping -> keeping.succeed(caller, id, next, day, reason));
        note(
                row,
                now.covers(),
                PlannedVerdict.CHANGED,
                List.of("%s起由%s改为%s：%s".formatted(day, now.name(), next.name(), reason)));
    }

    private boolean permitted(DutyRow row, DutyLayer layer, List<Violation> wrong) {
        if (!layer.isEnteredBy(caller.role())) {
            wrong.add(new Violation("layer", "“%s”由上级单位填写".formatted(row.text("layer"))));
            return false;
        }
        return true;
    }

    private static void change(List<String> changes, String title, String before, String after) {
        if (!before.equals(after)) {
            changes.add(title + "：" + (before.isEmpty() ? "（空）" : before) + " → " + after);
        }
    }

    private void note(DutyRow row, String covers, PlannedVerdict verdict, List<String> what) {
        lines.put(
                row.number(),
                new PlannedDuty(
                        row.number(), row.text("layer"), covers, row.who().name(), verdict, what));
    }
}
