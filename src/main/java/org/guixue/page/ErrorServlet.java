package org.guixue.page;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What the container calls for errors that never reached JAX-RS, in place of its own talkative page. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    private static final Logger LOG = System.getLogger(ErrorServlet.class.getName());

    @Inject
    transient ErrorPage page;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Problem problem = Problem.of(status);
        if (status >= 500) {
            LOG.log(Level.ERROR, "Fault " + problem.reference(), (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        SecurityHeaders.apply(response);
        page.send(problem, request, response);
    }
}
