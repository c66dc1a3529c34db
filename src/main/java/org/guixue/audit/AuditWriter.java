package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;

/** Stores events many at a time. */
@ApplicationScoped
public class AuditWriter {
    private final EntityManager entities;
    private final Transactions transactions;
    private final Identifiers identifiers;

    @Inject
    public AuditWriter(EntityManager entities, Transactions transactions, Identifiers identifiers) {
        this.entities = entities;
        this.transactions = transactions;
        this.identifiers = identifiers;
    }

    /** Those of reads, in a transaction of its own. */
    public void write(List<AuditEvent> events) {
        transactions.runApart(() -> {
            events.forEach(event -> {
                AuditEvent stored = event.unstored();
                stored.identify(identifiers.next(AuditEvent.TABLE));
                entities.persist(stored);
            });
            entities.flush();
            return events.size();
        });
    }

    /** Thousands of one act, within the open transaction and without keeping them in memory. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeAll(List<AuditEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        long id = identifiers.take(AuditEvent.TABLE, events.size());
        try (PreparedStatement insert = entities.unwrap(Connection.class).prepareStatement(AuditEvent.INSERT)) {
            for (AuditEvent event : events) {
                event.identify(id++);
                event.bind(insert);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(events.size() + " audit events could not be stored", e);
        }
    }
}
