package org.guixue.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
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

    private final Map<String, String> tags = new ConcurrentHashMap<>();

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
        URL file = StaticFiles.class.getResource(name);
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=" + (font ? FONT_SECONDS : SECONDS));
        String tag = tags.computeIfAbsent(name, unknown -> tag(file));
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        URLConnection content = file.openConnection();
        response.setContentType(type);
        response.setContentLengthLong(content.getContentLengthLong());
        try (InputStream in = content.getInputStream()) {
            in.transferTo(response.getOutputStream());
        }
    }

    /** Files do not change while the application runs. */
    private static String tag(URL file) {
        try (InputStream in = file.openStream()) {
            return '"' + Sha256.of(in.readAllBytes()).hex().substring(0, 32) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
