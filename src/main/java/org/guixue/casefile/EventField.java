package org.guixue.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.office.Office;
import org.guixue.page.Typed;
import org.guixue.person.Student;

/**
 * One field of the page on which an event is recorded.
 *
 * @param kind {@code TEXT}, {@code DATE} or {@code CHOICE}
 * @param options of a choice
 * @param none what the empty choice is called; empty for no such choice
 */
public record EventField(String name, String label, String kind, boolean needed, List<Option> options, String none) {
    /** What may be chosen. */
    public record Option(String id, String name) {}

    public EventField {
        options = List.copyOf(options);
    }

    /** The fields of a kind, in the order of its facts, after the day and the words that every event has. */
    static List<EventField> of(EventKind kind, List<Office> schools, List<Office> takers) {
        List<EventField> fields = new ArrayList<>();
        Stream.concat(kind.needed().stream(), kind.known().stream())
                .filter(fact -> fact != Fact.PROPOSED && fact != Fact.LEAD && fact != Fact.PAPER)
                .forEach(fact -> fields.add(field(kind, fact, schools, takers)));
        return List.copyOf(fields);
    }

    private static EventField field(EventKind kind, Fact fact, List<Office> schools, List<Office> takers) {
        boolean needed = kind.needed().contains(fact);
        String name = EventChecks.name(kind, fact);
        return switch (fact.kind()) {
            case CHOICE ->
                new EventField(
                        name,
                        fact.label(),
                        "CHOICE",
                        needed,
                        fact.choices().stream()
                                .map(choice -> new Option(choice, fact.spoken(choice)))
                                .toList(),
                        needed ? "请选择" : "不填");
            case FLAG ->
                new EventField(
                        name,
                        fact.label(),
                        "CHOICE",
                        needed,
                        List.of(new Option("true", "是"), new Option("false", "否")),
                        needed ? "请选择" : "不填");
            case ID ->
                new EventField(
                        name,
                        label(kind, fact),
                        "CHOICE",
                        needed,
                        named(fact == Fact.TO ? takers : schools),
                        needed ? "请选择" : "原学校");
            case DATE -> new EventField(name, fact.label(), "DATE", needed, List.of(), "");
            case TEXT, COUNT -> new EventField(name, label(kind, fact), "TEXT", needed, List.of(), "");
        };
    }

    static String label(EventKind kind, Fact fact) {
        if (fact == Fact.BY) {
            return switch (kind) {
                case VOCATIONAL -> "就读的中职学校";
                case OPINION -> "由谁提出（村委会、专家委员会、县领导小组）";
                case APPLIED -> "申请人";
                case DECIDED -> "作出决定的机关";
                default -> "由谁";
            };
        }
        return kind == EventKind.RETURNED && fact == Fact.SCHOOL ? "接收的学校" : fact.label();
    }

    private static List<Option> named(List<Office> offices) {
        return offices.stream()
                .filter(office -> !office.closed())
                .map(office -> new Option(Long.toString(office.id()), office.name()))
                .toList();
    }

    /** What is known before anybody types. */
    static Typed begun(EventKind kind, Student child, Optional<Situation> now, LocalDate today) {
        Typed typed = Typed.blank().with("on", today.toString());
        switch (kind) {
            case RETURNED, PLACED ->
                typed.with("grade", child.grade())
                        .with("schoolClass", child.schoolClass())
                        .with("classForm", "随班就读");
            case DECIDED ->
                now.map(each -> each.of(EventKind.APPLIED)).stream()
                        .flatMap(List::stream)
                        .reduce((earlier, later) -> later)
                        .ifPresent(application -> {
                            application.facts().text(Fact.OF).ifPresent(of -> typed.with("of", of));
                            application.facts().text(Fact.GROUND).ifPresent(ground -> typed.with("ground", ground));
                            application
                                    .facts()
                                    .date(Fact.UNTIL)
                                    .ifPresent(until -> typed.with("until", until.toString()));
                        });
            case STRIKE_OFF_PROPOSED ->
                now.map(Situation::state)
                        .filter(state -> state == CaseState.RETURNED
                                || state == CaseState.VOCATIONAL
                                || state == CaseState.ELSEWHERE)
                        .ifPresent(state -> typed.with("ground", state.name()));
            case STRUCK_OFF -> now.flatMap(Situation::proposal).ifPresent(ground -> typed.with("ground", ground));
            case ENQUIRED -> {
                now.flatMap(Situation::cause).ifPresent(cause -> typed.with("cause", cause));
                now.flatMap(Situation::whereabouts).ifPresent(where -> typed.with("whereabouts", where));
                now.flatMap(Situation::lastDayAttended).ifPresent(day -> typed.with("lastDayAttended", day.toString()));
            }
            default -> {}
        }
        return typed;
    }
}
