package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * What {@code /health/ready} says: up once every room has started, and while the database answers, the archive takes records
 * in and the index can be written. Safe for use by many threads.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    private final Database database;
    private final OpenArchive archive;
    private final OpenIndex index;
    private volatile boolean up;

    @Inject
    Ready(Database database, OpenArchive archive, OpenIndex index) {
        this.database = database;
        this.archive = archive;
        this.index = index;
    }

    void up() {
        up = true;
    }

    void down() {
        up = false;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("guixue");
        if (!up) {
            return answer.down().build();
        }
        boolean databaseAnswers = database.answers();
        boolean archiveWrites = archive.writes();
        boolean indexWrites = index.writes();
        return answer.withData("database", databaseAnswers)
                .withData("archive", archiveWrites)
                .withData("index", indexWrites)
                .status(databaseAnswers && archiveWrites && indexWrites)
                .build();
    }
}
