package org.guixue.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.guixue.Sha256;

/**
 * Serves {@code META-INF/resources/static} under {@code /static}, since the application at the root would take these
 * addresses, and under {@code /static/fonts} the web fonts among those that papers embed. Public, held in memory while
 * sent, revalidated by its digest. Other kinds of file than these are not served.
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

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !path.matches("(/[a-z0-9][a-z0-9.-]*)+")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean font = path.startsWith("/fonts/");
        try (InputStream file =
                StaticFiles.class.getResourceAsStream(font ? path : "/META-INF/resources/static" + path)) {
            if (file == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setHeader("Cache-Control", "public, max-age=" + (font ? FONT_SECONDS : SECONDS));
            send(file.readAllBytes(), type, request, response);
        }
    }

    private static void send(byte[] content, String type, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = '"' + Sha256.of(content).hex().substring(0, 32) + '"';
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
