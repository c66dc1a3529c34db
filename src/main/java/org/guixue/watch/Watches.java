package org.guixue.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.person.Students;
import org.guixue.store.Identifiers;

/** Who is watched. Every reading passes the caller's scope, and shows groups of health and disability to holders of the grant alone. */
@ApplicationScoped
@Transactional
public class Watches {
    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Watches(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    /**
     * What is looked for.
     *
     * @param groups some of those that the caller may see
     * @param quietSince only those whose last talk, visit or check, or beginning, is not after this day
     */
    public record Filter(
            Collection<WatchGroup> groups, Optional<Long> school, boolean ended, Optional<LocalDate> quietSince) {}

    void add(Watch watch) {
        watch.identify(identifiers.next("watch"));
        database.persist(watch);
        database.flush();
    }

    void add(WatchNote note) {
        note.identify(identifiers.next("watch_note"));
        database.persist(note);
        database.flush();
    }

    /** Writes what was changed, so that a clash shows here. */
    void settle() {
        database.flush();
    }

    public Optional<Watch> find(Caller caller, long id) {
        return Optional.ofNullable(database.find(Watch.class, id))
                .filter(watch -> watch.student().visibleIn(caller.scope()))
                .filter(watch -> caller.mayReadSensitive() || !watch.group().sensitive());
    }

    /** Lets one at a time change it, until the transaction ends; as it lies in the database then. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Watch> hold(Caller caller, long id) {
        Optional<Watch> found = find(caller, id);
        found.ifPresent(watch -> database.refresh(watch, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** The child's, those that last first; of the groups that the caller may see. */
    public List<Watch> ofChild(Caller caller, long student) {
        return database.createQuery(
                        "select w from Watch w where w.student.id = :student order by w.sinceOn desc, w.id",
                        Watch.class)
                .setParameter("student", student)
                .getResultStream()
                .filter(watch -> watch.student().visibleIn(caller.scope()))
                .filter(watch -> caller.mayReadSensitive() || !watch.group().sensitive())
                .sorted((a, b) -> Boolean.compare(b.open(), a.open()))
                .toList();
    }

    boolean isOpen(long student, WatchGroup group) {
        return database.createQuery("select count(w) from Watch w where w.openGroup = :open", Long.class)
                        .setParameter("open", Watch.openGroup(student, group))
                        .getSingleResult()
                > 0;
    }

    /** Those whose turn came longest ago first. */
    public List<Watch> list(Caller caller, Filter filter, int first, int most) {
        return filtered("select w", Watch.class, " order by coalesce(w.lastOn, w.sinceOn), w.id", caller, filter)
                .setFirstResult(first)
                .setMaxResults(most)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "w.student")
                .getResultList();
    }

    public long count(Caller caller, Filter filter) {
        return filter.groups().isEmpty()
                ? 0
                : filtered("select count(w)", Long.class, "", caller, filter).getSingleResult();
    }

    private <T> TypedQuery<T> filtered(String what, Class<T> type, String order, Caller caller, Filter filter) {
        TypedQuery<T> query = database.createQuery(
                what + " from Watch w join w.student s where w.group in :groups and " + Students.VISIBLE
                        + (filter.ended() ? "" : " and w.openGroup is not null")
                        + (filter.school().isPresent() ? " and s.school.id = :school" : "")
                        + (filter.quietSince().isPresent() ? " and coalesce(w.lastOn, w.sinceOn) <= :quiet" : "")
                        + order,
                type);
        query.setParameter("groups", filter.groups())
                .setParameter("within", caller.scope().path() + "%");
        filter.school().ifPresent(school -> query.setParameter("school", school));
        filter.quietSince().ifPresent(day -> query.setParameter("quiet", day));
        return query;
    }

    /** The newest first. */
    public List<WatchNote> notes(long watch) {
        return database.createQuery(
                        "select n from WatchNote n where n.watch.id = :watch order by n.onDay desc, n.recordedAt desc, n.id",
                        WatchNote.class)
                .setParameter("watch", watch)
                .getResultList();
    }
}
