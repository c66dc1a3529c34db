package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;

/**
 * Many children stand elsewhere on the roll by one act: each with a movement that names the act, told to the trail and to whoever
 * follows the roll. Part of the open transaction; who goes where is decided by whoever calls.
 */
@ApplicationScoped
public class RollTurn {
    private final Students students;
    private final Movements movements;
    private final ChildTrail trail;
    private final RollFollower follower;
    private final Clock clock;

    @Inject
    public RollTurn(Students students, Movements movements, ChildTrail trail, RollFollower follower, Clock clock) {
        this.students = students;
        this.movements = movements;
        this.trail = trail;
        this.follower = follower;
        this.clock = clock;
    }

    /**
     * One child's part of the act.
     *
     * @param on the day from which it stands there
     */
    public record Turn(Student child, MovementKind kind, Standing after, LocalDate on) {}

    /**
     * The movements in the order of the turns.
     *
     * @param evidence the act, in the words of the child's history
     * @param what the act, in those of the trail
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Movement> turn(Caller caller, List<Turn> turns, String evidence, String what) {
        Instant now = clock.instant();
        List<Movement> written = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (Turn turn : turns) {
            Standing before = Standing.of(turn.child());
            turn.child().moveTo(turn.after(), now);
            written.add(movements.add(
                    new Movement(turn.child(), turn.kind(), turn.on(), before, "", "", evidence, caller, now)));
            ids.add(turn.child().id());
        }
        students.settle();
        trail.changedAll(caller, ids, what);
        follower.changed(ids, false);
        return written;
    }

    /**
     * What has happened to children since a movement of theirs.
     *
     * @param moved who no longer stands where it left them, or did not for a while
     * @param lastOn when something was written of them last
     */
    public record Since(Set<Long> moved, Map<Long, LocalDate> lastOn) {
        public Since {
            moved = Set.copyOf(moved);
            lastOn = Map.copyOf(lastOn);
        }
    }

    /** @param movementOf by child */
    public Since since(Map<Long, Movement> movementOf) {
        Set<Long> moved = new HashSet<>();
        Map<Long, LocalDate> lastOn = new HashMap<>();
        movementOf.forEach((child, movement) -> {
            lastOn.put(child, movement.on());
            if (!Standing.of(movement.student()).isSameAs(movement.to())) {
                moved.add(child);
            }
        });
        for (Movement other : movements.ofChildren(movementOf.keySet())) {
            long child = other.student().id();
            lastOn.merge(child, other.on(), (one, two) -> one.isAfter(two) ? one : two);
            boolean later = Optional.ofNullable(movementOf.get(child))
                    .filter(own ->
                            other.on().isAfter(own.on()) || other.recordedAt().isAfter(own.recordedAt()))
                    .isPresent();
            if (later && !other.from().isSameAs(other.to())) {
                moved.add(child);
            }
        }
        return new Since(moved, lastOn);
    }
}
