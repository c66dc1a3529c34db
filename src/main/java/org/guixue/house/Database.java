package org.guixue.house;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.derby.iapi.jdbc.AutoloadedDriver;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The data source: Derby in the home folder, or PostgreSQL, by environment alone ({@code GUIXUE_DB_*}, set by deploy/run).
 * Its schema is brought up to date by the migrations under {@code db/migration}, which run on both.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = Database.JNDI_NAME,
        className = "${MPCONFIG=guixue.db.class:org.apache.derby.jdbc.EmbeddedDataSource}",
        serverName = "${MPCONFIG=guixue.db.server:localhost}",
        databaseName = "${MPCONFIG=guixue.db.name:db;create=true}",
        user = "${MPCONFIG=guixue.db.user:guixue}",
        password = "${MPCONFIG=guixue.db.password:guixue}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 24,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.fail-all-connections=true"
        })
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    static final String JNDI_NAME = "java:app/jdbc/guixue";

    @Resource(lookup = JNDI_NAME)
    DataSource source;

    private final Settings settings;
    private final List<JavaMigration> migrations;

    @Inject
    Database(Settings settings, @Any Instance<JavaMigration> migrations) {
        this(settings, migrations.stream().toList());
    }

    /** @param migrations those that no SQL can do; each lies with the room whose tables it changes */
    Database(Settings settings, List<JavaMigration> migrations) {
        this.settings = settings;
        this.migrations = migrations;
    }

    /** Runs the migrations that are missing; refuses a database that a newer version has migrated further. */
    void migrate() {
        Flyway flyway = flyway();
        refuseNewer(List.of(flyway.info().all()));
        flyway.migrate();
        boundWaits();
    }

    private static void refuseNewer(List<MigrationInfo> migrations) {
        String newest = newest(migrations, true);
        String known = newest(migrations, false);
        if (!newest.equals(known)) {
            throw new IllegalStateException("this home was left by a newer version: its database is of schema " + newest
                    + ", this version knows up to " + known
                    + "; start the newer version, or restore a backup of before");
        }
    }

    /** @param future also those that this version does not know */
    private static String newest(List<MigrationInfo> migrations, boolean future) {
        return migrations.stream()
                .filter(each -> each.getVersion() != null)
                .filter(each -> future || each.getState() != MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElse("0");
    }

    private Flyway flyway() {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(migrations.toArray(JavaMigration[]::new))
                .placeholders(Map.of("blob", isPostgres() ? "bytea" : "blob"))
                .load();
    }

    /** The number of the last migration that was run. */
    String schema() {
        return newest(List.of(flyway().info().applied()), true);
    }

    /**
     * Copies Derby into that folder, under its own name, with all that was committed when it ends; writing goes on
     * meanwhile. PostgreSQL is left to its own tools.
     */
    void copyTo(Path folder) {
        if (isPostgres()) {
            return;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement copying = connection.prepareStatement("call syscs_util.syscs_backup_database(?)")) {
            copying.setString(1, folder.toString());
            copying.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the database was not copied: " + e.getMessage(), e);
        }
    }

    /** Nobody waits for a lock longer than 20 seconds; who waits in a circle is told after two. */
    private void boundWaits() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (isPostgres()) {
                statement.execute("alter role current_user set lock_timeout = '20s'");
            } else {
                statement.execute("call syscs_util.syscs_set_database_property('derby.locks.waitTimeout', '20')");
                statement.execute("call syscs_util.syscs_set_database_property('derby.locks.deadlockTimeout', '2')");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not take the longest wait for a lock", e);
        }
    }

    /**
     * Derby that a full disk has stopped comes up again read-only while the disk is full, and stays so. To be told once there
     * is room: it is closed then, and the next connection opens it for writing. Connections that are open meanwhile fail.
     */
    void openForWriting() {
        if (!isPostgres() && isReadOnly()) {
            LOG.warning("the database was opened read-only on a full disk; it is closed, to be opened for writing");
            shutDown(
                    "jdbc:derby:" + settings.find("guixue.db.name").orElse("db").replaceFirst(";.*", ""), "08006");
        }
    }

    private boolean isReadOnly() {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().isReadOnly();
        } catch (SQLException e) {
            LOG.log(Level.FINE, e, () -> "the database does not say whether it is read-only");
            return false;
        }
    }

    /** Whether it answers now and takes changes in. */
    boolean answers() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("select count(*) from office")) {
            return counted.next() && !connection.getMetaData().isReadOnly();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, e, () -> "the database does not answer");
            return false;
        }
    }

    private boolean isPostgres() {
        return settings.find("guixue.db.class")
                .filter(name -> name.startsWith("org.postgresql"))
                .isPresent();
    }

    /** Closes Derby so that the next start needs no recovery; does nothing to PostgreSQL. */
    void shutDown() {
        shutDown("jdbc:derby:", "XJ015");
    }

    private static void shutDown(String url, String expected) {
        try {
            new AutoloadedDriver().connect(url + ";shutdown=true", new Properties());
        } catch (SQLException e) {
            if (!expected.equals(e.getSQLState())) {
                throw new IllegalStateException("Derby did not shut down cleanly", e);
            }
        }
    }
}
