package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Stores events many at a time. */
@ApplicationScoped
public class AuditWriter {
    @PersistenceContext(unitName = "guixue")
    private EntityManager entities;

    protected AuditWriter() {}

    AuditWriter(EntityManager entities) {
        this.entities = entities;
    }

    /** Those of reads, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void write(List<AuditEvent> events) {
        events.forEach(event -> entities.persist(event.unstored()));
        entities.flush();
    }

    /** Thousands of one act, within the open transaction and without keeping them in memory. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeAll(List<AuditEvent> events) {
        try (PreparedStatement insert = entities.unwrap(Connection.class).prepareStatement(AuditEvent.INSERT)) {
            for (AuditEvent event : events) {
                event.bind(insert);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(events.size() + " audit events could not be stored", e);
        }
    }
}
