package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.office.Office;
import org.guixue.person.Movement;
import org.guixue.person.MovementFollower;
import org.guixue.person.Student;

/** Lets a child's case learn of a return or an absence that was registered on the roll as an ordinary movement. */
@ApplicationScoped
public class MovedByHand implements MovementFollower {
    private final Cases cases;
    private final Recording recording;

    @Inject
    public MovedByHand(Cases cases, Recording recording) {
        this.cases = cases;
        this.recording = recording;
    }

    @Override
    public void registered(Caller caller, Student child, Movement movement) {
        cases.ofChild(child.id()).ifPresent(found -> event(found, movement)
                .ifPresent(event -> recording.happened(caller, found, event)));
    }

    private static Optional<CaseEvent> event(Case found, Movement movement) {
        Optional<EventKind> kind =
                switch (movement.kind()) {
                    case RESUMPTION -> Optional.of(EventKind.RETURNED);
                    case DROPOUT ->
                        Optional.of(found.state() == CaseState.SUSPECTED ? EventKind.CONFIRMED : EventKind.RELAPSED);
                    default -> Optional.empty();
                };
        return kind.filter(each -> each.from().contains(found.state()))
                .map(each -> CaseEvent.said(
                        each,
                        movement.on(),
                        "依异动登记：" + movement.kind().label(),
                        "",
                        each == EventKind.RETURNED ? placed(movement) : Facts.none(),
                        List.of()));
    }

    private static Facts placed(Movement movement) {
        Facts facts = Facts.none();
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
