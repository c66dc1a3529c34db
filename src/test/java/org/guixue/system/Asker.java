package org.guixue.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One account, or nobody, with a browser's session for pages and Basic for the API; follows no redirect. */
final class Asker {
    private static final Pattern TOKEN =
            Pattern.compile("(?:name=\"csrf\" content=\"|name=\"_csrf\" value=\")([0-9a-f]{32})");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI base;
    private final String username;
    private String token;

    Asker(URI base, String username) {
        this.base = base;
        this.username = username;
        this.token = token(send("GET", "/login", "", "").body());
        if (!isNobody()) {
            send(
                    "POST",
                    "/login",
                    "application/x-www-form-urlencoded",
                    "username=" + username + "&password=guixue-demo");
            this.token = token(send("GET", "/account/password", "", "").body());
        }
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no token: " + page);
        }
        return matcher.group(1);
    }

    private boolean isNobody() {
        return username.equals("nobody");
    }

    /** @param type the body's media type; empty for a request without one */
    HttpResponse<String> send(String method, String path, String type, String body) {
        return send(method, path, type, BodyPublishers.ofString(body), BodyHandlers.ofString());
    }

    /** As {@link #send}, in bytes. */
    HttpResponse<byte[]> exchange(String method, String path, String type, byte[] body) {
        return send(method, path, type, BodyPublishers.ofByteArray(body), BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(
            String method, String path, String type, BodyPublisher body, BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .method(method, type.isEmpty() ? BodyPublishers.noBody() : body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!path.startsWith("/api/")) {
            request.header("X-CSRF-TOKEN", token == null ? "" : token);
        } else if (!isNobody()) {
            request.header("Authorization", SystemIT.basic(username, SystemIT.PASSWORD));
        }
        try {
            return answer(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Once more on a fresh connection where the server has just closed the one that lay idle. */
    private <T> HttpResponse<T> answer(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        try {
            return http.send(request, handler);
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException closed) {
            return http.send(request, handler);
        }
    }
}
