package org.guixue.page;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.derby.iapi.jdbc.AutoloadedDriver;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
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
        maxPoolSize = 24)
public class Database {
    static final String JNDI_NAME = "java:app/jdbc/guixue";

    @Resource(lookup = JNDI_NAME)
    DataSource source;

    /** Those that no SQL can do; each lies with the room whose tables it changes. */
    @Inject
    @Any
    Instance<JavaMigration> migrations;

    /** Runs the migrations that are missing. */
    void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(migrations.stream().toArray(JavaMigration[]::new))
                .placeholders(Map.of("blob", isPostgres() ? "bytea" : "blob"))
                .load()
                .migrate();
    }

    private static boolean isPostgres() {
        return ConfigProvider.getConfig()
                .getOptionalValue("guixue.db.class", String.class)
                .filter(name -> name.startsWith("org.postgresql"))
                .isPresent();
    }

    /** Closes Derby so that the next start needs no recovery; does nothing to PostgreSQL. */
    void shutDown() {
        try {
            new AutoloadedDriver().connect("jdbc:derby:;shutdown=true", new Properties());
        } catch (SQLException e) {
            if (!"XJ015".equals(e.getSQLState())) {
                throw new IllegalStateException("Derby did not shut down cleanly", e);
            }
        }
    }
}
