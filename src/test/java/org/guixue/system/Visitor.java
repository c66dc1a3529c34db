package org.guixue.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a session and no browser: fetches pages, posts their forms with the token. Follows no redirect. */
final class Visitor {
    private static final Pattern TOKEN =
            Pattern.compile("(?:name=\"csrf\" content|name=\"_csrf\" value)=\"([0-9a-f]{32})\"");

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI base;
    private String token = "";

    Visitor(URI base) {
        this.base = base;
    }

    /** Signs in and looks at the first page, whatever it is. */
    Visitor signIn(String username, String password) {
        get("/login");
        HttpResponse<String> answer = post("/login", "username", username, "password", password);
        if (answer.statusCode() != 303) {
            throw new AssertionError("expected a sign-in, found: " + answer.statusCode() + " " + answer.body());
        }
        get("/account/password");
        return this;
    }

    HttpResponse<String> get(String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve(path)));
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    /** @param fields names and values by turns */
    HttpResponse<String> post(String path, String... fields) {
        return send(form(path, fields));
    }

    /** Looks at the form of {@code path + "/edit"} and posts it with the version that stands there. */
    HttpResponse<String> edit(String path, String... fields) {
        Matcher version = VERSION.matcher(get(path + "/edit").body());
        if (!version.find()) {
            throw new AssertionError("no version in " + path + "/edit");
        }
        return post(path + "/edit", with(fields, "version", version.group(1)));
    }

    static String[] with(String[] fields, String name, String value) {
        String[] more = Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = name;
        more[fields.length + 1] = value;
        return more;
    }

    /** The path that the answer leads to. */
    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> address.replaceFirst("^https?://[^/]+", ""))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private HttpRequest.Builder form(String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=" + token);
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()));
    }

    /** A file, whole. */
    HttpResponse<byte[]> download(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)), BodyHandlers.ofByteArray());
    }

    /** Posts a form that is answered with a file. */
    HttpResponse<byte[]> postForFile(String path, String... fields) {
        return send(form(path, fields), BodyHandlers.ofByteArray());
    }

    /** Sends a form with the token and one file, as a browser does. */
    HttpResponse<String> upload(String path, String fileName, byte[] file) {
        String boundary = "----guixue-visitor";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(
                        java.util.List.of(head.getBytes(StandardCharsets.UTF_8), file, tail))));
    }

    /** To the API, with the session and its token. */
    HttpResponse<String> postJson(String path, String json) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.timeout(Duration.ofMinutes(2)).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
