package org.guixue.system;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;

/**
 * Base of every test against the running server: its address, requests as one of the demo accounts, and a browser
 * ({@link Browser}).
 */
@ArquillianTest
@RunAsClient
public abstract class SystemIT {
    protected static final String PASSWORD = "guixue-demo";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @ArquillianResource
    protected URL base;

    /** The absolute address of a path that begins with a slash. */
    protected URI at(String path) {
        return URI.create("http://127.0.0.1:" + base.getPort() + path);
    }

    /** A request that nobody has signed in for. */
    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(Duration.ofMinutes(2));
    }

    /** A request with the Basic credentials of a demo account. */
    protected HttpRequest.Builder requestAs(String username, String path) {
        return request(path).header("Authorization", basic(username, PASSWORD));
    }

    protected static String basic(String username, String password) {
        String credentials = username + ':' + password;
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    protected static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
