package org.guixue.page;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.Written;

/** Fires {@link Written} after each request that may write and was not refused; a failing observer does not undo the answer. */
@Provider
public class WrittenFilter implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(WrittenFilter.class.getName());
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    private Event<Written> written;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (READING.contains(request.getMethod()) || response.getStatus() >= 400) {
            return;
        }
        try {
            written.fire(new Written());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the index is behind; what was written is safe and will be indexed", e);
        }
    }
}
