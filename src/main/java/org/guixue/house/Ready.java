package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** What {@code /health/ready} says: up once every room has started. Safe for use by many threads. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    private volatile boolean up;

    void up() {
        up = true;
    }

    void down() {
        up = false;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("guixue").status(up).build();
    }
}
