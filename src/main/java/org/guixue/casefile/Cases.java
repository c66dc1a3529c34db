package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.CaseState;
import org.guixue.office.Office;
import org.guixue.person.Students;
import org.guixue.store.Identifiers;

/** The cases of children. Every reading passes a {@link Scope}. */
@ApplicationScoped
@Transactional
public class Cases {
    private static final int CHUNK = 500;

    /** States in which something is still to be done. */
    private static final Set<CaseState> GOING =
            EnumSet.complementOf(EnumSet.of(CaseState.CLEARED, CaseState.STRUCK_OFF));

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

    RecordedEvent add(Case caseFile, CaseEvent event, Caller caller) {
        RecordedEvent recorded = new RecordedEvent(identifiers.next("case_event"), caseFile, event, caller);
        database.persist(recorded);
        database.flush();
        return recorded;
    }

    /** What was recorded of a case, as it was written down. */
    public List<RecordedEvent> recorded(long caseId) {
        return database.createQuery(
                        "select e from RecordedEvent e where e.caseFile.id = :case order by e.recordedAt, e.id",
                        RecordedEvent.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    public CaseHistory history(long caseId) {
        return new CaseHistory(
                recorded(caseId).stream().map(RecordedEvent::event).toList());
    }

    /** The histories of many cases by id, in a query for some hundred; no entity is made of an event. */
    public Map<Long, CaseHistory> histories(Collection<Long> caseIds) {
        List<Long> all = List.copyOf(caseIds);
        Map<Long, List<CaseEvent>> events = new HashMap<>();
        for (int first = 0; first < all.size(); first += CHUNK) {
            database.createQuery(RecordedEvent.ROWS + " where e.caseFile.id in :ids", Object[].class)
                    .setParameter("ids", all.subList(first, Math.min(first + CHUNK, all.size())))
                    .getResultList()
                    .forEach(row -> events.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                            .add(RecordedEvent.event(row)));
        }
        Map<Long, CaseHistory> histories = new HashMap<>();
        events.forEach((id, list) -> histories.put(id, new CaseHistory(list)));
        return histories;
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

    /** The child's case where it has not ended. */
    public Optional<Case> openCase(long student, Scope scope) {
        return of(student, scope).stream()
                .filter(found -> !found.state().ended())
                .findFirst();
    }

    /** For the house itself: the child's case, whatever its state. */
    public Optional<Case> ofChild(long student) {
        return database.createQuery(
                        "select c from Case c where c.student.id = :student order by c.openedOn desc", Case.class)
                .setParameter("student", student)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Cases of the scope that have not ended, the longest open first. */
    public List<Case> open(Scope scope, int most) {
        return inStates(scope, GOING, 0, most);
    }

    /** A page of the scope's cases in these states, the longest open first. */
    public List<Case> inStates(Scope scope, Set<CaseState> states, int first, int most) {
        return database.createQuery(
                        "select c from Case c join fetch c.student s where c.state in :states and " + Students.VISIBLE
                                + " order by c.openedOn, c.createdAt, c.id",
                        Case.class)
                .setParameter("states", states)
                .setParameter("within", scope.path() + "%")
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    /** The children of the scope who have a case in one of these states. */
    public Set<Long> childrenIn(Scope scope, Set<CaseState> states) {
        return new HashSet<>(database.createQuery(
                        "select s.id from Case c join c.student s where c.state in :states and " + Students.VISIBLE,
                        Long.class)
                .setParameter("states", states)
                .setParameter("within", scope.path() + "%")
                .getResultList());
    }

    public long countOpen(Scope scope) {
        return count(scope, GOING);
    }

    public long count(Scope scope, Set<CaseState> states) {
        return database.createQuery(
                        "select count(c) from Case c join c.student s where c.state in :states and " + Students.VISIBLE,
                        Long.class)
                .setParameter("states", states)
                .setParameter("within", scope.path() + "%")
                .getSingleResult();
    }

    /** For the house itself: those that have not ended and that this office leads or was handed and has not accepted yet. */
    List<Case> inCareOf(Office office) {
        return database.createQuery(
                        "select c from Case c join c.student s where c.state in :states"
                                + " and (c.leadOffice = :office or s.carePath = :path) order by c.id",
                        Case.class)
                .setParameter("states", GOING)
                .setParameter("office", office.id())
                .setParameter("path", office.path())
                .getResultList();
    }

    /** For the house itself: those that have not ended and that this office leads. */
    List<Case> openOf(long office) {
        return database.createQuery(
                        "select c from Case c where c.state in :states and c.leadOffice = :office order by c.openedOn, c.id",
                        Case.class)
                .setParameter("states", GOING)
                .setParameter("office", office)
                .getResultList();
    }

    /** For the house itself: all that this office led last. */
    List<Case> everLedBy(long office) {
        return database.createQuery("select c from Case c where c.leadOffice = :office order by c.id", Case.class)
                .setParameter("office", office)
                .getResultList();
    }

    /** For the house itself: those whose granted period was over before that day and whose copy does not say so yet. */
    public List<Case> overdue(LocalDate today) {
        return database.createQuery("select c from Case c where c.untilOn < :today and c.state in :granted", Case.class)
                .setParameter("today", today)
                .setParameter("granted", EnumSet.of(CaseState.DEFERRED, CaseState.SUSPENDED))
                .getResultList();
    }
}
