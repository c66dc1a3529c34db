package org.guixue.casefile.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a case stands on a day.
 *
 * @param since from when it stands so
 * @param spell counts the absences from 1
 * @param spellFrom when the present one was opened
 * @param decidedUntil until when a deferral or suspension was granted
 * @param lead the office that leads it
 * @param handedTo to which it was handed over and has not been accepted yet
 * @param proposal why it was proposed to strike it off, where nobody has decided on that
 * @param spellEvents what holds and happened in the present spell, in order of day
 * @param flawed events whose precondition does not hold (any more): 「依据已失效」
 */
public record Situation(
        CaseState state,
        LocalDate since,
        int spell,
        LocalDate spellFrom,
        Optional<String> cause,
        Optional<String> whereabouts,
        Optional<LocalDate> lastDayAttended,
        Optional<LocalDate> decidedUntil,
        OptionalLong lead,
        OptionalLong handedTo,
        Optional<String> proposal,
        List<CaseEvent> spellEvents,
        List<CaseEvent> flawed) {
    public Situation {
        spellEvents = List.copyOf(spellEvents);
        flawed = List.copyOf(flawed);
    }

    /** What happened of one kind in the present spell. */
    public List<CaseEvent> of(EventKind kind) {
        return spellEvents.stream().filter(event -> event.kind() == kind).toList();
    }

    /** What was said when the present absence began. */
    public Optional<String> begunBecause() {
        return spellEvents.stream()
                .filter(each -> each.kind() == EventKind.OPENED || each.kind() == EventKind.RELAPSED)
                .findFirst()
                .flatMap(each -> Optional.of(each.words())
                        .filter(words -> !words.isEmpty())
                        .or(() -> each.facts().text(Fact.CAUSE)));
    }

    /** Whether something was applied for and the child has not dropped out in this spell: no dropout is counted. */
    public boolean isApplication() {
        return isApplication(spellEvents);
    }

    static boolean isApplication(List<CaseEvent> spell) {
        return spell.stream()
                        .anyMatch(each ->
                                each.kind() == EventKind.OPENED && each.facts().is(Fact.AS, "APPLICATION"))
                && spell.stream()
                        .noneMatch(each -> each.kind() == EventKind.CONFIRMED
                                || each.kind() == EventKind.RELAPSED
                                || isRefusal(each));
    }

    /** Whoever refuses to come to school is out, whatever was granted. */
    private static boolean isRefusal(CaseEvent event) {
        return event.kind() == EventKind.DECIDED
                && event.facts().is(Fact.GRANTED)
                && event.facts().is(Fact.GROUND, "REFUSAL");
    }

    /** What happened of one kind since a period was last granted in the spell; each is applied for anew. */
    public List<CaseEvent> sinceGranted(EventKind kind) {
        int from = 0;
        for (int i = 0; i < spellEvents.size(); i++) {
            CaseEvent event = spellEvents.get(i);
            if (event.kind() == EventKind.DECIDED && event.facts().is(Fact.GRANTED)) {
                from = i + 1;
            }
        }
        return spellEvents.subList(from, spellEvents.size()).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    /** The days of joint persuasions in the spell; more than one on a day counts once. */
    public long jointPersuasions() {
        return of(EventKind.PERSUADED).stream()
                .filter(event -> event.facts().is(Fact.JOINT))
                .map(CaseEvent::on)
                .distinct()
                .count();
    }

    /** The first effective receipt of the spell, which starts the week. */
    public Optional<LocalDate> noticeReceived() {
        return of(EventKind.NOTICE_RECEIVED).stream().map(CaseEvent::on).findFirst();
    }
}
