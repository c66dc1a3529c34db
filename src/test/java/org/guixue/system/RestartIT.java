package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guixue.archive.Act;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.Event;
import org.guixue.archive.RegisterHead;
import org.guixue.archive.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path home;

    @Test
    void servesTheSameHomeAgainAfterAKillOnALaterDayAndStopsCleanly()
            throws IOException, InterruptedException, SQLException {
        String lastYear = beginLastYearsBag();
        try (ServerProcess server = new ServerProcess(home)) {
            server.start();
            assertEquals(404, status(server));
            long child = noticed(new Client(server.base(), "clerk"));
            LocalDate week = due(server, child, "return-week");
            long suspended = suspendedUntilTomorrow(server);
            server.kill();
            assertFalse(server.isAlive());
            assertTrue(Files.exists(home.resolve("db").resolve("db.lck")));

            server.on(week.plusDays(1)).start();
            assertEquals(404, status(server));
            assertFalse(due(server, child, "after-notice").isBefore(week.plusDays(1)), "the week is over");
            assertEquals(
                    "AT_RISK",
                    new Client(server.base(), "clerk")
                            .get("/api/students/" + suspended)
                            .expect(200)
                            .json()
                            .get("state")
                            .asText(),
                    "what ended while it was shut has ended");
            awaitFile(home.resolve("records").resolve(lastYear).resolve("tagmanifest-sha256.txt"));
            String running = verify(3);
            assertTrue(running.contains("服务正在使用数据库"), running);
            new Client(server.base(), "clerk2").get("/api/students?q=last").expect(200);
            server.stop();
            assertFalse(Files.exists(home.resolve("db").resolve("db.lck")), "the database was not closed");
            String stopped = verify(0);
            assertTrue(stopped.matches("(?s).*审计轨迹 [1-9]\\d* 条，全部相符\\s*"), stopped);
            assertFalse(stopped.contains("待入链"), "the last events were linked");
            assertTrue(stopped.contains("审计轨迹 " + newestHead() + " 条"), "their head is in the archive: " + stopped);
            assertEquals(1, searchesFor("last"));
        }
    }

    /** A child whose guardian has just received a notice. */
    private static long noticed(Client clerk) {
        JsonNode child = clerk.enrolledDemoChild();
        long id = child.get("id").asLong();
        String today = LocalDate.now(SHANGHAI).toString();
        long opened = clerk.post("/api/students/" + id + "/case", Map.of("openedOn", today, "reason", "没有到校"))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        clerk.post("/api/cases/" + opened + "/events", Map.of("kind", "CONFIRMED", "on", today))
                .expect(201);
        JsonNode paper =
                clerk.post("/api/instruments", Orders.notice(id)).expect(201).json();
        clerk.post(
                        "/api/instruments/" + paper.get("id") + "/delivery",
                        Map.of("deliveredOn", today, "outcome", "GUARDIAN", "deliverers", List.of("林晓芳")))
                .expect(201);
        return id;
    }

    private static long suspendedUntilTomorrow(ServerProcess server) throws IOException {
        Client clerk = new Client(server.base(), "clerk");
        long id = clerk.enrolledDemoChild(1).get("id").asLong();
        LocalDate today = LocalDate.now(SHANGHAI);
        long opened = clerk.post(
                        "/api/students/" + id + "/case",
                        Map.of("openedOn", today.toString(), "reason", "申请休学", "as", "APPLICATION"))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        long proof = clerk.upload("/api/evidence", "证明.jpg", Pictures.jpeg())
                .expect(201)
                .json()
                .get("id")
                .asLong();
        String events = "/api/cases/" + opened + "/events";
        Map<String, Object> event = new HashMap<>(
                Map.of("kind", "APPLIED", "on", today.toString(), "of", "SUSPENSION", "ground", "HEALTH"));
        event.put("basis", List.of(Map.of("evidence", proof)));
        clerk.post(events, event).expect(201);
        event.putAll(Map.of(
                "kind", "DECIDED", "granted", true, "until", today.plusDays(1).toString()));
        event.remove("basis");
        new Client(server.base(), "bureau").post(events, event).expect(201);
        return id;
    }

    /** The last day of what that rule asks for of a child. */
    private static LocalDate due(ServerProcess server, long child, String rule) {
        for (JsonNode task : new Client(server.base(), "clerk")
                .get("/api/tasks?size=200")
                .expect(200)
                .json()
                .get("items")) {
            if (task.at("/about/student").asLong() == child
                    && task.get("rule").asText().equals(rule)) {
                return LocalDate.parse(task.get("dueOn").asText());
            }
        }
        throw new AssertionError("no task " + rule);
    }

    private String verify(int expected) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("deploy/verify", home.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(expected, script.waitFor(), said);
        return said;
    }

    /** As if the house had been open a year ago and on the first of January. */
    private String beginLastYearsBag() {
        int year = LocalDate.now(SHANGHAI).getYear();
        assumeTrue(LocalDate.now(SHANGHAI).getDayOfYear() > 1, "no day of this year is over");
        ArchivalNumber number = new ArchivalNumber("SF01", "WS", year - 1, Retention.D30, 1);
        try (Archive archive = Archive.open(home.resolve("records"), Clock.systemUTC())) {
            archive.append(number, Event.of(Act.CANCELLATION, 1, "TEST"));
            archive.writeHeads(LocalDate.of(year, 1, 1), new RegisterHead(Archive.AUDIT, 0, RegisterHead.NONE));
        }
        return number.bag().name();
    }

    /** How many events the newest head of the trail covers that the archive has. */
    private long newestHead() {
        try (Archive archive = Archive.open(home.resolve("records"), Clock.systemUTC())) {
            return archive.headsOf(Archive.AUDIT).stream()
                    .mapToLong(RegisterHead::length)
                    .max()
                    .orElseThrow();
        }
    }

    private int searchesFor(String words) throws SQLException {
        String database = "jdbc:derby:" + home.resolve("db");
        try (Connection connection = DriverManager.getConnection(database, "guixue", "guixue");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from audit_event where act = 'SEARCH' and detail like '%\"" + words
                                + "\"%'")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static void awaitFile(Path file) throws InterruptedException {
        for (int tries = 0; !Files.exists(file) && tries < 300; tries++) {
            Thread.sleep(100);
        }
        assertTrue(Files.exists(file), () -> "expected " + file);
    }

    /** 404 is what an account gets that exists; 401 would be nobody's. */
    private static int status(ServerProcess server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.base().resolve("/api/nowhere"))
                .header("Authorization", SystemIT.basic("clerk", SystemIT.PASSWORD))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
