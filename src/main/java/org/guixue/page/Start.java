package org.guixue.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.guixue.Home;
import org.guixue.Started;
import org.guixue.Stopping;

/**
 * Brings the house up in order: schema, then {@link Started} to every room, then {@code /health/ready} answers 200. What
 * fails here fails the start. Going down tells the rooms by {@link Stopping} and closes the
 * database.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {
    @Inject
    Database database;

    @Inject
    Event<Started> started;

    @Inject
    Event<Stopping> stopping;

    @Inject
    Home home;

    @Inject
    @Readiness
    Ready ready;

    @PostConstruct
    void start() {
        database.migrate();
        started.fire(new Started(home));
        ready.set(true);
    }

    /** The requests have ended and the data source is still there; when a bean is destroyed, it is gone. */
    public void stop(@Observes Shutdown shutdown) {
        ready.set(false);
        stopping.fire(new Stopping());
        database.shutDown();
    }
}
