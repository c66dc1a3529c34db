package org.guixue.page;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.Refused;

/**
 * Refuses a page's change without the session's token. Looks at the header, else at the head of the body, where the token
 * is the first field; the body stays unread for the resource, so uploads of any size pass through untouched. A form of ours
 * that was opened before a newer sign-in is sent on to {@code /login/resume}, which keeps what was typed.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CsrfFilter implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int HEAD_BYTES = 2048;
    private static final Pattern TOKEN = field(Csrf.FIELD);
    private static final Pattern KEPT = field(Confirmed.FIELD);

    /** Takes no part of it that would change anything; asks for the token itself where somebody signs in. */
    private static final String RESUME = "/login/resume";

    private static Pattern field(String name) {
        return Pattern.compile("(?:^|[&\"])" + name + "(?:=|\"\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n)([0-9a-f]{32})");
    }

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        if (SAFE.contains(context.getMethod()) || Csrf.isApi(request)) {
            return;
        }
        if (Csrf.path(request).equals(RESUME)) {
            return;
        }
        String header = request.getHeader(Csrf.HEADER);
        String token = header == null ? fromBody(context) : header;
        if (!Csrf.fits(request, token) && !Csrf.fitsOnce(request, token)) {
            if (header == null && request.getHeader("Origin") != null && !Csrf.isStrange(request)) {
                context.abortWith(Response.temporaryRedirect(URI.create(Csrf.resume(request)))
                        .build());
                return;
            }
            throw new Refused(Refused.Reason.FORBIDDEN, "这一页已过期，或不是从本系统的页面提交的。没有做任何改动；请返回上一页，刷新后再提交。");
        }
    }

    private String fromBody(ContainerRequestContext context) throws IOException {
        BufferedInputStream body = new BufferedInputStream(context.getEntityStream(), HEAD_BYTES);
        body.mark(HEAD_BYTES);
        String head = new String(body.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        body.reset();
        context.setEntityStream(body);
        Matcher kept = KEPT.matcher(head);
        if (kept.find()) {
            request.setAttribute(Confirmed.ATTRIBUTE, kept.group(1));
        }
        Matcher token = TOKEN.matcher(head);
        return token.find() ? token.group(1) : "";
    }
}
