package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route answers what it answered when the {@link Recording} was written, but for what {@link RecordingDifferences}
 * lists: asked in one order, of a fresh demo home whose clock stands at one morning. With
 * {@code -Dguixue.recording=write} it writes the recording anew instead.
 */
class RouteRecordingIT {
    static final Instant MORNING = Instant.parse("2026-11-25T02:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "recording";

    @TempDir
    Path home;

    private final Map<String, Asker> askers = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private final AnswerText text = new AnswerText();

    @Test
    void answersWhatWasRecorded() throws Exception {
        Map<String, Route> routes = Route.all();
        List<RecordedRequest> requests = RecordedRequest.all();
        assertEquals(List.of(), unasked(requests), "routes that recording-requests.txt does not ask");
        Map<String, List<String>> found;
        try (ServerProcess server = new ServerProcess(home)) {
            Path rules = Files.writeString(home.resolve("clock.btm"), clockRule());
            server.start(ServerProcess.byteman(rules));
            found = ask(server.base(), requests, routes);
        }
        if ("write".equals(System.getProperty("guixue.recording"))) {
            Recording.write(found);
            return;
        }
        assertEquals("", String.join("\n", Recording.faults(found)));
    }

    /** The house's clock goes on from that morning. */
    private static String clockRule() {
        return """
                RULE morning
                CLASS org.guixue.store.HouseClock
                METHOD shifted
                AT EXIT
                IF true
                DO RETURN $!.plusSeconds(%dL)
                ENDRULE
                """.formatted(Duration.between(Instant.now(), MORNING).toSeconds());
    }

    private static List<String> unasked(List<RecordedRequest> requests) throws IOException {
        return AccessMatrix.read().rows().values().stream()
                .filter(row -> requests.stream().noneMatch(request -> request.asks(row.method(), row.path())))
                .map(AccessMatrix.Row::name)
                .toList();
    }

    /** Where a request cannot be asked it says so in place of the answer, so that the others are asked all the same. */
    private Map<String, List<String>> ask(URI base, List<RecordedRequest> requests, Map<String, Route> routes)
            throws IOException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (RecordedRequest request : requests) {
            List<String> lines;
            try {
                lines = text.lines(answer(base, request, type(request, routes)));
                if (request.path().endsWith("#sorted")) {
                    Collections.sort(lines);
                }
            } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
                lines = List.of("not asked: " + AnswerText.normal(String.valueOf(e.getMessage())));
            }
            if (found.put(request.line(), lines) != null) {
                throw new IllegalArgumentException(
                        "asked twice; a #1 after the path tells them apart: " + request.line());
            }
        }
        return found;
    }

    private HttpResponse<byte[]> answer(URI base, RecordedRequest request, String type) throws IOException {
        Asker asker = askers.computeIfAbsent(request.username(), name -> new Asker(base, name));
        String path = URI.create(RecordedRequest.filled(request.path(), known)).toASCIIString();
        HttpResponse<byte[]> answer = asker.exchange(request.method(), path, type, body(request, type));
        keep(request, answer);
        return answer;
    }

    private static String type(RecordedRequest request, Map<String, Route> routes) {
        if (request.method().equals("GET")) {
            return "";
        }
        if (request.body().startsWith("file:")) {
            return "multipart/form-data; boundary=" + BOUNDARY;
        }
        String consumes = routes.values().stream()
                .filter(route -> request.asks(route.method(), route.path()))
                .map(Route::consumes)
                .filter(type -> !type.isEmpty() && !type.equals("*/*"))
                .findFirst()
                .orElse(request.path().startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded");
        return consumes.startsWith("multipart/") ? consumes + "; boundary=" + BOUNDARY : consumes;
    }

    private byte[] body(RecordedRequest request, String type) throws IOException {
        String filled = RecordedRequest.filled(request.body(), known);
        if (type.endsWith("urlencoded")) {
            return Stream.of(filled.split("&"))
                    .map(field -> field.split("=", 2))
                    .map(both ->
                            both[0] + "=" + URLEncoder.encode(both.length == 1 ? "" : both[1], StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"))
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (!type.startsWith("multipart/")) {
            return filled.getBytes(StandardCharsets.UTF_8);
        }
        if (filled.startsWith("file:jpeg")) {
            return Multipart.file(BOUNDARY, "照片.jpg", Pictures.jpeg());
        }
        if (filled.startsWith("file:")) {
            return Multipart.file(
                    BOUNDARY,
                    "roster.csv",
                    filled.substring(5).replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Multipart.fields(BOUNDARY, filled);
    }

    private void keep(RecordedRequest request, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        request.kept().forEach((name, from) -> known.put(name, found(answer, body, from)));
    }

    private static String found(HttpResponse<byte[]> answer, String body, String from) {
        if (from.equals("Location")) {
            return answer.headers()
                    .firstValue("Location")
                    .orElse("")
                    .replaceFirst("\\?.*", "")
                    .replaceFirst(".*/", "");
        }
        if (from.startsWith("body:")) {
            Matcher matcher = Pattern.compile(from.substring(5)).matcher(body);
            if (!matcher.find()) {
                throw new IllegalStateException("no " + from + " in " + body);
            }
            return matcher.group(1);
        }
        try {
            JsonNode value = JSON.readTree(body).at(from);
            if (value.isMissingNode()) {
                throw new IllegalStateException("no " + from + " in " + body);
            }
            return value.asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
