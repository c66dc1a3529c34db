package org.guixue.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guixue.Sha256;

/**
 * Serves {@code META-INF/resources/static} under {@code /static}, since the application at the root would take these
 * addresses, and under {@code /static/fonts} the web fonts among those that papers embed. Public, revalidated by its
 * digest. Other kinds of file than these are not served.
 */
@WebServlet("/static/*")
public class StaticFiles extends HttpServlet {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2");

    private static final long SECONDS = 300;
    private static final long FONT_SECONDS = Duration.ofDays(30).toSeconds();

    private static final Map<String, Served> KNOWN = new ConcurrentHashMap<>();

    /** Files do not change while the application runs. */
    private record Served(String tag, int bytes) {
        static Served of(String name) {
            try (InputStream in = StaticFiles.class.getResourceAsStream(name)) {
                byte[] all = in == null ? new byte[0] : in.readAllBytes();
                return new Served('"' + Sha256.of(all).hex().substring(0, 32) + '"', all.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !path.matches("(/[a-z0-9][a-z0-9.-]*)+")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean font = path.startsWith("/fonts/");
        String name = font ? path : "/META-INF/resources/static" + path;
        try (InputStream file = StaticFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setHeader(
                    "Cache-Control", "public, max-age=" + (path.endsWith(".woff2") ? FONT_SECONDS : SECONDS));
            Served served = KNOWN.computeIfAbsent(name, Served::of);
            response.setHeader("ETag", served.tag());
            if (served.tag().equals(request.getHeader("If-None-Match"))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            response.setContentType(type);
            response.setContentLength(served.bytes());
            file.transferTo(response.getOutputStream());
        }
    }
}
