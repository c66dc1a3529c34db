package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.Sha256;
import org.guixue.access.Scope;
import org.guixue.archive.ArchivalNumber;
import org.guixue.office.ReasonsToKeep;
import org.guixue.store.Identifiers;

/** The instruments that have a number. What a caller reads passes a {@link Scope}; what the house itself needs does not. */
@ApplicationScoped
@Transactional
public class Instruments implements ReasonsToKeep {
    /** JPQL: which a caller sees, of an instrument {@code i}, its student {@code s} and its office {@code o}, both left joined. */
    public static final String VISIBLE = "(i.issuerPath like :within or (s is not null and (s.townshipPath like :within"
            + " or s.schoolPath like :within or s.carePath like :within)) or (o is not null and o.path like :within))";

    private static final int CHUNK = 500;

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Instruments(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    public void add(Instrument instrument) {
        instrument.identify(identifiers.next("instrument"));
        database.persist(instrument);
        database.flush();
    }

    /** Writes what was changed, so that a clash shows here. */
    void settle() {
        database.flush();
    }

    public Optional<Instrument> find(long id, Scope scope) {
        return find(id).filter(instrument -> instrument.visibleIn(scope));
    }

    /** For the house itself: sealing, recovery, indexing. */
    public Optional<Instrument> find(long id) {
        return Optional.ofNullable(database.find(Instrument.class, id));
    }

    /** Lets one at a time decide what becomes of it, until the transaction ends; as it is then. */
    public void hold(Instrument instrument) {
        database.flush();
        database.lock(instrument, LockModeType.PESSIMISTIC_WRITE);
        database.refresh(instrument, LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<Instrument> withArchivalNumber(ArchivalNumber number) {
        return one("i.archivalNumber = :value", number.toString());
    }

    public Optional<Instrument> withDigest(Sha256 digest) {
        return one("i.sha256 = :value", digest.hex());
    }

    public Optional<Instrument> withToken(String token) {
        return one("i.token = :value", token);
    }

    /** Whether one of these tokens, of which there is at least one, is known. */
    public boolean haveOneOf(Set<String> tokens) {
        return database.createQuery("select count(i) from Instrument i where i.token in :tokens", Long.class)
                        .setParameter("tokens", tokens)
                        .getSingleResult()
                > 0;
    }

    /** What stands against deleting an office: papers or drafts about it. */
    @Override
    public Optional<String> reasonToKeep(long office, boolean forGood) {
        if (!forGood) {
            return Optional.empty();
        }
        long papers = 0;
        for (String kind : List.of("Instrument", "Draft")) {
            papers += database.createQuery(
                            "select count(p) from " + kind + " p where p.office.id = :office", Long.class)
                    .setParameter("office", office)
                    .getSingleResult();
        }
        return papers > 0 ? Optional.of("有%d份文书或草稿写的是它".formatted(papers)) : Optional.empty();
    }

    private Optional<Instrument> one(String condition, String value) {
        return database.createQuery("select i from Instrument i where " + condition, Instrument.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    /** What took the place of a void paper and is not void itself. */
    public Optional<Instrument> successorOf(Instrument old) {
        return database.createQuery(
                        "select i from Instrument i where i.replacesNumber = :number and i.state <> :void",
                        Instrument.class)
                .setParameter("number", old.archivalNumber().toString())
                .setParameter("void", InstrumentState.VOID)
                .getResultStream()
                .findFirst();
    }

    /** For the house itself: what is about the child, newest first. */
    public List<Instrument> ofChild(long student) {
        return database.createQuery(
                        "select i from Instrument i where i.student.id = :student"
                                + " order by i.issuedOn desc, i.reservedAt desc, i.id desc",
                        Instrument.class)
                .setParameter("student", student)
                .getResultList();
    }

    /** Those of the same series whose numbers lie within that many of this one's, and that have not come back. */
    public List<Instrument> notReturnedNear(Instrument paper, int distance) {
        return database.createQuery(
                        "select i from Instrument i where i.seriesKey = :series and i.serialNo between :first and :last"
                                + " and i.state in :out order by i.serialNo",
                        Instrument.class)
                .setParameter("series", paper.seriesKey())
                .setParameter("first", paper.serialNo() - distance)
                .setParameter("last", paper.serialNo() + distance)
                .setParameter("out", List.of(InstrumentState.ISSUED, InstrumentState.DELIVERED))
                .getResultList();
    }

    /** What that office has issued since then about a child and has not come back, the newest first. */
    public List<Instrument> notReturned(long office, LocalDate since, int most) {
        return database.createQuery(
                        "select i from Instrument i where i.issuer.id = :office and i.state in :out and i.student is not null"
                                + " and i.issuedOn >= :since order by i.issuedOn desc, i.reservedAt desc, i.id desc",
                        Instrument.class)
                .setParameter("office", office)
                .setParameter("out", List.of(InstrumentState.ISSUED, InstrumentState.DELIVERED))
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    /** The child's instruments, oldest first; without those still being sealed. */
    public List<Instrument> of(long student, Scope scope) {
        return database.createQuery(
                        "select i from Instrument i where i.student.id = :student order by i.issuedOn, i.reservedAt, i.id",
                        Instrument.class)
                .setParameter("student", student)
                .getResultStream()
                .filter(instrument -> instrument.visibleIn(scope))
                .toList();
    }

    /** Which of these archival numbers it holds; some hundred a question. */
    public Set<String> numbersAmong(List<String> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : Set.copyOf(database.createQuery(
                                "select i.archivalNumber from Instrument i where i.archivalNumber in :numbers",
                                String.class)
                        .setParameter("numbers", numbers)
                        .getResultList());
    }

    /** Which of these are void. */
    public Set<Long> voidAmong(Collection<Long> ids) {
        List<Long> all = ids.stream().distinct().toList();
        Set<Long> found = new HashSet<>();
        for (int first = 0; first < all.size(); first += CHUNK) {
            found.addAll(database.createQuery(
                            "select i.id from Instrument i where i.id in :ids and i.state = :gone", Long.class)
                    .setParameter("ids", all.subList(first, Math.min(first + CHUNK, all.size())))
                    .setParameter("gone", InstrumentState.VOID)
                    .getResultList());
        }
        return found;
    }

    /** Ids of all instruments of these children, for re-filing them in the index; some hundred children a query. */
    public List<Long> idsOf(List<Long> students) {
        List<Long> found = new ArrayList<>();
        for (int first = 0; first < students.size(); first += CHUNK) {
            found.addAll(
                    database.createQuery("select i.id from Instrument i where i.student.id in :students", Long.class)
                            .setParameter("students", students.subList(first, Math.min(first + CHUNK, students.size())))
                            .getResultList());
        }
        return found;
    }

    /** The newest of the scope. */
    public List<Instrument> newest(Scope scope, int most) {
        return database.createQuery(
                        "select i from Instrument i left join i.student s left join i.office o where " + VISIBLE
                                + " order by i.reservedAt desc, i.id desc",
                        Instrument.class)
                .setParameter("within", scope.path() + "%")
                .setMaxResults(most)
                .getResultList();
    }

    public long count(Scope scope, InstrumentState state) {
        return database.createQuery(
                        "select count(i) from Instrument i left join i.student s left join i.office o"
                                + " where i.state = :state and " + VISIBLE,
                        Long.class)
                .setParameter("within", scope.path() + "%")
                .setParameter("state", state)
                .getSingleResult();
    }

    /** Reserved ones whose next try is due and that nobody holds. */
    public List<Long> dueForSealing(Instant now, int most) {
        return database.createQuery(
                        "select i.id from Instrument i where i.state = :reserved and i.nextTryAt <= :now"
                                + " and (i.leaseUntil is null or i.leaseUntil < :now) order by i.nextTryAt, i.id",
                        Long.class)
                .setParameter("reserved", InstrumentState.RESERVED)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    public long countReserved() {
        return database.createQuery("select count(i) from Instrument i where i.state = :reserved", Long.class)
                .setParameter("reserved", InstrumentState.RESERVED)
                .getSingleResult();
    }

    /** Archival numbers that are given out and have no file yet. */
    public List<String> reservedNumbers() {
        return database.createQuery("select i.archivalNumber from Instrument i where i.state = :reserved", String.class)
                .setParameter("reserved", InstrumentState.RESERVED)
                .getResultList();
    }

    /** Takes the right to seal; false where another holds it or it is no longer reserved. */
    public boolean lease(long id, String owner, Instant now, Instant until) {
        return database.createQuery("update Instrument i set i.leaseOwner = :owner, i.leaseUntil = :until"
                                + " where i.id = :id and i.state = :reserved"
                                + " and (i.leaseUntil is null or i.leaseUntil < :now)")
                        .setParameter("owner", owner)
                        .setParameter("until", until)
                        .setParameter("id", id)
                        .setParameter("reserved", InstrumentState.RESERVED)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** At start: the archive's lock keeps a second process out, so whoever held a lease is gone. */
    public int dropLeases(Instant now) {
        return database.createQuery(
                        "update Instrument i set i.leaseOwner = null, i.leaseUntil = null, i.nextTryAt = :now"
                                + " where i.state = :reserved")
                .setParameter("now", now)
                .setParameter("reserved", InstrumentState.RESERVED)
                .executeUpdate();
    }

    public Optional<FrozenTemplate> template(Sha256 digest) {
        return Optional.ofNullable(database.find(FrozenTemplate.class, digest.hex()));
    }

    public void freeze(FrozenTemplate template) {
        if (template(template.digest()).isEmpty()) {
            database.persist(template);
            database.flush();
        }
    }
}
