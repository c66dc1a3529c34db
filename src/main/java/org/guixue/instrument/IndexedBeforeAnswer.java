package org.guixue.instrument;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a request has written is findable when its answer leaves: one place, after the transaction, for all writes. */
@Provider
public class IndexedBeforeAnswer implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(IndexedBeforeAnswer.class.getName());
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    private Indexing indexing;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (READING.contains(request.getMethod()) || response.getStatus() >= 400) {
            return;
        }
        try {
            indexing.catchUp();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the index is behind; what was written is safe and will be indexed", e);
        }
    }
}
