package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guixue.Conflict;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.casefile.history.Situation;
import org.guixue.office.Office;
import org.guixue.person.Movement;
import org.guixue.person.MovementFollower;
import org.guixue.person.MovementKind;
import org.guixue.person.Student;

/**
 * Lets a child's case learn of what was registered on the roll as an ordinary movement: a suspension opens a case for an
 * application, a return ends it; an absence or a return goes into the case that there is. Whoever is persuaded to come back is
 * not suspended on the roll alone: that passes the conditions of the case.
 */
@ApplicationScoped
public class MovedByHand implements MovementFollower {
    private static final Pattern DISABILITY = Pattern.compile("残疾|残障|智力|自闭|孤独症|脑瘫");
    private static final Pattern HEALTH = Pattern.compile("病|医院|诊断|身体|手术|住院|骨折|抑郁");

    private final Cases cases;
    private final Recording recording;
    private final Clock clock;

    @Inject
    public MovedByHand(Cases cases, Recording recording, Clock clock) {
        this.cases = cases;
        this.recording = recording;
        this.clock = clock;
    }

    /** @throws Conflict for a suspension of a child whose case has other things open */
    @Override
    public void registered(Caller caller, Student child, Movement movement) {
        Optional<Case> found = cases.ofChild(child.id());
        if (movement.kind() == MovementKind.SUSPENSION
                && found.filter(each -> !each.state().ended()).isEmpty()) {
            suspended(caller, child, movement, found);
        } else {
            found.ifPresent(each -> learn(caller, each, movement));
        }
    }

    private void suspended(Caller caller, Student child, Movement movement, Optional<Case> earlier) {
        LocalDate on = earlier.flatMap(found -> cases.history(found.id()).on(movement.on(), clock.instant()))
                .filter(then -> !then.state().ended())
                .map(then -> LocalDate.now(clock))
                .orElse(movement.on());
        String words = words(movement);
        Case opened = earlier.orElseGet(() -> {
            Case begun = new Case(child, on, words, caller.account(), clock.instant());
            cases.add(begun);
            return begun;
        });
        Facts as = from(movement).with(Fact.AS, "APPLICATION");
        happened(
                caller,
                opened,
                EventKind.OPENED,
                on,
                words,
                caller.role() == Role.BUREAU
                        ? as.with(
                                Fact.LEAD, Long.toString(LocalRules.home(child).id()))
                        : as);
        happened(caller, opened, EventKind.DECIDED, on, words + "，没有写期限：知道期限的，再登记一次“作出决定”", granted(movement));
    }

    private static Facts granted(Movement movement) {
        Facts facts = from(movement).with(Fact.OF, "SUSPENSION").with(Fact.GRANTED, "true");
        String evidence = movement.evidenceFor(true);
        return DISABILITY.matcher(evidence).find()
                ? facts.with(Fact.GROUND, "DISABILITY")
                : HEALTH.matcher(evidence).find() ? facts.with(Fact.GROUND, "HEALTH") : facts;
    }

    private void learn(Caller caller, Case found, Movement movement) {
        LocalDate on = movement.on();
        CaseState state = found.state();
        switch (movement.kind()) {
            case SUSPENSION -> {
                if (state != CaseState.RETURNED && state != CaseState.HOME_TUITION) {
                    throw new Conflict("该生的个案没有结束（%s），休学请在个案中登记“提出申请”和“作出决定”，名册随之改变".formatted(state.label()));
                }
                happened(caller, found, EventKind.ENQUIRED, on, words(movement), from(movement));
            }
            case RESUMPTION -> {
                if (EventKind.RETURNED.from().contains(state)) {
                    happened(caller, found, EventKind.RETURNED, on, words(movement), placed(movement));
                    endApplication(caller, found, movement);
                }
            }
            case DROPOUT -> {
                EventKind kind = state == CaseState.SUSPECTED ? EventKind.CONFIRMED : EventKind.RELAPSED;
                if (kind.from().contains(state)) {
                    happened(caller, found, kind, on, words(movement), from(movement));
                }
            }
            default -> {}
        }
    }

    /** Nobody dropped out, so nothing is watched or struck off. */
    private void endApplication(Caller caller, Case found, Movement movement) {
        boolean application = cases.history(found.id())
                .on(LocalDate.now(clock), clock.instant())
                .filter(now -> now.state() == CaseState.RETURNED)
                .filter(Situation::isApplication)
                .isPresent();
        if (application) {
            happened(caller, found, EventKind.CLEARED, movement.on(), words(movement) + "，申请办结", from(movement));
        }
    }

    private void happened(Caller caller, Case found, EventKind kind, LocalDate on, String words, Facts facts) {
        recording.happened(caller, found, CaseEvent.said(kind, on, words, "", facts, List.of()));
    }

    private static String words(Movement movement) {
        return "依异动登记：" + movement.kind().label();
    }

    private static Facts from(Movement movement) {
        return Facts.none().with(Fact.MOVEMENT, Long.toString(movement.id()));
    }

    private static Facts placed(Movement movement) {
        Facts facts = from(movement);
        Optional<Long> school = movement.to().school().map(Office::id);
        if (school.isPresent()) {
            facts = facts.with(Fact.SCHOOL, Long.toString(school.get()));
        }
        if (!movement.to().grade().isEmpty()) {
            facts = facts.with(Fact.GRADE, movement.to().grade());
        }
        return movement.to().schoolClass().isEmpty()
                ? facts
                : facts.with(Fact.SCHOOL_CLASS, movement.to().schoolClass());
    }
}
