package org.guixue.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the browser which posted forms were taken. The script keeps what was typed under a random name that it posts with
 * the form as {@value #FIELD}; the next page names those that were taken, and only then they are forgotten there. A form that is answered with a page was not: it is shown again.
 */
@Provider
public class Confirmed implements ContainerResponseFilter {
    static final String FIELD = "_kept";
    static final String ATTRIBUTE = "org.guixue.kept";

    private static final int MOST = 20;
    private static final int SENT_ON = 307;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        HttpSession session = request.getSession(false);
        boolean page = MediaType.TEXT_HTML_TYPE.isCompatible(answer.getMediaType());
        boolean taken =
                answer.getStatus() < 400 && answer.getStatus() != SENT_ON && (answer.getStatus() >= 300 || !page);
        if (!taken || session == null || !(request.getAttribute(ATTRIBUTE) instanceof String kept)) {
            return;
        }
        synchronized (session) {
            List<String> all = new ArrayList<>(told(session));
            all.add(kept);
            session.setAttribute(ATTRIBUTE, new ArrayList<>(all.subList(Math.max(0, all.size() - MOST), all.size())));
        }
    }

    /** Those that no page has named yet. */
    static String told(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return "";
        }
        synchronized (session) {
            String all = String.join(" ", told(session));
            session.removeAttribute(ATTRIBUTE);
            return all;
        }
    }

    private static List<String> told(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
