package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.guixue.access.Caller;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;

/** The imports, their files and what somebody decided. Each belongs to the account that brought it and is shown to no other. */
@ApplicationScoped
public class RosterImports {
    private final EntityManager database;
    private final Transactions transactions;
    private final Identifiers identifiers;

    @Inject
    public RosterImports(EntityManager database, Transactions transactions, Identifiers identifiers) {
        this.database = database;
        this.transactions = transactions;
        this.identifiers = identifiers;
    }

    RosterImport add(RosterImport begun, byte[] file) {
        return transactions.run(() -> addOnce(begun, file));
    }

    private RosterImport addOnce(RosterImport begun, byte[] file) {
        begun.identify(identifiers.next("roster_import"));
        database.persist(begun);
        database.flush();
        database.persist(new RosterFile(begun.id(), file));
        database.flush();
        return begun;
    }

    @Transactional
    public Optional<RosterImport> find(long id, Caller caller) {
        return find(id).filter(found -> found.account() == caller.account());
    }

    /** For the house itself. */
    @Transactional
    Optional<RosterImport> find(long id) {
        return Optional.ofNullable(database.find(RosterImport.class, id));
    }

    /** What the caller brought last, newest first. */
    @Transactional
    public List<RosterImport> latest(Caller caller, int most) {
        return database.createQuery(
                        "select i from RosterImport i where i.by.accountId = :account order by i.createdAt desc, i.id desc",
                        RosterImport.class)
                .setParameter("account", caller.account())
                .setMaxResults(most)
                .getResultList();
    }

    /** Those of an office that have not ended. */
    @Transactional
    List<RosterImport> open(long office) {
        return database.createQuery(
                        "select i from RosterImport i where i.by.officeId = :office and i.state in :states",
                        RosterImport.class)
                .setParameter("office", office)
                .setParameter(
                        "states",
                        List.of(ImportState.WAITING, ImportState.READING, ImportState.CONFIRMED, ImportState.APPLYING))
                .getResultList();
    }

    /** In the order in which they came. */
    @Transactional
    List<RosterImport> in(Collection<ImportState> states) {
        return database.createQuery(
                        "select i from RosterImport i where i.state in :states order by i.createdAt, i.id",
                        RosterImport.class)
                .setParameter("states", states)
                .getResultList();
    }

    /** Those that still keep a file although nobody has come back to them since. */
    @Transactional
    List<Long> left(Instant before) {
        return database.createQuery(
                        "select f.importId from RosterFile f, RosterImport i where i.id = f.importId"
                                + " and i.createdAt < :before",
                        Long.class)
                .setParameter("before", before)
                .getResultList();
    }

    /** One change after the other: two that meet see each what the other has made of it. */
    RosterImport change(long id, Consumer<RosterImport> change) {
        return transactions.run(() -> changeOnce(id, change));
    }

    private RosterImport changeOnce(long id, Consumer<RosterImport> change) {
        RosterImport found = find(id).orElseThrow();
        database.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        change.accept(found);
        return found;
    }

    @Transactional
    byte[] file(long id) {
        return Optional.ofNullable(database.find(RosterFile.class, id))
                .map(RosterFile::bytes)
                .orElseThrow(() -> new org.guixue.NotFound("文件"));
    }

    @Transactional
    boolean hasFile(long id) {
        return database.createQuery("select count(f) from RosterFile f where f.importId = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult()
                > 0;
    }

    void forgetFile(long id) {
        transactions.perform(() -> forgetFileOnce(id));
    }

    private void forgetFileOnce(long id) {
        database.createQuery("delete from RosterFile f where f.importId = :id")
                .setParameter("id", id)
                .executeUpdate();
        database.createNativeQuery("delete from roster_import_decision where import_id = ?")
                .setParameter(1, id)
                .executeUpdate();
    }

    void decide(long id, int row, Decision decision) {
        transactions.perform(() -> decideOnce(id, row, decision));
    }

    private void decideOnce(long id, int row, Decision decision) {
        database.createNativeQuery("delete from roster_import_decision where import_id = ? and row_no = ?")
                .setParameter(1, id)
                .setParameter(2, row)
                .executeUpdate();
        database.createNativeQuery("insert into roster_import_decision (import_id, row_no, decision) values (?, ?, ?)")
                .setParameter(1, id)
                .setParameter(2, row)
                .setParameter(3, decision.name())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    @Transactional
    public Map<Integer, Decision> decisions(long id) {
        List<Object[]> rows = database.createNativeQuery(
                        "select row_no, decision from roster_import_decision where import_id = ?")
                .setParameter(1, id)
                .getResultList();
        Map<Integer, Decision> decisions = new HashMap<>();
        rows.forEach(row -> decisions.put(((Number) row[0]).intValue(), Decision.valueOf(String.valueOf(row[1]))));
        return decisions;
    }
}
