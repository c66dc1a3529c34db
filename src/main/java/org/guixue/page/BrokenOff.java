package org.guixue.page;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A body came so slowly that it was cut off, or broke off by itself (408). Expected; nothing for the log. */
final class BrokenOff extends WebApplicationException {
    private static final long serialVersionUID = 1;

    BrokenOff(@Nullable Throwable cause) {
        super(cause, Response.Status.REQUEST_TIMEOUT);
    }
}
