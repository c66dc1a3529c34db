package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Creates a counter in a transaction of its own, so that two requests that need it first do not undo each other. */
@ApplicationScoped
class CounterBirth {
    @PersistenceContext(unitName = "guixue")
    private EntityManager database;

    /** Throws a {@link jakarta.persistence.PersistenceException} where another request was quicker. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void create(String name) {
        database.persist(new Counter(name));
        database.flush();
    }
}
