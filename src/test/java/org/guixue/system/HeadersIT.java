package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersIT extends SystemIT {
    private static final Pattern LEAK =
            Pattern.compile("Exception|payara|glassfish|jersey|\\tat |org\\.|java\\.|stack", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/",
                "/nowhere",
                "/static/guixue.css",
                "/static/none.css",
                "/api/nowhere",
                "/health/ready"
            })
    void standOnEveryAnswer(String path) {
        HttpResponse<String> answer = send(request(path));
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals(
                "same-origin", answer.headers().firstValue("Referrer-Policy").orElse(""));
        assertTrue(answer.headers().firstValue("Server").isEmpty());
        assertTrue(answer.headers().firstValue("X-Powered-By").isEmpty());
        if (!path.equals("/static/guixue.css")) {
            assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("no-store"), path);
        }
    }

    @Test
    void letABrowserKeepTheFontOfRareNames() {
        HttpResponse<String> font = send(request("/static/fonts/lxgw-wenkai-latin-500-normal.woff2"));
        assertEquals(200, font.statusCode());
        assertEquals("font/woff2", font.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "public, max-age=2592000",
                font.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(send(request("/static/guixue.css")).body().contains("unicode-range: U+20000-323AF"));
    }

    @Test
    void hideTheSessionFromScriptsAndOtherSites() {
        String cookie =
                send(request("/login")).headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(
                Pattern.compile("SameSite=Lax", Pattern.CASE_INSENSITIVE)
                        .matcher(cookie)
                        .find(),
                cookie);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/metrics", "/health"})
    void whatTheServerTellsOfItselfIsNotPublic(String path) {
        assertEquals(302, send(request(path)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/none.css",
                "/static/../WEB-INF/web.xml",
                "/static/%2e%2e/WEB-INF/web.xml",
                "/WEB-INF/web.xml",
                "/v/none",
                "/V/none"
            })
    void errorPagesLeakNothing(String path) {
        HttpResponse<String> answer = send(request(path));
        assertTrue(answer.statusCode() >= 300, path + " " + answer.statusCode());
        assertFalse(LEAK.matcher(answer.body()).find(), answer.body());
    }

    @Test
    void anUnknownMethodIsAnErrorOfOurs() {
        HttpResponse<String> answer =
                send(requestAs("clerk", "/api/nowhere").method("BREW", HttpRequest.BodyPublishers.noBody()));
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 502);
        assertFalse(LEAK.matcher(answer.body()).find(), answer.body());
    }

    @Test
    void aBrokenAddressLeaksNothing() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream()
                    .write("GET /%zz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertFalse(LEAK.matcher(answer).find(), answer);
        }
    }
}
