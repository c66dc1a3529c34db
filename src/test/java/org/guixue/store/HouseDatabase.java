package org.guixue.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.Flyway;

/**
 * A real Derby with all migrations, in memory or in a folder; closed, the one in memory is gone. Where a {@link TestEngine} is
 * named, what would lie in memory lies there.
 */
public final class HouseDatabase implements AutoCloseable {
    private static final String USER = "guixue";
    private static Optional<Path> migrated = Optional.empty();

    private final String name;
    private final Optional<TestEngine> engine;
    private final EntityManagerFactory factory;

    private HouseDatabase(String name, Optional<TestEngine> engine) {
        this.name = name;
        this.engine = engine;
        if (engine.isEmpty()) {
            copyTo(name);
            execute(
                    "call syscs_util.syscs_set_database_property('derby.locks.waitTimeout', '20')",
                    "call syscs_util.syscs_set_database_property('derby.locks.deadlockTimeout', '1')");
        }
        factory = Persistence.createEntityManagerFactory(
                "guixue-test",
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        url(),
                        "jakarta.persistence.jdbc.user",
                        USER,
                        "jakarta.persistence.jdbc.password",
                        USER,
                        "eclipselink.logging.level",
                        "OFF"));
    }

    private String url() {
        return engine.map(each -> each.url(name)).orElse("jdbc:derby:" + name);
    }

    /** An empty house there, as the migrations make it: they run once in a Java machine, and each house is a copy. */
    private static void copyTo(String name) {
        try {
            DriverManager.getConnection("jdbc:derby:" + name + ";createFrom=" + migrated(), USER, USER)
                    .close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized Path migrated() {
        if (migrated.isEmpty()) {
            String name = "memory:migrated";
            Flyway.configure()
                    .dataSource("jdbc:derby:" + name + ";create=true", USER, USER)
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("blob", "blob"))
                    .load()
                    .migrate();
            migrated = Optional.of(backup(name));
            drop(name);
        }
        return migrated.orElseThrow();
    }

    private static Path backup(String name) {
        try (Connection connection = DriverManager.getConnection("jdbc:derby:" + name, USER, USER);
                CallableStatement backup = connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
            Path folder = Files.createTempDirectory("house");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            backup.setString(1, folder.toString());
            backup.execute();
            return folder.resolve("migrated");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static HouseDatabase inMemory() {
        Optional<TestEngine> engine = TestEngine.named();
        return new HouseDatabase(
                engine.map(TestEngine::house).orElseGet(() -> "memory:house-" + UUID.randomUUID()), engine);
    }

    public static HouseDatabase at(String folder) {
        return new HouseDatabase(folder, Optional.empty());
    }

    public EntityManager entities() {
        return factory.createEntityManager();
    }

    /** Each with blocks of its own, as on two nodes. */
    public Identifiers identifiers() {
        return new Identifiers(atOnce());
    }

    public DataSource atOnce() {
        if (engine.isPresent()) {
            return engine.get().source(name);
        }
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(name);
        source.setUser(USER);
        source.setPassword(USER);
        return source;
    }

    public static Transactions transactions(EntityManager entities) {
        return new Transactions(new EntityBoundary(entities), new Random(1));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, USER);
    }

    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        factory.close();
        engine.ifPresent(each -> each.drop(name));
        if (name.startsWith("memory:")) {
            drop(name);
        }
    }

    private static void drop(String name) {
        try (Connection gone = DriverManager.getConnection("jdbc:derby:" + name + ";drop=true", USER, USER)) {
            throw new IllegalStateException("expected the database to go, found it open: " + gone);
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
    }
}
