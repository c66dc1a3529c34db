package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Scope;
import org.guixue.store.Identifiers;

/** What happened to the children on the roll. Only added to; every reading passes a {@link Scope}. */
@ApplicationScoped
@Transactional
public class Movements {
    private static final int CHUNK = 500;

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Movements(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    Movement add(Movement movement) {
        movement.identify(identifiers.next("student_movement"));
        database.persist(movement);
        return movement;
    }

    /** Writes it. */
    Movement settled(Movement movement) {
        database.flush();
        return movement;
    }

    /** The latest that somebody has registered of a child. */
    Optional<Movement> latestRegistered(Student child) {
        return database.createQuery(
                        "select m from Movement m where m.student = :child and m.kind not in :own"
                                + " order by m.movedOn desc, m.recordedAt desc, m.id desc",
                        Movement.class)
                .setParameter("child", child)
                .setParameter("own", MovementKind.OF_THE_ROSTER)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The one that was recorded last of a child. */
    Optional<Movement> latest(Student child) {
        return database.createQuery(
                        "select m from Movement m where m.student = :child order by m.recordedAt desc, m.id desc",
                        Movement.class)
                .setParameter("child", child)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** For the house itself: all movements of these children, some hundred at a time. */
    List<Movement> ofChildren(Collection<Long> children) {
        List<Long> all = List.copyOf(children);
        List<Movement> found = new ArrayList<>();
        for (int first = 0; first < all.size(); first += CHUNK) {
            found.addAll(database.createQuery("select m from Movement m where m.student.id in :ids", Movement.class)
                    .setParameter("ids", all.subList(first, Math.min(first + CHUNK, all.size())))
                    .getResultList());
        }
        return found;
    }

    /** The child's movements where the scope includes the child, oldest first. */
    public List<Movement> of(long student, Scope scope) {
        return database.createQuery(
                        "select m from Movement m join m.student s where s.id = :student and " + Students.VISIBLE
                                + " order by m.movedOn, m.recordedAt, m.id",
                        Movement.class)
                .setParameter("student", student)
                .setParameter("within", scope.path() + "%")
                .getResultList();
    }
}
