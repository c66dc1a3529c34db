package org.guixue.sheet;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.guixue.calendar.Counting;
import org.guixue.casefile.Case;
import org.guixue.casefile.Persuasion;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.instrument.Instrument;

/**
 * What the present spell of a child's case tells to whoever fills in a paper about the child.
 *
 * @param now where it stands on the day of the paper
 * @param papers those about the child that hold, newest first
 */
record CaseSoFar(Case found, Situation now, ChildPapers papers) {
    private static final String NOTICE = "PERSUASION_NOTICE";

    /** Papers that list the others. */
    private static final Set<String> SUMMARIES = Set.of("EVIDENCE_LIST", "STRIKE_OFF_APPROVAL");

    /** 辍学时间不超过3个月 (海教综〔2020〕18号 四（四）1). */
    private static final Period SHORT_ABSENCE = Period.ofMonths(3);

    /** Those of the spell that no correction took back, in order of day. */
    List<Persuasion> persuasions() {
        return events(EventKind.PERSUADED).stream()
                .map(event -> event.facts().id(Fact.PERSUASION))
                .filter(OptionalLong::isPresent)
                .flatMap(id -> found.recordedPersuasion(id.getAsLong()).stream())
                .toList();
    }

    /** 联合劝返; at most one a day counts. */
    List<Persuasion> joint() {
        Set<LocalDate> days = new LinkedHashSet<>();
        return persuasions().stream()
                .filter(each -> each.details().joint() && days.add(each.on()))
                .toList();
    }

    Optional<Persuasion> lastPersuasion() {
        return last(persuasions());
    }

    /** The day after the last one attended; else the day on which the absence was noted. Nothing of a child that is not away. */
    Optional<LocalDate> absentFrom() {
        return now.lastDayAttended()
                .map(last -> last.plusDays(1))
                .or(() -> now.state() == CaseState.APPLYING ? Optional.empty() : Optional.of(now.spellFrom()));
    }

    /** The notice whose receipt started the week, else the newest of the spell. */
    Optional<Instrument> notice() {
        return first(events(EventKind.NOTICE_RECEIVED)).flatMap(this::paper).or(() -> papers.of(NOTICE).stream()
                .filter(each -> !each.issuedOn().isBefore(now.spellFrom()))
                .findFirst());
    }

    /** What the spell's papers prove; those of health or disability are kept apart (另册保管). */
    List<Instrument> proofs() {
        return papers.since(now.spellFrom()).stream()
                .filter(each -> !each.sensitive() && !SUMMARIES.contains(each.kind()))
                .toList();
    }

    /** The paper that brought the last event of that kind about. */
    Optional<Instrument> paperOf(EventKind kind) {
        return last(kind).flatMap(this::paper);
    }

    private Optional<Instrument> paper(CaseEvent event) {
        OptionalLong id = event.facts().id(Fact.PAPER);
        return id.isPresent() ? papers.find(id.getAsLong()) : Optional.empty();
    }

    /** How the child came back: of itself or by a decision. */
    Optional<CaseEvent> comeback() {
        return last(now.spellEvents().stream()
                .filter(event -> event.kind() == EventKind.RETURNED || event.kind() == EventKind.PLACED)
                .toList());
    }

    Optional<CaseEvent> vocational() {
        return last(events(EventKind.VOCATIONAL).stream()
                .filter(event -> !event.facts().is(Fact.PROPOSED))
                .toList());
    }

    /** As papers call where the child was before it came back, or is. */
    Optional<String> stateBefore() {
        if (comeback().isEmpty()) {
            return called(now.state());
        }
        CaseState before = CaseState.OUT;
        for (CaseEvent event : now.spellEvents()) {
            if (event.kind() == EventKind.RETURNED || event.kind() == EventKind.PLACED) {
                continue;
            }
            if (event.kind() == EventKind.DECIDED && event.facts().is(Fact.GRANTED)) {
                before = granted(event);
            } else if (event.kind() == EventKind.ELSEWHERE && !event.facts().is(Fact.PROPOSED)) {
                before = CaseState.ELSEWHERE;
            }
        }
        return called(before);
    }

    private static CaseState granted(CaseEvent event) {
        return switch (event.facts().text(Fact.OF).orElse("")) {
            case "DEFERRAL" -> CaseState.DEFERRED;
            case "SUSPENSION" -> CaseState.SUSPENDED;
            default -> CaseState.HOME_TUITION;
        };
    }

    private static Optional<String> called(CaseState state) {
        return switch (state) {
            case SUSPECTED, OUT -> Optional.of("辍学");
            case DEFERRED -> Optional.of("缓学");
            case SUSPENDED -> Optional.of("休学");
            case HOME_TUITION -> Optional.of("送教上门");
            case ELSEWHERE -> Optional.of("外地就读");
            default -> Optional.empty();
        };
    }

    /** 离校时间, counted to the return, or to the day of the paper. */
    Optional<String> timeAway(LocalDate today) {
        if (now.spellEvents().stream().anyMatch(event -> event.facts().is(Fact.NEVER_ENROLLED))) {
            return Optional.of("从未入学");
        }
        LocalDate until = comeback().map(CaseEvent::on).orElse(today);
        return now.lastDayAttended().map(last -> Counting.longerThan(last, until, SHORT_ABSENCE) ? "超过三个月" : "不超过三个月");
    }

    List<CaseEvent> events(EventKind kind) {
        return now.of(kind);
    }

    Optional<CaseEvent> last(EventKind kind) {
        return last(events(kind));
    }

    /** What was said last of it in the spell. */
    Optional<String> said(Fact fact) {
        List<String> all = new ArrayList<>();
        now.spellEvents().forEach(event -> event.facts().text(fact).ifPresent(all::add));
        return last(all);
    }

    private static <T> Optional<T> first(List<T> all) {
        return all.stream().findFirst();
    }

    private static <T> Optional<T> last(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
