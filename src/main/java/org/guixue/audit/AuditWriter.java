package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Stores the events of reads in a transaction of its own. */
@ApplicationScoped
public class AuditWriter {
    @PersistenceContext(unitName = "guixue")
    private EntityManager entities;

    protected AuditWriter() {}

    AuditWriter(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void write(List<AuditEvent> events) {
        events.forEach(event -> entities.persist(event.unstored()));
        entities.flush();
    }
}
