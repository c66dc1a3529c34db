package org.guixue.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The headers that every answer carries (OWASP secure headers): nothing inline, nothing foreign, nothing cached. */
@WebFilter("/*")
public class SecurityHeaders extends HttpFilter {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; object-src 'self'; "
            + "frame-ancestors 'self'; base-uri 'none'";

    @Inject
    private transient Entrance entrance;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        apply(response);
        applyTransport(response, entrance);
        chain.doFilter(request, response);
    }

    /** Where nobody comes in but by TLS, browsers are told to come by TLS for a year (RFC 6797). */
    public static void applyTransport(HttpServletResponse response, Entrance entrance) {
        if (entrance.encrypted()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Sets the headers; a resource may set its own {@code Cache-Control} afterwards. */
    public static void apply(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cache-Control", "no-store");
    }
}
