package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Receipts;
import org.guixue.store.Identifiers;

/** What was delivered. Whoever sees a paper sees its deliveries. */
@ApplicationScoped
@Transactional
public class Deliveries implements Receipts {
    private static final String TABLE = "delivery";

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Deliveries(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    /** How many of these papers were carried out once and not delivered. */
    long failedAmong(List<Long> papers) {
        return papers.isEmpty()
                ? 0
                : database.createQuery(
                                "select count(distinct d.instrument.id) from Delivery d where d.instrument.id in :papers"
                                        + " and d.outcome = :failed",
                                Long.class)
                        .setParameter("papers", papers)
                        .setParameter("failed", DeliveryOutcome.FAILED)
                        .getSingleResult();
    }

    /**
     * What that office has issued of those kinds since then and nobody has recorded as delivered, the oldest first; also where
     * it has come back signed.
     */
    List<Instrument> open(long office, List<String> kinds, LocalDate since, int most) {
        return database.createQuery(
                        "select i from Instrument i where i.issuer.id = :office and i.state in :states and i.kind in :kinds"
                                + " and i.issuedOn >= :since and not exists (select d from Delivery d"
                                + " where d.instrument = i and d.outcome <> :failed)"
                                + " order by i.issuedOn, i.reservedAt, i.id",
                        Instrument.class)
                .setParameter("office", office)
                .setParameter("states", List.of(InstrumentState.ISSUED, InstrumentState.RETURNED))
                .setParameter("kinds", kinds)
                .setParameter("since", since)
                .setParameter("failed", DeliveryOutcome.FAILED)
                .setMaxResults(most)
                .getResultList();
    }

    /** Which of these papers reached somebody; some hundred a question. */
    Set<Long> arrivedAmong(List<Long> papers) {
        return papers.isEmpty()
                ? Set.of()
                : Set.copyOf(database.createQuery(
                                "select distinct d.instrument.id from Delivery d where d.instrument.id in :papers"
                                        + " and d.outcome <> :failed",
                                Long.class)
                        .setParameter("papers", papers)
                        .setParameter("failed", DeliveryOutcome.FAILED)
                        .getResultList());
    }

    /** Oldest first. */
    public List<Delivery> of(Instrument paper) {
        return database.createQuery(
                        "select d from Delivery d where d.instrument = :paper order by d.deliveredOn, d.recordedAt, d.id",
                        Delivery.class)
                .setParameter("paper", paper)
                .getResultList();
    }

    @Override
    public Optional<LocalDate> receivedOn(Instrument paper) {
        return of(paper).stream()
                .filter(each -> each.outcome() != DeliveryOutcome.FAILED)
                .map(Delivery::deliveredOn)
                .findFirst();
    }

    public Optional<Delivery> find(long id) {
        return Optional.ofNullable(database.find(Delivery.class, id));
    }

    long nextId() {
        return identifiers.next(TABLE);
    }

    void add(Delivery delivery) {
        database.persist(delivery);
        database.flush();
    }

    /** Those that the register does not know yet. */
    List<Long> unregistered() {
        return database.createQuery(
                        "select d.id from Delivery d where d.registered = false order by d.recordedAt, d.id",
                        Long.class)
                .getResultList();
    }
}
