package org.guixue.page;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * The one JAX-RS application, at the root, for pages and for {@code /api} alike: two applications would each find every
 * resource of the other. Resources are found automatically; static files, {@code /health} and {@code /openapi} have longer
 * mappings and keep them.
 */
@ApplicationPath("/")
public class Site extends Application {
    /** Names {@link JsonBody} as the JSON of this house; otherwise Jersey's own may be asked first, from start to start. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.jsonFeature", "Guixue",
                "jersey.config.server.jsonFeature", "Guixue",
                "jersey.config.server.wadl.disableWadl", true);
    }
}
