package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.office.ReasonsToKeep;
import org.guixue.sheet.Draft;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;

/** Comparisons and the lists that they are of. What a caller reads is narrowed to its scope and grants. */
@ApplicationScoped
public class Reconciliations implements ReasonsToKeep {
    private static final String VISIBLE =
            " where r.bringer.officePath like :within and (r.register <> :guarded or :granted = true)";

    private final EntityManager database;
    private final Transactions transactions;
    private final Identifiers identifiers;

    @Inject
    public Reconciliations(EntityManager database, Transactions transactions, Identifiers identifiers) {
        this.database = database;
        this.transactions = transactions;
        this.identifiers = identifiers;
    }

    long nextId() {
        return identifiers.next("reconciliation");
    }

    void add(Reconciliation begun, byte[] file) {
        transactions.perform(() -> addOnce(begun, file));
    }

    private void addOnce(Reconciliation begun, byte[] file) {
        database.persist(begun);
        database.flush();
        database.persist(new ReconciliationFile(begun.id(), file));
        database.flush();
    }

    /** The comparison, where the caller may read it. */
    @Transactional
    public Reconciliation find(long id, Caller caller) {
        return find(id).filter(found -> found.visibleTo(caller)).orElseThrow(() -> new NotFound("比对"));
    }

    @Transactional
    Optional<Reconciliation> find(long id) {
        return Optional.ofNullable(database.find(Reconciliation.class, id));
    }

    /** The same list under the same name, of that very office. */
    @Transactional
    Optional<Reconciliation> same(Scope office, String registerName, Sha256 sha256) {
        return database.createQuery(
                        "select r from Reconciliation r where r.bringer.officePath = :path and r.registerName = :name"
                                + " and r.sha256 = :sha256",
                        Reconciliation.class)
                .setParameter("path", office.path())
                .setParameter("name", registerName)
                .setParameter("sha256", sha256.hex())
                .getResultStream()
                .findFirst();
    }

    /** Those that the caller may read, the newest first. */
    @Transactional
    public List<Reconciliation> newest(Caller caller, int first, int most) {
        return database.createQuery(
                        "select r from Reconciliation r" + VISIBLE + " order by r.createdAt desc, r.id desc",
                        Reconciliation.class)
                .setParameter("within", caller.scope().path() + "%")
                .setParameter("guarded", RegisterKind.DISABILITY)
                .setParameter("granted", caller.mayReadSensitive())
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    @Transactional
    public long total(Caller caller) {
        return database.createQuery("select count(r) from Reconciliation r" + VISIBLE, Long.class)
                .setParameter("within", caller.scope().path() + "%")
                .setParameter("guarded", RegisterKind.DISABILITY)
                .setParameter("granted", caller.mayReadSensitive())
                .getSingleResult();
    }

    /** Those of that very office whose differences are being settled, the oldest first. */
    @Transactional
    List<Reconciliation> open(Scope office) {
        return database.createQuery(
                        "select r from Reconciliation r where r.bringer.officePath = :path and r.state = :open"
                                + " order by r.createdAt, r.id",
                        Reconciliation.class)
                .setParameter("path", office.path())
                .setParameter("open", ReconciliationState.OPEN)
                .setMaxResults(20)
                .getResultList();
    }

    /** The draft under which the table waits; empty once it was discarded. */
    @Transactional
    Optional<Draft> handedIn(Reconciliation of) {
        return of.draft().map(id -> database.find(Draft.class, id));
    }

    /** Those that offices of the scope brought in that time, the oldest first. */
    @Transactional
    List<Reconciliation> within(Scope scope, Instant from, Instant until) {
        return database.createQuery(
                        "select r from Reconciliation r where r.bringer.officePath like :within and r.createdAt >= :from"
                                + " and r.createdAt < :until order by r.createdAt, r.id",
                        Reconciliation.class)
                .setParameter("within", scope.path() + "%")
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    /** Ids of those that the house is at, the oldest first. */
    @Transactional
    List<Long> running() {
        return database.createQuery(
                        "select r.id from Reconciliation r where r.state in :running order by r.createdAt, r.id",
                        Long.class)
                .setParameter("running", List.of(ReconciliationState.READING, ReconciliationState.MATCHING))
                .getResultList();
    }

    @Transactional
    long running(Scope office) {
        return database.createQuery(
                        "select count(r) from Reconciliation r where r.bringer.officePath = :path and r.state in :running",
                        Long.class)
                .setParameter("path", office.path())
                .setParameter("running", List.of(ReconciliationState.READING, ReconciliationState.MATCHING))
                .getSingleResult();
    }

    /** Lets one at a time go on with it, in a transaction. */
    <T> T held(long id, Function<Reconciliation, T> work) {
        return transactions.run(() -> work.apply(hold(id)));
    }

    private Reconciliation hold(long id) {
        Reconciliation found = database.find(Reconciliation.class, id);
        if (found == null) {
            throw new Conflict("这次比对已不在，请重新上传");
        }
        database.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    /** The list, byte for byte. */
    @Transactional
    byte[] file(long id) {
        return Optional.ofNullable(database.find(ReconciliationFile.class, id))
                .map(ReconciliationFile::bytes)
                .orElseThrow(() -> new NotFound("名册文件"));
    }

    /** An office that has compared lists is closed and not deleted. */
    @Override
    @Transactional
    public Optional<String> reasonToKeep(long office, boolean forGood) {
        long lists = !forGood
                ? 0
                : database.createQuery(
                                "select count(r) from Reconciliation r where r.bringer.officeId = :office", Long.class)
                        .setParameter("office", office)
                        .getSingleResult();
        return lists > 0 ? Optional.of("它有%d次名册比对，只能撤销，不能删除".formatted(lists)) : Optional.empty();
    }
}
