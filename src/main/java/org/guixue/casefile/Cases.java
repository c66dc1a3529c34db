package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Scope;
import org.guixue.person.Students;
import org.guixue.store.Identifiers;

/** The cases of children. Every reading passes a {@link Scope}. */
@ApplicationScoped
@Transactional
public class Cases {
    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Cases(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    void add(Case caseFile) {
        caseFile.identify(identifiers.next("case_file"));
        database.persist(caseFile);
        database.flush();
    }

    void add(Persuasion persuasion) {
        persuasion.identify(identifiers.next("persuasion"));
        database.persist(persuasion);
        database.flush();
    }

    /** For the house itself: recovery. */
    public Optional<Case> find(long id) {
        return Optional.ofNullable(database.find(Case.class, id));
    }

    public Optional<Case> find(long id, Scope scope) {
        return find(id).filter(found -> found.student().visibleIn(scope));
    }

    /** The child's cases, newest first. */
    public List<Case> of(long student, Scope scope) {
        return database.createQuery(
                        "select c from Case c where c.student.id = :student order by c.openedOn desc, c.createdAt desc, c.id desc",
                        Case.class)
                .setParameter("student", student)
                .getResultStream()
                .filter(found -> found.student().visibleIn(scope))
                .toList();
    }

    public Optional<Case> openCase(long student, Scope scope) {
        return of(student, scope).stream()
                .filter(found -> found.state() == CaseState.OPEN)
                .findFirst();
    }

    /** Open cases of the scope, the longest open first. */
    public List<Case> open(Scope scope, int most) {
        return database.createQuery(
                        "select c from Case c join c.student s where c.state = :open and " + Students.VISIBLE
                                + " order by c.openedOn, c.createdAt, c.id",
                        Case.class)
                .setParameter("open", CaseState.OPEN)
                .setParameter("within", scope.path() + "%")
                .setMaxResults(most)
                .getResultList();
    }

    public long countOpen(Scope scope) {
        return database.createQuery(
                        "select count(c) from Case c join c.student s where c.state = :open and " + Students.VISIBLE,
                        Long.class)
                .setParameter("open", CaseState.OPEN)
                .setParameter("within", scope.path() + "%")
                .getSingleResult();
    }
}
