package org.guixue.page;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Lets redirects of what came through a trusted proxy lead to the public address, not to the one behind it. */
@Provider
@PreMatching
@Priority(1)
public class PublicBase implements ContainerRequestFilter {
    @Context
    HttpServletRequest request;

    @Inject
    private Senders senders;

    @Inject
    private Entrance entrance;

    @Override
    public void filter(ContainerRequestContext context) {
        if (senders.isBehindProxy(request)) {
            context.setRequestUri(
                    outside(context.getUriInfo().getBaseUri()),
                    outside(context.getUriInfo().getRequestUri()));
        }
    }

    private URI outside(URI inside) {
        URI url = entrance.publicUrl();
        return UriBuilder.fromUri(inside)
                .scheme(url.getScheme())
                .host(url.getHost())
                .port(url.getPort())
                .build();
    }
}
