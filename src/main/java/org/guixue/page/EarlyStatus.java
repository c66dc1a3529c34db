package org.guixue.page;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Tells the container an answer's status before its view is written. Krazo's engine flushes the container's response ahead
 * of Jersey's stream, so that a page's 404 or 422 would reach the browser as 200.
 */
@Provider
public class EarlyStatus implements ContainerResponseFilter {
    @Context
    HttpServletResponse answer;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.hasEntity()) {
            answer.setStatus(response.getStatus());
        }
    }
}
