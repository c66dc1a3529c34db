package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Scope;
import org.guixue.store.Identifiers;

/** The batches and their items. What a caller reads passes a {@link Scope}; what the worker needs does not. */
@ApplicationScoped
@Transactional
public class Batches {
    private static final int CHUNK = 500;

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Batches(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    void add(Batch batch) {
        batch.identify(identifiers.next("batch"));
        database.persist(batch);
    }

    void add(List<BatchItem> items) {
        long first = identifiers.take("batch_item", items.size());
        for (int i = 0; i < items.size(); i++) {
            items.get(i).identify(first + i);
            database.persist(items.get(i));
        }
        database.flush();
    }

    /** Writes what was changed, so that a clash shows here. */
    void settle() {
        database.flush();
    }

    public Optional<Batch> find(long id, Scope scope) {
        return Optional.ofNullable(database.find(Batch.class, id)).filter(batch -> batch.visibleIn(scope));
    }

    /** Those of the caller's part of the office tree, the newest first. */
    List<Batch> newest(Scope scope, int first, int most) {
        return database.createQuery(
                        "select b from Batch b where b.ownerPath like :within order by b.createdAt desc, b.id desc",
                        Batch.class)
                .setParameter("within", scope.path() + "%")
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many papers of each batch failed; those without are not in it. */
    Map<Long, Long> failures(List<Long> batches) {
        Map<Long, Long> failures = new HashMap<>();
        if (!batches.isEmpty()) {
            database.createQuery(
                            "select i.batch.id, count(i) from BatchItem i where i.batch.id in :batches and i.state = :failed"
                                    + " group by i.batch.id",
                            Object[].class)
                    .setParameter("batches", batches)
                    .setParameter("failed", ItemState.FAILED)
                    .getResultStream()
                    .forEach(row -> failures.put((Long) row[0], (Long) row[1]));
        }
        return failures;
    }

    long total(Scope scope) {
        return database.createQuery("select count(b) from Batch b where b.ownerPath like :within", Long.class)
                .setParameter("within", scope.path() + "%")
                .getSingleResult();
    }

    /** Those that wait for a decision in that very office. */
    List<Batch> submitted(Scope office) {
        return database.createQuery(
                        "select b from Batch b where b.ownerPath = :path and b.state = :submitted order by b.submittedAt, b.id",
                        Batch.class)
                .setParameter("path", office.path())
                .setParameter("submitted", BatchState.SUBMITTED)
                .setMaxResults(200)
                .getResultList();
    }

    /** Those that this account still prepares, also those that were sent back. */
    List<Batch> preparedBy(long owner, Scope office) {
        return database.createQuery(
                        "select b from Batch b where b.ownerId = :owner and b.ownerPath = :path and b.state = :prepared"
                                + " order by b.changedAt desc, b.id desc",
                        Batch.class)
                .setParameter("owner", owner)
                .setParameter("path", office.path())
                .setParameter("prepared", BatchState.PREPARED)
                .setMaxResults(200)
                .getResultList();
    }

    /** Lets one at a time change the batch, until the transaction ends; as it lies in the database then. */
    @Transactional(Transactional.TxType.MANDATORY)
    Batch hold(long id) {
        Batch batch = database.find(Batch.class, id);
        database.refresh(batch, LockModeType.PESSIMISTIC_WRITE);
        return batch;
    }

    Optional<BatchItem> item(long id) {
        return Optional.ofNullable(database.find(BatchItem.class, id));
    }

    /** Ids of the running ones, the oldest first. */
    List<Long> running() {
        return database.createQuery(
                        "select b.id from Batch b where b.state = :running order by b.createdAt, b.id", Long.class)
                .setParameter("running", BatchState.RUNNING)
                .getResultList();
    }

    /** Ids of items that wait, in their order. */
    List<Long> waiting(long batch, int most) {
        return database.createQuery(
                        "select i.id from BatchItem i where i.batch.id = :batch and i.state = :waiting order by i.position",
                        Long.class)
                .setParameter("batch", batch)
                .setParameter("waiting", ItemState.WAITING)
                .setMaxResults(most)
                .getResultList();
    }

    /** Whom it is for, without those that were left out. */
    Set<Long> childrenOf(long batch) {
        return new HashSet<>(database.createQuery(
                        "select i.student from BatchItem i where i.batch.id = :batch and i.student is not null"
                                + " and i.state <> :left",
                        Long.class)
                .setParameter("batch", batch)
                .setParameter("left", ItemState.CANCELLED)
                .getResultList());
    }

    public List<BatchItem> items(long batch, ItemState state, int most) {
        return items(batch, state, 0, most);
    }

    /** In their order, from the one that stands at {@code first}, counted from 0. */
    List<BatchItem> items(long batch, ItemState state, int first, int most) {
        return database.createQuery(
                        "select i from BatchItem i where i.batch.id = :batch and i.state = :state order by i.position",
                        BatchItem.class)
                .setParameter("batch", batch)
                .setParameter("state", state)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those in whose way something stands, in their order. */
    List<BatchItem> blocked(long batch, ItemState state, int most) {
        return database.createQuery(
                        "select i from BatchItem i where i.batch.id = :batch and i.state = :state and i.message <> ''"
                                + " order by i.position",
                        BatchItem.class)
                .setParameter("batch", batch)
                .setParameter("state", state)
                .setMaxResults(most)
                .getResultList();
    }

    long countBlocked(long batch, ItemState state) {
        return database.createQuery(
                        "select count(i) from BatchItem i where i.batch.id = :batch and i.state = :state and i.message <> ''",
                        Long.class)
                .setParameter("batch", batch)
                .setParameter("state", state)
                .getSingleResult();
    }

    public Map<ItemState, Long> count(long batch) {
        Map<ItemState, Long> counts = new EnumMap<>(ItemState.class);
        database.createQuery(
                        "select i.state, count(i) from BatchItem i where i.batch.id = :batch group by i.state",
                        Object[].class)
                .setParameter("batch", batch)
                .getResultStream()
                .forEach(row -> counts.put((ItemState) row[0], (Long) row[1]));
        return counts;
    }

    /** The items that claim one of these. */
    List<BatchItem> claiming(Collection<String> claims) {
        List<String> all = List.copyOf(claims);
        List<BatchItem> found = new ArrayList<>();
        for (int first = 0; first < all.size(); first += CHUNK) {
            found.addAll(database.createQuery("select i from BatchItem i where i.claim in :claims", BatchItem.class)
                    .setParameter("claims", all.subList(first, Math.min(first + CHUNK, all.size())))
                    .getResultList());
        }
        return found;
    }
}
