package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guixue.batch.BatchState;
import org.guixue.batch.ItemState;
import org.guixue.instrument.InstrumentState;
import org.guixue.reconciliation.ReconciliationState;
import org.guixue.roster.ImportState;
import org.guixue.scan.PileState;

/** What the house has to do by itself and has not done, of all rooms; each asked by its state, for which there is an index or few rows. */
@ApplicationScoped
@Transactional
public class UnfinishedWork {
    private static final int MOST_COUNTED = 10_000;

    private final EntityManager database;

    @Inject
    public UnfinishedWork(EntityManager database) {
        this.database = database;
    }

    /** So many, the oldest of them since then. */
    record Waiting(long count, Optional<Instant> oldest) {}

    /** Papers that have their numbers and no seal. */
    Waiting reserved() {
        return waiting(
                database.createQuery("select i.reservedAt from Instrument i where i.state = :state", Instant.class)
                        .setParameter("state", InstrumentState.RESERVED));
    }

    /** Batches that run, by when an item of theirs was last done, or since they were begun. */
    Waiting batchesAtRestSince(Instant before) {
        return waiting(database.createQuery(
                        "select b.createdAt from Batch b where b.state = :running"
                                + " and b.createdAt < :before and (b.changedAt is null or b.changedAt < :before)"
                                + " and (b.decidedAt is null or b.decidedAt < :before)"
                                + " and not exists (select i.id from BatchItem i where i.batch = b and i.changedAt >= :before)",
                        Instant.class)
                .setParameter("running", BatchState.RUNNING)
                .setParameter("before", before));
    }

    /** Papers of the batches since then that could not be issued. */
    Waiting failedSince(Instant since) {
        return waiting(database.createQuery(
                        "select i.changedAt from BatchItem i where i.batch.createdAt >= :since"
                                + " and i.batch.state in :states and i.state = :failed",
                        Instant.class)
                .setParameter("since", since)
                .setParameter("states", List.of(BatchState.RUNNING, BatchState.DONE))
                .setParameter("failed", ItemState.FAILED));
    }

    Waiting importsAtRestSince(Instant before) {
        return waiting(database.createQuery(
                        "select i.createdAt from RosterImport i where i.state in :states"
                                + " and i.createdAt < :before and (i.beganAt is null or i.beganAt < :before)",
                        Instant.class)
                .setParameter(
                        "states",
                        List.of(ImportState.WAITING, ImportState.READING, ImportState.CONFIRMED, ImportState.APPLYING))
                .setParameter("before", before));
    }

    /** Imports that broke off by no fault of their file. */
    Waiting importsFailedSince(Instant since) {
        return waiting(database.createQuery(
                        "select i.createdAt from RosterImport i where i.state in :states"
                                + " and i.createdAt >= :since",
                        Instant.class)
                .setParameter("states", List.of(ImportState.FAILED, ImportState.INTERRUPTED))
                .setParameter("since", since));
    }

    Waiting comparisonsAtRestSince(Instant before) {
        return waiting(database.createQuery(
                        "select r.createdAt from Reconciliation r where r.state in :states"
                                + " and r.createdAt < :before",
                        Instant.class)
                .setParameter("states", List.of(ReconciliationState.READING, ReconciliationState.MATCHING))
                .setParameter("before", before));
    }

    Waiting pilesAtRestSince(Instant before) {
        return waiting(database.createQuery(
                        "select p.uploadedAt from ScanPile p where p.state = :reading" + " and p.uploadedAt < :before",
                        Instant.class)
                .setParameter("reading", PileState.READING)
                .setParameter("before", before));
    }

    /** How far the schema has been brought. */
    String schemaVersion() {
        Object found = database.createNativeQuery(
                        "select \"version\" from \"flyway_schema_history\" where \"installed_rank\" = (select max(\"installed_rank\")"
                                + " from \"flyway_schema_history\" where \"version\" is not null)")
                .getSingleResult();
        return String.valueOf(found);
    }

    /** Counts no further than that: more is as bad. */
    private static Waiting waiting(TypedQuery<Instant> query) {
        List<Instant> since = query.setMaxResults(MOST_COUNTED).getResultList();
        return new Waiting(since.size(), since.stream().min(Comparator.naturalOrder()));
    }
}
