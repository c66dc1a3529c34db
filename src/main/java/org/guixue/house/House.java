package org.guixue.house;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * Opens when the server starts, before {@code /health/ready} answers 200, and closes when it stops. What fails in opening
 * fails the start.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class House {
    @Inject
    @Any
    private Instance<Object> beans;

    private final Opening opening = new Opening(Opening.STEPS, new Beans());

    @PostConstruct
    void open() {
        opening.open();
    }

    /** The requests have ended and the data source is still there; when a bean is destroyed, it is gone. */
    public void close(@Observes Shutdown shutdown) {
        opening.close();
    }

    /** The rooms as the container keeps them. */
    private final class Beans implements Whereabouts {
        @Override
        public <T> T find(Class<T> room) {
            return beans.select(room).get();
        }
    }
}
