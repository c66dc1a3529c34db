package org.guixue.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.WebApplicationTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Renders {@code page/error.html}, outside MVC, so that it works whatever has failed. Safe for use by many threads. */
@ApplicationScoped
public class ErrorPage {
    private final TemplateEngine engine = new TemplateEngine();

    @Inject
    void setUp(ServletContext servlets) {
        WebApplicationTemplateResolver resolver =
                new WebApplicationTemplateResolver(JakartaServletWebApplication.buildApplication(servlets));
        resolver.setPrefix("/WEB-INF/views/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    String render(Problem problem, HttpServletRequest request) {
        boolean signedIn = request.getUserPrincipal() != null;
        return engine.process(
                "page/error", new Context(Locale.SIMPLIFIED_CHINESE, Map.of("problem", problem, "signedIn", signedIn)));
    }

    /** Answers with the problem: JSON under {@code /api}, else the page. */
    public void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean api = request.getRequestURI().startsWith("/api/")
                || String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                        .startsWith("/api/");
        response.setStatus(problem.status());
        RetryAfter.seconds(problem.status()).ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.setCharacterEncoding("UTF-8");
        response.setContentType(api ? "application/problem+json" : "text/html");
        response.getWriter().write(api ? Json.shared().writeValueAsString(problem) : render(problem, request));
    }
}
