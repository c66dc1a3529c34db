package org.guixue.page;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Answers whatever was thrown, with the status that {@link Problem} decides. The API gets {@code application/problem+json} (RFC 9457),
 * a page an error page; neither learns more than the sentence and a reference, under which the log has the cause.
 */
@Provider
public class Faults implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(Faults.class.getName());

    @Context
    HttpServletRequest request;

    @Inject
    ErrorPage page;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException e && e.getResponse().getStatus() < 400) {
            return e.getResponse();
        }
        Problem problem = Problem.of(thrown);
        if (problem.status() >= 500) {
            LOG.log(Level.ERROR, "Fault " + problem.reference() + " at " + Csrf.path(request), thrown);
        }
        Response.ResponseBuilder answer = Response.status(problem.status());
        if (Csrf.isApi(request)) {
            return answer.type("application/problem+json").entity(problem).build();
        }
        return answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render(problem, request))
                .build();
    }
}
