package org.guixue.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.guixue.casefile.Case;
import org.guixue.casefile.Persuasion;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.person.TellingWords;

/**
 * A child's case as it stood on the reporting day.
 *
 * @param atStart how it stood on the day before the period; empty where there was none
 * @param offices the name of an office by its id; an empty text for an unknown one
 */
record CaseOnDay(
        ChildOnDay child,
        Case found,
        Situation then,
        Optional<CaseState> atStart,
        Reported asked,
        LongFunction<String> offices)
        implements Reportable {
    /** 本单位规定: no source says how often. */
    private static final int LONGEST_PAUSE_DAYS = 30;

    private static final Map<String, Function<CaseOnDay, Object>> FACTS = Map.ofEntries(
            Map.entry("case.state", c -> c.then.state().name()),
            Map.entry("case.stateLabel", c -> c.then.state().label()),
            Map.entry("case.registrationKind", CaseOnDay::registrationKind),
            Map.entry("case.openedOn", c -> c.then.spellFrom()),
            Map.entry("case.since", c -> c.then.since()),
            Map.entry("case.spell", c -> c.then.spell()),
            Map.entry("case.lead", c -> c.office(c.then.lead())),
            Map.entry("case.lastDayAttended", c -> or(c.then.lastDayAttended())),
            Map.entry("case.absentFrom", CaseOnDay::absentFrom),
            Map.entry("case.cause", CaseOnDay::cause),
            Map.entry("case.whereabouts", c -> open(c.then.whereabouts())),
            Map.entry("case.neverEnrolled", c -> ChildOnDay.yes(c.ever(Fact.NEVER_ENROLLED))),
            Map.entry("case.application", c -> ChildOnDay.yes(c.then.isApplication())),
            Map.entry("case.responsible", c -> c.said(Fact.RESPONSIBLE)),
            Map.entry(
                    "case.persuasionCount", c -> c.then.of(EventKind.PERSUADED).size()),
            Map.entry("case.jointPersuasions", c -> (int) c.then.jointPersuasions()),
            Map.entry("case.persuadedOn", c -> or(c.last(EventKind.PERSUADED).map(CaseEvent::on))),
            Map.entry("case.daysSincePersuasion", CaseOnDay::daysSincePersuasion),
            Map.entry("case.lastResult", c -> open(c.persuasion().map(Persuasion::result))),
            Map.entry(
                    "case.notReturned",
                    c -> open(c.persuasion().map(each -> each.details().notReturned()))),
            Map.entry("case.noticeReceivedOn", c -> or(c.then.noticeReceived())),
            Map.entry("case.reportedOn", c -> or(c.last(EventKind.REPORTED_UP).map(CaseEvent::on))),
            Map.entry("case.orderedOn", c -> or(c.last(EventKind.ORDERED).map(CaseEvent::on))),
            Map.entry("case.returnedOn", c -> or(c.comeback().map(CaseEvent::on))),
            Map.entry("case.returnSchool", CaseOnDay::returnSchool),
            Map.entry("case.returnGrade", c -> c.comeback(Fact.GRADE)),
            Map.entry("case.returnClass", c -> c.comeback(Fact.SCHOOL_CLASS)),
            Map.entry("case.classForm", c -> c.comeback(Fact.CLASS_FORM)),
            Map.entry("case.vocationalOn", c -> or(c.vocational().map(CaseEvent::on))),
            Map.entry("case.vocationalSchool", CaseOnDay::vocationalSchool),
            Map.entry("case.watchedOn", c -> or(c.last(EventKind.WATCHED).map(CaseEvent::on))),
            Map.entry("case.watchedCount", c -> c.then.of(EventKind.WATCHED).size()),
            Map.entry("case.appliedFor", c -> spoken(Fact.OF, c.said(EventKind.APPLIED, Fact.OF))),
            Map.entry("case.ground", c -> spoken(Fact.GROUND, c.said(EventKind.DECIDED, Fact.GROUND))),
            Map.entry("case.decidedOn", c -> or(c.granted().map(CaseEvent::on))),
            Map.entry("case.decidedUntil", c -> or(c.then.decidedUntil())),
            Map.entry("case.decisionNumber", c -> c.said(EventKind.DECIDED, Fact.NUMBER)),
            Map.entry("case.struckOffOn", c -> or(c.last(EventKind.STRUCK_OFF).map(CaseEvent::on))),
            Map.entry("case.strikeOffGround", c -> spoken(Fact.END, c.said(EventKind.STRUCK_OFF, Fact.END))),
            Map.entry("case.outOn", c -> or(c.outOn())),
            Map.entry("case.school", CaseOnDay::schoolThen),
            Map.entry("case.stateAtStart", c -> c.atStart.map(Enum::name).orElse("")),
            Map.entry("case.current", c -> ChildOnDay.yes(c.current())),
            Map.entry("case.persuasionOverdue", c -> ChildOnDay.yes(c.persuasionOverdue())));

    static Set<String> facts() {
        return FACTS.keySet();
    }

    @Override
    public String key() {
        return child.key();
    }

    @Override
    public long reporter() {
        return child.reporter();
    }

    @Override
    public Object fact(String name) {
        Function<CaseOnDay, Object> look = FACTS.get(name);
        return look == null ? child.fact(name) : look.apply(this);
    }

    private static Object or(Optional<?> value) {
        return value.isPresent() ? value.get() : "";
    }

    /** Words as they are, unless they tell of an illness or a disability: a ledger is read by many. */
    private static String open(Optional<String> words) {
        return words.map(TellingWords::keptApart).orElse("");
    }

    private static String spoken(Fact fact, String value) {
        return value.isEmpty() ? "" : fact.spoken(value);
    }

    private String office(OptionalLong id) {
        return id.isPresent() ? offices.apply(id.getAsLong()) : "";
    }

    /** 登记类型 (赣县教基字〔2021〕10号 附件1-2 注2). */
    private Object registrationKind() {
        return then.state() == CaseState.DEFERRED || then.state() == CaseState.SUSPENDED ? "缓学休学" : "失学辍学";
    }

    /** The day after the last one attended, else the day on which the absence was noted. */
    private Object absentFrom() {
        return then.lastDayAttended()
                .map(last -> last.plusDays(1))
                .or(() -> then.isApplication() ? Optional.empty() : Optional.of(then.spellFrom()))
                .<Object>map(day -> day)
                .orElse("");
    }

    private Object cause() {
        return open(then.cause().or(then::begunBecause));
    }

    private Object daysSincePersuasion() {
        return last(EventKind.PERSUADED)
                .<Object>map(event -> (int) ChronoUnit.DAYS.between(event.on(), asked.asOf()))
                .orElse("");
    }

    private boolean ever(Fact fact) {
        return then.spellEvents().stream().anyMatch(event -> event.facts().is(fact));
    }

    private Optional<CaseEvent> last(EventKind kind) {
        List<CaseEvent> all = then.of(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private String said(Fact fact) {
        return lastOf(then.spellEvents().stream().flatMap(event -> event.facts().text(fact).stream()));
    }

    private String said(EventKind kind, Fact fact) {
        return lastOf(then.of(kind).stream().flatMap(event -> event.facts().text(fact).stream()));
    }

    private static String lastOf(Stream<String> all) {
        return all.reduce((before, after) -> after).orElse("");
    }

    private Optional<Persuasion> persuasion() {
        OptionalLong id = last(EventKind.PERSUADED)
                .map(event -> event.facts().id(Fact.PERSUASION))
                .orElse(OptionalLong.empty());
        return id.isPresent() ? found.recordedPersuasion(id.getAsLong()) : Optional.empty();
    }

    private Optional<CaseEvent> comeback() {
        return then.spellEvents().stream()
                .filter(event -> event.kind() == EventKind.RETURNED || event.kind() == EventKind.PLACED)
                .reduce((before, after) -> after);
    }

    private Object comeback(Fact fact) {
        return comeback().flatMap(event -> event.facts().text(fact)).orElse("");
    }

    private Object returnSchool() {
        return comeback()
                .map(event -> ChildOnDay.first(
                        office(event.facts().id(Fact.SCHOOL)), String.valueOf(child.fact("student.school"))))
                .orElse("");
    }

    private Optional<CaseEvent> vocational() {
        return then.of(EventKind.VOCATIONAL).stream()
                .filter(event -> !event.facts().is(Fact.PROPOSED))
                .reduce((before, after) -> after);
    }

    private Object vocationalSchool() {
        return vocational()
                .map(event -> ChildOnDay.first(
                        office(event.facts().id(Fact.SCHOOL)),
                        event.facts().text(Fact.BY).orElse("")))
                .orElse("");
    }

    private Optional<CaseEvent> granted() {
        return then.of(EventKind.DECIDED).stream()
                .filter(event -> event.facts().is(Fact.GRANTED))
                .reduce((before, after) -> after);
    }

    /** When the child was found to have dropped out, in the present absence. */
    private Optional<LocalDate> outOn() {
        return then.spellEvents().stream()
                .filter(event -> event.kind() == EventKind.CONFIRMED || event.kind() == EventKind.RELAPSED)
                .map(CaseEvent::on)
                .findFirst();
    }

    /** Where the child was when it dropped out: the school that it did not come back to is still the roll's. */
    private Object schoolThen() {
        return ChildOnDay.first(
                String.valueOf(child.fact("student.schoolBefore")), String.valueOf(child.fact("student.school")));
    }

    /** Still going on, or ended within the period. */
    private boolean current() {
        return !then.state().ended() || asked.period().contains(then.since());
    }

    private boolean persuasionOverdue() {
        LocalDate last = last(EventKind.PERSUADED).map(CaseEvent::on).orElse(then.spellFrom());
        return then.state() == CaseState.OUT
                && last.plusDays(LONGEST_PAUSE_DAYS).isBefore(asked.asOf());
    }
}
