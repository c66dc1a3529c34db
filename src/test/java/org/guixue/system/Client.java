package org.guixue.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A program that speaks to the API as one account, by Basic; safe for many threads. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long DEMO_CHILDREN = 60;
    private static final String BOUNDARY = "----guixue-test-boundary";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final @Nullable String credentials;

    /** One of the demo accounts. */
    Client(URI base, String username) {
        this(base, username, SystemIT.PASSWORD);
    }

    Client(URI base, String username, String password) {
        this(base, Optional.of(SystemIT.basic(username, password)));
    }

    private Client(URI base, Optional<String> credentials) {
        this.base = base;
        this.credentials = credentials.orElse(null);
    }

    static Client stranger(URI base) {
        return new Client(base, Optional.empty());
    }

    /** An answer whose body is read as JSON where it is JSON. */
    record Answer(int status, byte[] body, JsonNode json, HttpResponse<byte[]> response) {
        Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError(
                        "expected " + wanted + ", found " + status + ": " + new String(body, StandardCharsets.UTF_8));
            }
            return this;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** The demo county's own children whom this account sees, by their ids; other tests bring more, with less written of them. */
    List<JsonNode> demoChildren() {
        return StreamSupport.stream(
                        get("/api/students?size=200")
                                .expect(200)
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .filter(item -> item.get("id").asLong() <= DEMO_CHILDREN)
                .sorted(Comparator.comparing(item -> item.get("id").asLong()))
                .toList();
    }

    /** The first of them with a resident ID that is at school. */
    JsonNode enrolledDemoChild() {
        return enrolledDemoChild(0);
    }

    /** @param nth from 0 */
    JsonNode enrolledDemoChild(int nth) {
        return demoChildren().stream()
                .filter(item -> !item.get("maskedId").asText().equals("无"))
                .filter(item -> item.get("state").asText().equals("ENROLLED"))
                .skip(nth)
                .findFirst()
                .orElseThrow();
    }

    /** The id of a new home visit record of one of them. */
    long demoDraft() {
        return post(
                        "/api/drafts",
                        Map.of(
                                "form",
                                "haikou/home-visit-record",
                                "student",
                                enrolledDemoChild().get("id").asLong()))
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    /** The id of a case of one of them. */
    long demoCase() {
        return demoChildren().stream()
                .map(item -> get("/api/students/" + item.get("id") + "/case"))
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow()
                .json()
                .get("id")
                .asLong();
    }

    /** The one office of which that is written. */
    JsonNode office(String field, String value) {
        for (JsonNode each : get("/api/offices").expect(200).json()) {
            if (each.get(field).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("no office with " + field + " " + value);
    }

    Answer post(String path, Object body, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(text(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer put(String path, Object body, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(text(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer upload(String path, String fileName, byte[] file) {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + file.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(file, 0, body, head.length, file.length);
        System.arraycopy(tail, 0, body, head.length + file.length, tail.length);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            JsonNode json = isJson ? JSON.readTree(response.body()) : JSON.nullNode();
            return new Answer(response.statusCode(), response.body(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(2));
        return credentials == null ? request : request.header("Authorization", credentials);
    }

    private static String text(Object body) {
        try {
            return body instanceof String string ? string : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
