package org.guixue.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL on which unit tests run where {@code -Dguixue.test.postgres=127.0.0.1:5432} names one; its user
 * {@code guixue} may make databases. Each house is a copy of one that was migrated once.
 */
record TestEngine(String server) {
    private static final String USER = "guixue";
    private static final int LOCK_WAIT_SECONDS = 20;
    private static Optional<String> migrated = Optional.empty();

    static Optional<TestEngine> named() {
        return Optional.ofNullable(System.getProperty("guixue.test.postgres")).map(TestEngine::new);
    }

    String url(String database) {
        return "jdbc:postgresql://%s/%s?options=-c%%20lock_timeout=%ds".formatted(server, database, LOCK_WAIT_SECONDS);
    }

    /** The name of an empty house. */
    String house() {
        String name = "house_" + UUID.randomUUID().toString().replace('-', '_');
        execute("create database " + name + " template " + template());
        return name;
    }

    private String template() {
        synchronized (TestEngine.class) {
            if (migrated.isEmpty()) {
                String name = "migrated_" + UUID.randomUUID().toString().replace('-', '_');
                execute("create database " + name);
                Flyway.configure()
                        .dataSource(url(name), USER, USER)
                        .locations("classpath:db/migration")
                        .placeholders(Map.of("blob", "bytea"))
                        .load()
                        .migrate();
                migrated = Optional.of(name);
            }
            return migrated.orElseThrow();
        }
    }

    DataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(USER);
        source.setPassword(USER);
        return source;
    }

    void drop(String database) {
        execute("drop database if exists " + database + " with (force)");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, USER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
