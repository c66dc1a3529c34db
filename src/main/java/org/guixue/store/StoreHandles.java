package org.guixue.store;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.security.SecureRandom;
import javax.sql.DataSource;

/**
 * Makes in the server what the rooms write with, and the small data source beside the transactions: what is written through
 * it is committed at once.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = StoreHandles.AT_ONCE,
        className = "${MPCONFIG=guixue.db.class:org.apache.derby.jdbc.EmbeddedDataSource}",
        serverName = "${MPCONFIG=guixue.db.server:localhost}",
        databaseName = "${MPCONFIG=guixue.db.name:db;create=true}",
        user = "${MPCONFIG=guixue.db.user:guixue}",
        password = "${MPCONFIG=guixue.db.password:guixue}",
        transactional = false,
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 4,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.fail-all-connections=true"
        })
public class StoreHandles {
    static final String AT_ONCE = "java:app/jdbc/guixue-at-once";

    @Produces
    @PersistenceContext(unitName = "guixue")
    private EntityManager database;

    @Resource(lookup = AT_ONCE)
    private DataSource atOnce;

    @Resource(lookup = "java:appserver/TransactionManager")
    private TransactionManager server;

    @Produces
    @Singleton
    Transactions transactions(SecureRandom random) {
        return new Transactions(new ServerBoundary(server, database), random);
    }

    @Produces
    @Singleton
    Identifiers identifiers() {
        return new Identifiers(atOnce);
    }

    @Produces
    @Singleton
    Counters counters() {
        return new Counters(database, atOnce);
    }

    @Produces
    @Singleton
    Outbox outbox(Counters counters) {
        return new Outbox(database, counters);
    }
}
