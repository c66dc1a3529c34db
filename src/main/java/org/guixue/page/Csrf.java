package org.guixue.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The token that shows a request comes from a page of ours: 128 random bits, one per session, in a hidden field named
 * {@value #FIELD} (the first field of every form that posts) or in the header {@value #HEADER}.
 */
public final class Csrf {
    public static final String FIELD = "_csrf";
    public static final String HEADER = "X-CSRF-TOKEN";

    private static final String ATTRIBUTE = "org.guixue.csrf";
    private static final String WAITING = "org.guixue.csrf.waiting";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Csrf() {}

    /** The session's token; begins a session where there is none. */
    public static String token(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        synchronized (session) {
            if (session.getAttribute(ATTRIBUTE) instanceof String token) {
                return token;
            }
            byte[] bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            String token = HexFormat.of().formatHex(bytes);
            session.setAttribute(ATTRIBUTE, token);
            return token;
        }
    }

    /** Begins the session of somebody who has none, before anything of a page with a form is sent. */
    public static void begin(HttpServletRequest request) {
        token(request);
    }

    /** Forgets the token, when someone signs in; the next page gets a new one. */
    public static void renew(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    /** Whether this is the session's token; compared in constant time. */
    public static boolean fits(HttpServletRequest request, @Nullable String token) {
        HttpSession session = request.getSession(false);
        return session != null
                && token != null
                && session.getAttribute(ATTRIBUTE) instanceof String expected
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets a token of before the sign-in through once more, for the one form that waited for it. */
    public static void allowOnce(HttpServletRequest request, String token, String address) {
        request.getSession(true).setAttribute(WAITING, token + ' ' + address);
    }

    /** Whether this is the form that waited for the sign-in; it is only once. */
    static boolean fitsOnce(HttpServletRequest request, String token) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(WAITING) instanceof String waiting)) {
            return false;
        }
        session.removeAttribute(WAITING);
        return waiting.equals(token + ' ' + address(request));
    }

    /** The path and the query, as they were asked for. */
    public static String address(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /**
     * Whether a form comes from a page of ours, by what the browser says about it: a stranger's form must never be kept and
     * sent on. Who says nothing is no browser, or one that asks within its own pages.
     */
    public static boolean isStrange(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader("Host"));
    }

    /** Where a posted form goes whose session has ended, body and all (307). */
    public static String resume(HttpServletRequest request) {
        return "/login/resume?next=" + URLEncoder.encode(address(request), StandardCharsets.UTF_8);
    }

    /** Where the API lives: there sign-in itself asks for the header, so forms' tokens are not looked for. */
    public static boolean isApi(HttpServletRequest request) {
        String path = path(request);
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** The decoded path within the application. */
    public static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
