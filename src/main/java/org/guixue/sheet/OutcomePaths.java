package org.guixue.sheet;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.office.Office;

/** How a case came out: the {@code case.…} paths about return, placement, decisions, watch and strike-off. */
final class OutcomePaths {
    /** As 销号审批表 calls the grounds. */
    private static final Map<String, String> GROUNDS = Map.of(
            "RETURNED", "已复学并经跟踪",
            "VOCATIONAL", "已安置中职并经跟踪",
            "ELSEWHERE", "外地就读已核实",
            "COMPLETED", "已完成义务教育",
            "LEFT_COUNTRY", "已出国（境）",
            "DIED", "死亡",
            "SIXTEEN", "年满16周岁未完成义务教育");

    private static final Map<String, String> APPLICATIONS =
            Map.of("DEFERRAL", "延缓入学", "SUSPENSION", "休学", "HOME_TUITION", "送教上门");

    static final Map<String, Function<CasePaths.Asked, Optional<?>>> ALL = all();

    private OutcomePaths() {}

    private static Map<String, Function<CasePaths.Asked, Optional<?>>> all() {
        Map<String, Function<CasePaths.Asked, Optional<?>>> paths = new HashMap<>(comeback());
        paths.putAll(decisions());
        return paths;
    }

    private static Map<String, Function<CasePaths.Asked, Optional<?>>> comeback() {
        return Map.ofEntries(
                entry("case.returnedOn", a -> a.known().comeback().map(CaseEvent::on)),
                entry("case.placedOn", a -> a.known()
                        .comeback()
                        .or(() -> a.known().vocational())
                        .map(CaseEvent::on)),
                entry("case.returnSchool", a -> a.known().comeback().flatMap(event -> returnSchool(a, event))),
                entry("case.returnGrade", a -> returned(a, Fact.GRADE)),
                entry("case.returnClass", a -> returned(a, Fact.SCHOOL_CLASS)),
                entry("case.returnGradeClass", a -> a.known().comeback().map(OutcomePaths::gradeClass)),
                entry("case.returnClassForm", a -> returned(a, Fact.CLASS_FORM)),
                entry("case.departure", a -> returned(a, Fact.REASON)),
                entry(
                        "case.refusedBy",
                        a -> a.known().last(EventKind.REFUSED_BY_SCHOOL).flatMap(a::school)),
                entry(
                        "case.refusedOn",
                        a -> a.known().last(EventKind.REFUSED_BY_SCHOOL).map(CaseEvent::on)),
                entry("case.vocationalSchool", a -> a.known().vocational().flatMap(event -> a.school(event)
                        .or(() -> event.facts().text(Fact.BY)))),
                entry("case.vocationalClass", a -> a.known().vocational().flatMap(event -> event.facts()
                        .text(Fact.SCHOOL_CLASS))),
                entry("case.vocationalOn", a -> a.known().vocational().map(CaseEvent::on)),
                entry("case.whereNow", OutcomePaths::whereNow));
    }

    private static Optional<String> returned(CasePaths.Asked asked, Fact fact) {
        return asked.known().comeback().flatMap(event -> event.facts().text(fact));
    }

    private static Optional<String> returnSchool(CasePaths.Asked asked, CaseEvent event) {
        return asked.school(event).or(() -> asked.found().student().school().map(Office::name));
    }

    private static String gradeClass(CaseEvent event) {
        return event.facts().text(Fact.GRADE).orElse("")
                + event.facts().text(Fact.SCHOOL_CLASS).orElse("");
    }

    private static Optional<String> whereNow(CasePaths.Asked asked) {
        return switch (asked.known().now().state()) {
            case RETURNED ->
                asked.known().comeback().map(event -> returnSchool(asked, event).orElse("") + gradeClass(event));
            case VOCATIONAL ->
                asked.known().vocational().flatMap(event -> asked.school(event)
                        .or(() -> event.facts().text(Fact.BY)));
            default -> asked.known().now().whereabouts();
        };
    }

    private static Map<String, Function<CasePaths.Asked, Optional<?>>> decisions() {
        return Map.ofEntries(
                entry("case.decidedUntil", a -> a.known().now().decidedUntil()),
                entry("case.decisionNumber", a -> numbered(a.known().events(EventKind.DECIDED), Fact.NUMBER)),
                entry("case.consentNumber", a -> numbered(a.known().events(EventKind.OPINION), Fact.NUMBER)),
                entry("case.consentOn", a -> CasePaths.last(a.known().events(EventKind.OPINION).stream()
                                .filter(event -> event.facts().has(Fact.NUMBER))
                                .toList())
                        .map(CaseEvent::on)),
                entry("case.appliedFor", a -> a.known()
                        .last(EventKind.APPLIED)
                        .flatMap(event -> event.facts().text(Fact.OF))
                        .map(APPLICATIONS::get)),
                entry("case.appliedUntil", a -> a.known()
                        .last(EventKind.APPLIED)
                        .flatMap(event -> event.facts().date(Fact.UNTIL))),
                entry("case.court", a -> a.known().last(EventKind.COURT).map(OutcomePaths::court)),
                entry("case.strikeOffGround", a -> a.known()
                        .now()
                        .proposal()
                        .or(() -> a.known().said(Fact.END))
                        .map(GROUNDS::get)),
                entry("case.watchedFrom", a -> a.known().events(EventKind.WATCHED).stream()
                        .findFirst()
                        .flatMap(event -> a.known()
                                .comeback()
                                .or(() -> a.known().vocational())
                                .or(() -> Optional.of(event)))
                        .map(CaseEvent::on)),
                entry(
                        "case.watchedUntil",
                        a -> a.known().last(EventKind.WATCHED).map(CaseEvent::on)),
                entry("case.watchedCount", a -> Optional.of(
                                a.known().events(EventKind.WATCHED).size())
                        .filter(count -> count > 0)),
                entry(
                        "case.watchedRows",
                        a -> Optional.of(a.known().events(EventKind.WATCHED).stream()
                                .map(OutcomePaths::confirmation)
                                .toList())));
    }

    private static Optional<String> numbered(List<CaseEvent> events, Fact number) {
        return CasePaths.last(events.stream()
                .flatMap(event -> event.facts().text(number).stream())
                .toList());
    }

    private static String court(CaseEvent event) {
        String stage = event.facts().text(Fact.STAGE).map(Fact.STAGE::spoken).orElse("");
        return stage + event.facts().text(Fact.NUMBER).map(" "::concat).orElse("");
    }

    private static Map<String, Object> confirmation(CaseEvent event) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("on", event.on().toString());
        row.put("what", event.words());
        return row;
    }
}
