package org.guixue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.Sha256;
import org.guixue.access.Scope;
import org.guixue.store.Identifiers;

/** The proofs that are kept. What a caller reads passes a {@link Scope}; what the house itself needs does not. */
@ApplicationScoped
@Transactional
public class Evidences {
    private static final String TABLE = "evidence";

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Evidences(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    /** One that lies in the archive and that the scope includes. */
    public Optional<Evidence> find(long id, Scope scope) {
        return find(id).filter(found -> found.keptAt().isPresent()).filter(found -> found.visibleIn(scope));
    }

    /** One that the scope includes and that may prove something about that child, by its id or its 档号. */
    public Optional<Evidence> named(String name, long child, Scope scope) {
        Optional<Evidence> found = name.matches("\\d{1,18}")
                ? find(Long.parseLong(name), scope)
                : database.createQuery(
                                "select e from Evidence e where e.archivalNumber = :number and e.keptAt is not null"
                                        + " order by e.id",
                                Evidence.class)
                        .setParameter("number", name)
                        .getResultStream()
                        .filter(each -> each.visibleIn(scope) && each.mayConcern(child))
                        .findFirst();
        return found.filter(each -> each.mayConcern(child));
    }

    /** For the house itself: also one that is not kept yet. */
    public Optional<Evidence> find(long id) {
        return Optional.ofNullable(database.find(Evidence.class, id));
    }

    /** What is kept about a child, the newest first. */
    public List<Evidence> of(long student, Scope scope) {
        return database.createQuery(
                        "select e from Evidence e where e.student.id = :student and e.keptAt is not null"
                                + " order by e.keptAt desc, e.id desc",
                        Evidence.class)
                .setParameter("student", student)
                .getResultStream()
                .filter(found -> found.visibleIn(scope))
                .toList();
    }

    /** The same file of the same office about the same child, kept or on its way. */
    Optional<Evidence> same(Sha256 sha256, long office, long childKey) {
        return database.createQuery(
                        "select e from Evidence e where e.sha256 = :sha256 and e.office.id = :office"
                                + " and e.childKey = :child",
                        Evidence.class)
                .setParameter("sha256", sha256.hex())
                .setParameter("office", office)
                .setParameter("child", childKey)
                .getResultStream()
                .findFirst();
    }

    /** Lets one at a time bring it to its end, until the open transaction ends. */
    Evidence held(long id) {
        Evidence evidence = database.find(Evidence.class, id, LockModeType.PESSIMISTIC_WRITE);
        database.refresh(evidence, LockModeType.PESSIMISTIC_WRITE);
        return evidence;
    }

    long nextId() {
        return identifiers.next(TABLE);
    }

    void add(Evidence evidence) {
        database.persist(evidence);
        database.flush();
    }

    void drop(Evidence evidence) {
        database.remove(evidence);
        database.flush();
    }

    /** Those whose number is given out and that nobody has been told of yet. */
    List<Evidence> reserved() {
        return database.createQuery("select e from Evidence e where e.keptAt is null order by e.id", Evidence.class)
                .getResultList();
    }

    /** Archival numbers that are given out and of which nobody knows yet whether they have a file. */
    public List<String> reservedNumbers() {
        return reserved().stream()
                .map(found -> found.archivalNumber().toString())
                .toList();
    }

    /** Which of these archival numbers it holds; some hundred a question. */
    public Set<String> numbersAmong(List<String> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : Set.copyOf(database.createQuery(
                                "select e.archivalNumber from Evidence e where e.archivalNumber in :numbers",
                                String.class)
                        .setParameter("numbers", numbers)
                        .getResultList());
    }
}
