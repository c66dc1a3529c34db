package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is refused before anybody looks into it. */
class EdgeIT extends SystemIT {
    private static final String BOUNDARY = "edge";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
    private static final int TRICKLING = 205;

    @Test
    void refusesMoreTinyPartsThanAnyPageSends() {
        String fields = "a=b&".repeat(60_000) + "a=b";
        HttpResponse<String> answer = send(request("/api/verify")
                .header("Content-Type", MULTIPART)
                .POST(BodyPublishers.ofByteArray(Multipart.fields(BOUNDARY, fields))));
        assertEquals(413, answer.statusCode(), answer.body());
    }

    @Test
    void refusesPartsWhoseNamesAreTooLong() {
        HttpResponse<String> answer = send(request("/api/verify")
                .header("Content-Type", MULTIPART)
                .POST(BodyPublishers.ofByteArray(Multipart.fields(BOUNDARY, "n".repeat(9_000) + "=x"))));
        assertEquals(413, answer.statusCode(), answer.body());
    }

    /** Without a length and without a type, as curl sends it: the container hands null over. */
    @Test
    void aRequestWithoutContentIsRefusedAndIsNoFault() {
        for (String path : List.of(
                "/api/verify",
                "/api/students",
                "/api/students/import",
                "/api/cases/1/events",
                "/api/cases/1/persuasions",
                "/api/drafts",
                "/api/evidence",
                "/api/photos",
                "/api/batches",
                "/api/prints",
                "/api/scans",
                "/api/reconciliations",
                "/api/instruments/1/void",
                "/api/ledgers/national/monthly-ledger/submit")) {
            HttpResponse<String> answer = send(request(path)
                    .header("Authorization", basic("clerk", PASSWORD))
                    .POST(BodyPublishers.noBody()));
            assertEquals(422, answer.statusCode(), () -> path + ": " + answer.body());
            assertTrue(answer.body().contains("请求没有内容"), answer::body);
        }
    }

    @Test
    void aFormWithABrokenEscapeIsRefusedAndIsNoFault() {
        for (String path : List.of("/login", "/login/resume", "/verify", "/api/verify")) {
            for (String body : List.of("%zz=1", "a=%", "a=%e")) {
                HttpResponse<String> answer = send(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
                assertEquals(400, answer.statusCode(), () -> path + " " + body);
            }
        }
    }

    @Test
    void anotherKindOfContentThanAFormIsRefusedAndIsNoFault() {
        Visitor bureau = new Visitor(at("/")).signIn("bureau", PASSWORD);
        for (String path : List.of("/students/1/reveal", "/students/new", "/drafts/1/issue")) {
            HttpResponse<String> answer = bureau.postJson(path, "{}");
            assertTrue(
                    answer.statusCode() >= 400 && answer.statusCode() < 500,
                    () -> path + ": " + answer.statusCode() + " " + answer.body());
        }
        assertEquals(415, bureau.postJson("/students/1/reveal", "{}").statusCode());
    }

    @Test
    void refusesALengthThatIsTooGreatBeforeItComes() throws IOException {
        for (String path : List.of("/verify", "/api/verify")) {
            try (Socket socket = open(path, "Content-Length: 1500000000")) {
                assertTrue(answer(socket).startsWith("HTTP/1.1 413"), path);
            }
        }
    }

    @Test
    void cutsOffABodyWithoutALengthWhereItIsTooLong() throws IOException {
        try (Socket socket = open("/api/verify", "Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            try {
                while (sent < 200 && socket.getInputStream().available() == 0) {
                    out.write(chunk);
                    sent++;
                }
            } catch (IOException e) {
                assertTrue(sent < 100, "cut off after " + sent + " MB");
                return;
            }
            assertTrue(answer(socket).contains(" 413"), "nothing was said against " + sent + " MB");
        }
    }

    @Test
    void signInGoesOnBesideManyThatTrickle() throws IOException {
        List<Socket> trickling = new ArrayList<>();
        try {
            for (int i = 0; i < TRICKLING; i++) {
                Socket socket = open(i % 2 == 0 ? "/login" : "/api/verify", "Content-Length: 100000");
                socket.getOutputStream().write('x');
                trickling.add(socket);
            }
            long beganNanos = System.nanoTime();
            assertEquals(
                    200,
                    new Visitor(at("/")).signIn("township", PASSWORD).get("/").statusCode());
            Duration took = Duration.ofNanos(System.nanoTime() - beganNanos);
            assertTrue(took.compareTo(Duration.ofSeconds(15)) < 0, "took " + took);
        } finally {
            for (Socket socket : trickling) {
                socket.close();
            }
        }
    }

    @Test
    void manyLargeFilesAtOnceAreTakenInTurnOrToldToComeAgain() {
        byte[] file = Multipart.file(BOUNDARY, "large.pdf", new byte[8 << 20]);
        List<Integer> statuses = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> send(request("/api/verify")
                                .header("Content-Type", MULTIPART)
                                .POST(BodyPublishers.ofByteArray(file)))
                        .statusCode())
                .toList();
        assertTrue(statuses.contains(200), statuses::toString);
        assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 503), statuses::toString);
    }

    @Test
    void refusesASessionIdInAnAddress() {
        String id = sessionId();
        assertTrue(id.matches("[0-9a-f]{40}"), id);
        assertAll(
                () -> assertEquals(
                        400, send(request("/students;jsessionid=" + id)).statusCode()),
                () -> assertEquals(400, send(request("/login;JSESSIONID=" + id)).statusCode()));
    }

    private String sessionId() {
        String cookie =
                send(request("/login")).headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.replaceFirst("^JSESSIONID=", "").replaceFirst(";.*", "");
    }

    @Test
    void leadsToAnOddAddressAfterTheSignIn() {
        Visitor visitor = new Visitor(at("/"));
        visitor.get("/login");
        HttpResponse<String> answer =
                visitor.post("/login", "username", "township", "password", PASSWORD, "next", "/students?q=a|b{%zz\"");
        assertEquals(303, answer.statusCode());
        assertTrue(Visitor.location(answer).endsWith("/students?q=a%7Cb%7B%25zz%22"), Visitor.location(answer));
    }

    @Test
    void refusesWritesThatAForeignPageSendsWithKeptCredentials() {
        assertEquals(403, written("cross-site"));
        assertEquals(422, written("same-origin"));
    }

    private int written(String site) {
        return send(requestAs("clerk", "/api/students")
                        .header("Sec-Fetch-Site", site)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode();
    }

    @Test
    void keepsTheStateOfTheHouseFromClerks() {
        assertEquals(
                403,
                new Visitor(at("/")).signIn("clerk", PASSWORD).get("/metrics").statusCode());
        assertEquals(404, send(requestAs("clerk", "/api/application.wadl")).statusCode());
        assertEquals(
                404,
                new Visitor(at("/"))
                        .signIn("bureau", PASSWORD)
                        .get("/application.wadl")
                        .statusCode());
    }

    @Test
    void saysWhatIsNeededAndAnswers() {
        String body = send(request("/health/ready")).body();
        assertAll(List.of("database", "archive", "index").stream()
                .map(part -> () -> assertTrue(body.contains(part + "\":\"true\""), body)));
    }

    private Socket open(String path, String length) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort());
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + MULTIPART + "\r\n" + length;
        socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(40), StandardCharsets.US_ASCII);
    }
}
