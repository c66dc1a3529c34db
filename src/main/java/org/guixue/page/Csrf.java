package org.guixue.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
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
