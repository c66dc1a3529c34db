package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.access.Scope;
import org.guixue.store.Identifiers;

/** Piles, their files and sheets. What a caller reads passes a {@link Scope}; what the house itself needs does not. */
@ApplicationScoped
@Transactional
public class Piles {
    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Piles(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    long nextId() {
        return identifiers.next("scan_pile");
    }

    void add(ScanPile pile, List<Staged> files) {
        database.persist(pile);
        database.flush();
        long first = identifiers.take("scan_file", files.size());
        for (int i = 0; i < files.size(); i++) {
            database.persist(new PileFile(first + i, pile.id(), i + 1, files.get(i)));
        }
        database.flush();
    }

    void add(List<PileSheet> sheets) {
        if (!sheets.isEmpty()) {
            long first = identifiers.take("scan_sheet", sheets.size());
            for (int i = 0; i < sheets.size(); i++) {
                sheets.get(i).identify(first + i);
                database.persist(sheets.get(i));
            }
            database.flush();
        }
    }

    public Optional<ScanPile> find(long id, Scope scope) {
        return find(id).filter(pile -> pile.visibleIn(scope));
    }

    Optional<ScanPile> find(long id) {
        return Optional.ofNullable(database.find(ScanPile.class, id));
    }

    /** Lets one at a time change the pile, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    ScanPile hold(long id) {
        ScanPile pile = database.find(ScanPile.class, id);
        database.refresh(pile, LockModeType.PESSIMISTIC_WRITE);
        return pile;
    }

    /** The one with the same files in the same order, of that very office. */
    Optional<ScanPile> same(Sha256 sha256, Scope office) {
        return database.createQuery(
                        "select p from ScanPile p where p.sha256 = :sha256 and p.ownerPath = :path", ScanPile.class)
                .setParameter("sha256", sha256.hex())
                .setParameter("path", office.path())
                .getResultStream()
                .findFirst();
    }

    /** Those of the caller's part of the office tree, the newest first. */
    public List<ScanPile> newest(Scope scope, int first, int most) {
        return database.createQuery(
                        "select p from ScanPile p where p.ownerPath like :within order by p.uploadedAt desc, p.id desc",
                        ScanPile.class)
                .setParameter("within", scope.path() + "%")
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    public long total(Scope scope) {
        return database.createQuery("select count(p) from ScanPile p where p.ownerPath like :within", Long.class)
                .setParameter("within", scope.path() + "%")
                .getSingleResult();
    }

    /** Ids of those that are still to be read, the oldest first. */
    List<Long> unread() {
        return database.createQuery(
                        "select p.id from ScanPile p where p.state = :reading order by p.uploadedAt, p.id", Long.class)
                .setParameter("reading", PileState.READING)
                .getResultList();
    }

    /** Ids of those with a sheet that is not settled. */
    List<Long> unsettled() {
        return database.createQuery("select p.id from ScanPile p where p.state in :open", Long.class)
                .setParameter("open", List.of(PileState.READING, PileState.WAITING))
                .getResultList();
    }

    /** Those of that very office that have sheets in the tray, the oldest first. */
    List<ScanPile> waiting(Scope office) {
        return database.createQuery(
                        "select p from ScanPile p where p.ownerPath = :path and p.state = :waiting"
                                + " order by p.uploadedAt, p.id",
                        ScanPile.class)
                .setParameter("path", office.path())
                .setParameter("waiting", PileState.WAITING)
                .setMaxResults(200)
                .getResultList();
    }

    public List<PileFile> files(long pile) {
        return database.createQuery("select f from PileFile f where f.pile = :pile order by f.n", PileFile.class)
                .setParameter("pile", pile)
                .getResultList();
    }

    /** In their order. */
    public List<PileSheet> sheets(long pile) {
        return database.createQuery("select s from PileSheet s where s.pile = :pile order by s.n", PileSheet.class)
                .setParameter("pile", pile)
                .getResultList();
    }

    /** As it lies in the database now. */
    public Optional<PileSheet> sheet(long pile, int n) {
        return database.createQuery("select s from PileSheet s where s.pile = :pile and s.n = :n", PileSheet.class)
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                .setParameter("pile", pile)
                .setParameter("n", n)
                .getResultStream()
                .findFirst();
    }

    /** Numbers of the sheets that were read. */
    List<Integer> numbers(long pile) {
        return database.createQuery("select s.n from PileSheet s where s.pile = :pile", Integer.class)
                .setParameter("pile", pile)
                .getResultList();
    }

    /** Sheets of that paper that were filed, from any pile. */
    List<PileSheet> filed(long paper) {
        return database.createQuery(
                        "select s from PileSheet s where s.instrument = :paper and s.state = :filed", PileSheet.class)
                .setParameter("paper", paper)
                .setParameter("filed", SheetState.FILED)
                .getResultList();
    }

    /** Sheets of the blank form of that draft, from any pile, that were not set aside. */
    List<PileSheet> ofDraft(long draft) {
        return database.createQuery(
                        "select s from PileSheet s where s.draft = :draft and s.state in :kept order by s.page, s.pile, s.n",
                        PileSheet.class)
                .setParameter("draft", draft)
                .setParameter("kept", List.of(SheetState.AT_DRAFT, SheetState.MATCHED, SheetState.FILED))
                .getResultList();
    }

    /** Drafts at which sheets lie, and that were issued or thrown away meanwhile. */
    List<Long> draftsDone() {
        return database.createQuery(
                        "select distinct s.draft from PileSheet s where s.state = :lying and not exists"
                                + " (select d from Draft d where d.id = s.draft and d.instrument is null)",
                        Long.class)
                .setParameter("lying", SheetState.AT_DRAFT)
                .getResultList();
    }

    /** Piles that were read, whose sheets are matched and not filed: what a kill leaves. */
    List<Long> interrupted() {
        return database.createQuery(
                        "select distinct s.pile from PileSheet s, ScanPile p where s.state = :matched and p.id = s.pile"
                                + " and p.state <> :reading",
                        Long.class)
                .setParameter("matched", SheetState.MATCHED)
                .setParameter("reading", PileState.READING)
                .getResultList();
    }

    /** Drafts at which sheets lie, of those that are that account's and still open. */
    List<Long> draftsToType(long owner) {
        return database.createQuery(
                        "select distinct s.draft from PileSheet s, Draft d where s.state = :lying and d.id = s.draft"
                                + " and d.ownerId = :owner and d.instrument is null",
                        Long.class)
                .setParameter("lying", SheetState.AT_DRAFT)
                .setParameter("owner", owner)
                .getResultList();
    }

    /** The sheets of which that copy of the paper was made. */
    List<PileSheet> filedAs(long paper, int copy) {
        return filed(paper).stream().filter(sheet -> sheet.copy() == copy).toList();
    }

    /** How many sheets of each pile are in each state. */
    public Map<Long, Map<SheetState, Long>> counts(List<Long> piles) {
        Map<Long, Map<SheetState, Long>> counts = new HashMap<>();
        if (!piles.isEmpty()) {
            database.createQuery(
                            "select s.pile, s.state, count(s) from PileSheet s where s.pile in :piles"
                                    + " group by s.pile, s.state",
                            Object[].class)
                    .setParameter("piles", piles)
                    .getResultStream()
                    .forEach(row -> counts.computeIfAbsent((Long) row[0], pile -> new EnumMap<>(SheetState.class))
                            .put((SheetState) row[1], (Long) row[2]));
        }
        return counts;
    }

    /** Writes what was changed, so that a clash shows here. */
    void settle() {
        database.flush();
    }
}
