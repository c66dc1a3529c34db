package org.guixue.aid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Scope;
import org.guixue.store.Identifiers;

/** What children were given. Every reading passes a {@link Scope}. */
@ApplicationScoped
@Transactional
public class Aids {
    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Aids(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    void add(Aid aid) {
        aid.identify(identifiers.next("aid"));
        database.persist(aid);
        database.flush();
    }

    Optional<Aid> find(long id, Scope scope) {
        return Optional.ofNullable(database.find(Aid.class, id))
                .filter(aid -> aid.student().visibleIn(scope));
    }

    boolean isCountered(long id) {
        return database.createQuery("select count(a) from Aid a where a.counters = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult()
                > 0;
    }

    /** The child's, newest first, with those that were taken back and what took them back. */
    public List<Aid> of(long student, Scope scope) {
        return database.createQuery(
                        "select a from Aid a where a.student.id = :student order by a.paidOn desc, a.recordedAt desc, a.id desc",
                        Aid.class)
                .setParameter("student", student)
                .getResultStream()
                .filter(aid -> aid.student().visibleIn(scope))
                .toList();
    }
}
