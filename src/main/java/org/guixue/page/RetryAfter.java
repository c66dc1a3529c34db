package org.guixue.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;

/** Says with each 429 and 503 when to come again (RFC 9110, 10.2.3). */
@Provider
public class RetryAfter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        seconds(response.getStatus())
                .ifPresent(seconds -> response.getHeaders().putIfAbsent(HttpHeaders.RETRY_AFTER, List.of(seconds)));
    }

    static Optional<String> seconds(int status) {
        return switch (status) {
            case 429 -> Optional.of("60");
            case 503 -> Optional.of("10");
            default -> Optional.empty();
        };
    }
}
