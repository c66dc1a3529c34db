package org.guixue.casefile.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads events in order and keeps where the case stands. For one reading. */
final class Folding {
    private @Nullable CaseState state;
    private LocalDate since = LocalDate.MIN;
    private LocalDate spellFrom = LocalDate.MIN;
    private int spell;
    private Optional<String> cause = Optional.empty();
    private Optional<String> whereabouts = Optional.empty();
    private Optional<LocalDate> lastDayAttended = Optional.empty();
    private Optional<LocalDate> until = Optional.empty();
    private boolean byRefusal;
    private OptionalLong lead = OptionalLong.empty();
    private OptionalLong handedTo = OptionalLong.empty();
    private Optional<String> proposal = Optional.empty();
    private final List<CaseEvent> spellEvents = new ArrayList<>();
    private final List<CaseEvent> flawed = new ArrayList<>();

    void take(CaseEvent event) {
        endPeriodBefore(event.on());
        if (!mayHappen(event)) {
            flawed.add(event);
            return;
        }
        if (event.kind() == EventKind.OPENED || event.kind() == EventKind.RELAPSED) {
            beginSpell(event);
        }
        learn(event);
        spellEvents.add(event);
        move(event);
    }

    private boolean mayHappen(CaseEvent event) {
        if (state == null) {
            return event.kind() == EventKind.OPENED;
        }
        return event.kind().from().contains(state)
                && (event.kind() != EventKind.ACCEPTED || handedTo.isPresent())
                && (event.kind() != EventKind.CLEARED
                        || state != CaseState.RETURNED
                        || Situation.isApplication(spellEvents))
                && (proposal.isPresent() || !answersProposal(event))
                && endFits(event);
    }

    private static boolean answersProposal(CaseEvent event) {
        return event.kind() == EventKind.SENT_BACK || event.kind() == EventKind.STRUCK_OFF;
    }

    /** A case ends as returned, placed or received elsewhere only from that state. */
    private boolean endFits(CaseEvent event) {
        return event.facts()
                .text(Fact.END)
                .map(end -> switch (end) {
                    case "RETURNED", "VOCATIONAL", "ELSEWHERE" -> CaseState.valueOf(end) == state;
                    default -> true;
                })
                .orElse(true);
    }

    private void beginSpell(CaseEvent event) {
        spell++;
        spellFrom = event.on();
        spellEvents.clear();
        cause = Optional.empty();
        whereabouts = Optional.empty();
        lastDayAttended = Optional.empty();
        until = Optional.empty();
        proposal = Optional.empty();
        if (lead.isEmpty()) {
            lead = OptionalLong.of(event.facts().id(Fact.LEAD).orElse(event.office()));
        }
    }

    private void learn(CaseEvent event) {
        cause = event.facts().text(Fact.CAUSE).or(() -> cause).or(() -> begun(event));
        whereabouts = event.facts().text(Fact.WHEREABOUTS).or(() -> whereabouts);
        lastDayAttended = event.facts().date(Fact.LAST_DAY_ATTENDED).or(() -> lastDayAttended);
    }

    /** What was said when the absence began is its cause until more is known. */
    private static Optional<String> begun(CaseEvent event) {
        boolean begins = event.kind() == EventKind.OPENED || event.kind() == EventKind.RELAPSED;
        return Optional.of(event.words()).filter(words -> begins && !words.isEmpty());
    }

    private void move(CaseEvent event) {
        switch (event.kind()) {
            case OPENED ->
                to(event.facts().is(Fact.AS, "APPLICATION") ? CaseState.APPLYING : CaseState.SUSPECTED, event);
            case CONFIRMED, RELAPSED -> to(CaseState.OUT, event);
            case CLEARED -> to(CaseState.CLEARED, event);
            case RETURNED, PLACED -> {
                to(CaseState.RETURNED, event);
                receivedBy(event);
            }
            case VOCATIONAL, ELSEWHERE -> {
                if (!event.facts().is(Fact.PROPOSED)) {
                    to(CaseState.valueOf(event.kind().name()), event);
                }
            }
            case DECIDED -> decide(event);
            case STRIKE_OFF_PROPOSED -> proposal = event.facts().text(Fact.END);
            case SENT_BACK -> proposal = Optional.empty();
            case STRUCK_OFF -> to(CaseState.STRUCK_OFF, event);
            case HANDED_OVER -> handedTo = event.facts().id(Fact.TO);
            case ACCEPTED -> {
                lead = handedTo;
                handedTo = OptionalLong.empty();
            }
            default -> {}
        }
    }

    /** The school that it names watches the child, and leads the case from then. */
    private void receivedBy(CaseEvent event) {
        OptionalLong school = event.facts().id(Fact.SCHOOL);
        if (school.isPresent()) {
            lead = school;
            handedTo = OptionalLong.empty();
        }
    }

    private void decide(CaseEvent event) {
        if (!event.facts().is(Fact.GRANTED)) {
            return;
        }
        until = event.facts().date(Fact.UNTIL);
        byRefusal = event.facts().is(Fact.GROUND, "REFUSAL");
        to(
                switch (event.facts().text(Fact.OF).orElse("")) {
                    case "DEFERRAL" -> CaseState.DEFERRED;
                    case "SUSPENSION" -> CaseState.SUSPENDED;
                    default -> CaseState.HOME_TUITION;
                },
                event);
    }

    private void to(CaseState next, CaseEvent event) {
        if (next != CaseState.DEFERRED && next != CaseState.SUSPENDED) {
            until = Optional.empty();
        }
        proposal = Optional.empty();
        state = next;
        since = event.on();
    }

    /** A granted period that is over: for health the child is looked for again, by refusal it is out. */
    private void endPeriodBefore(LocalDate day) {
        if ((state == CaseState.DEFERRED || state == CaseState.SUSPENDED)
                && until.filter(day::isAfter).isPresent()) {
            since = until.orElseThrow().plusDays(1);
            state = byRefusal ? CaseState.OUT : CaseState.SUSPECTED;
            until = Optional.empty();
        }
    }

    Optional<Situation> at(LocalDate day) {
        endPeriodBefore(day);
        return Optional.ofNullable(state)
                .map(now -> new Situation(
                        now,
                        since,
                        spell,
                        spellFrom,
                        cause,
                        whereabouts,
                        lastDayAttended,
                        until,
                        lead,
                        handedTo,
                        proposal,
                        spellEvents,
                        flawed));
    }
}
