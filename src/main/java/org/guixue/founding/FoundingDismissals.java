package org.guixue.founding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Which bureaus have put the list aside. */
@ApplicationScoped
@Transactional
public class FoundingDismissals {
    private final EntityManager database;

    @Inject
    public FoundingDismissals(EntityManager database) {
        this.database = database;
    }

    boolean has(long office) {
        return database.find(FoundingDismissal.class, office) != null;
    }

    void add(FoundingDismissal dismissal) {
        database.persist(dismissal);
        database.flush();
    }

    void remove(long office) {
        FoundingDismissal present = database.find(FoundingDismissal.class, office);
        if (present != null) {
            database.remove(present);
        }
    }
}
