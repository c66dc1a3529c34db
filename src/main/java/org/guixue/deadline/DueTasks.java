package org.guixue.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.deadline.due.Due;
import org.guixue.form.Rule;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.office.Task;
import org.guixue.office.WhatWaits;

/**
 * What rules ask for, as tasks: of the caller's own office and what has risen to it; for reading, of its whole scope. No title
 * names a ground or a diagnosis.
 */
@ApplicationScoped
public class DueTasks implements WhatWaits {
    private final DueKeeping keeping;
    private final Offices offices;
    private final DueWay ways;

    @Inject
    public DueTasks(DueKeeping keeping, Offices offices, DueWay ways) {
        this.keeping = keeping;
        this.offices = offices;
        this.ways = ways;
    }

    @Override
    public List<Task> waitingFor(Caller caller, LocalDate today) {
        Office own = offices.find(caller.office()).orElseThrow();
        List<NamedDue> dues = keeping.ask(board -> {
            List<NamedDue> all = new ArrayList<>();
            board.of(own.id()).forEach(due -> all.add(board.named(due)));
            board.risenTo(own.id()).forEach(due -> all.add(board.named(due)));
            return all;
        });
        Map<Long, Office> known = new HashMap<>(Map.of(own.id(), own));
        return dues.stream()
                .filter(each -> stands(each.due(), today))
                .map(each -> task(each, own, known, today, true))
                .toList();
    }

    @Override
    public List<Task> waitingWithin(Caller caller, LocalDate day, LocalDate today) {
        Office own = offices.find(caller.office()).orElseThrow();
        Map<Long, Office> known = new HashMap<>();
        offices.within(caller.scope()).forEach(office -> known.put(office.id(), office));
        List<NamedDue> dues = day.equals(today)
                ? keeping.ask(board -> board.all().stream()
                        .filter(due -> known.containsKey(due.office()))
                        .map(board::named)
                        .toList())
                : keeping.on(day);
        boolean acts = caller.role() != Role.INSPECTOR;
        return dues.stream()
                .filter(each -> known.containsKey(each.due().office()) && stands(each.due(), day))
                .map(each -> task(each, own, known, day, acts))
                .toList();
    }

    /** What must be done about one child, by whomever, the nearest day first; the button where it is the caller's to do. */
    public List<DueLine> about(Caller caller, long student, LocalDate today) {
        Office own = offices.find(caller.office()).orElseThrow();
        Map<Long, Office> known = new HashMap<>(Map.of(own.id(), own));
        return keeping
                .ask(board -> board.about(student).stream().map(board::named).toList())
                .stream()
                .filter(each -> stands(each.due(), today))
                .sorted(Comparator.comparing(NamedDue::due, Due.BY_DAY))
                .map(each -> task(
                        each,
                        own,
                        known,
                        today,
                        caller.role() != Role.INSPECTOR && each.due().office() == own.id()))
                .map(task -> DueLine.of(task, today))
                .toList();
    }

    /** A guardian who lets the day pass makes a task of the office; his own is over. */
    static boolean stands(Due due, LocalDate day) {
        return due.open()
                && !due.opensOn().isAfter(day)
                && !(due.overdue(day) && due.rule().who().contains(Rule.Actor.GUARDIAN));
    }

    private Task task(NamedDue named, Office own, Map<Long, Office> known, LocalDate day, boolean acts) {
        Due due = named.due();
        Office office =
                known.computeIfAbsent(due.office(), id -> offices.find(id).orElse(own));
        DueWay.Way way = acts ? ways.of(due, own) : DueWay.Way.NONE;
        boolean mine = office.id() == own.id();
        return new Task(
                due.id(),
                due.rule().title(),
                named.name().isEmpty() && !mine ? office.name() : named.name(),
                note(
                        due,
                        mine ? Optional.empty() : Optional.of(office.name()),
                        to(named, known),
                        acts && way.href().isEmpty(),
                        day),
                Optional.of(due.dueOn()),
                source(due.rule()),
                way.action(),
                way.href(),
                new Task.Concern(
                        due.rule().id(),
                        due.rule().must(),
                        due.student(),
                        due.caseFile(),
                        OptionalLong.of(due.office())));
    }

    private String to(NamedDue named, Map<Long, Office> known) {
        return named.to().stream()
                .map(id -> Optional.ofNullable(known.get(id)).or(() -> offices.find(id)))
                .flatMap(Optional::stream)
                .map(Office::name)
                .collect(Collectors.joining("、"));
    }

    private static String note(Due due, Optional<String> office, String to, boolean byLedger, LocalDate day) {
        List<String> parts = new ArrayList<>();
        office.ifPresent(name -> parts.add(due.overdue(day) ? "逾期单位：" + name : "由" + name + "办理"));
        if (!due.rule().must().equals(due.rule().title())) {
            parts.add(due.rule().must());
        }
        if (!to.isEmpty()) {
            parts.add("报送" + to);
        }
        if (byLedger) {
            parts.add("提交相应台账后自动办结");
        }
        if (!due.holidaysKnown()) {
            parts.add(due.dueOn().getYear() + "年放假安排尚未公布，先按周末推算");
        }
        return String.join("；", parts);
    }

    /** The document, and that the number is the county's own where no source gives it. */
    static String source(Rule rule) {
        return rule.source() + rule.origin().map(origin -> "；期限：" + origin).orElse("");
    }
}
