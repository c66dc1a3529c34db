package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.office.Office;
import org.guixue.office.Succession;

/** The children of a school that closes go to the roll of the one that takes its place, each with a movement. */
@ApplicationScoped
public class RollSuccession implements Succession {
    private final Students students;
    private final Movements movements;
    private final ChildTrail trail;
    private final RollFollower follower;
    private final Clock clock;

    @Inject
    public RollSuccession(
            Students students, Movements movements, ChildTrail trail, RollFollower follower, Clock clock) {
        this.students = students;
        this.movements = movements;
        this.trail = trail;
        this.follower = follower;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void passOn(Caller caller, Office closed, Office successor, String reason) {
        List<Student> children = students.onRollOf(closed);
        children.forEach(child -> move(caller, child, closed, successor, reason));
        if (!children.isEmpty()) {
            follower.changed(children.stream().map(Student::id).toList(), false);
        }
    }

    private void move(Caller caller, Student child, Office closed, Office successor, String reason) {
        Standing before = Standing.of(child);
        child.moveTo(
                new Standing(before.state(), Optional.of(successor), before.grade(), before.schoolClass()),
                clock.instant());
        movements.add(new Movement(
                child,
                MovementKind.MERGER,
                LocalDate.now(clock),
                before,
                "",
                "",
                "“%s”撤销，由“%s”承接：%s".formatted(closed.name(), successor.name(), reason),
                caller,
                clock.instant()));
        trail.changed(caller, child.id(), "movement " + MovementKind.MERGER);
    }
}
