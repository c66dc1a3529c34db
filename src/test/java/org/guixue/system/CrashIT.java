package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a server of its own in the middle of issuing: at named steps, and at random. What was acknowledged exists, nothing
 * is sealed twice, no number is skipped. {@code -Dguixue.crash=every} kills at every step; without it those are passed over
 * at which nothing new lies in the home, or where the archive's own crash test kills a child.
 */
class CrashIT {
    /** Class, method and place of each step, in their order. */
    private static final List<String> STEPS = List.of(
            "org.guixue.instrument.issuing.Reserving reserveOnce EXIT",
            "org.guixue.instrument.issuing.Sealer seal ENTRY",
            "org.guixue.signing.Seal sign ENTRY",
            "org.guixue.archive.Bag stage EXIT",
            "org.guixue.archive.Bag publish EXIT",
            "org.guixue.archive.Bag writeManifestLine EXIT",
            "org.guixue.archive.Bag writeRegisterLine EXIT",
            "org.guixue.instrument.issuing.Confirming confirmOnce EXIT");

    private static final Set<Integer> PASSED_OVER = Set.of(1, 2, 3, 5, 7);

    private static final boolean EVERY_STEP = "every".equals(System.getProperty("guixue.crash"));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private final Map<String, JsonNode> acknowledged = new LinkedHashMap<>();
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private long student;

    @Test
    void losesNothingSealsNothingTwiceAndSkipsNoNumber() throws Exception {
        Path rules = Files.writeString(home.resolve("rules.btm"), killRules() + faultRules());
        try (ServerProcess server = new ServerProcess(home)) {
            server.start(ServerProcess.byteman(rules));
            student = new Client(server.base(), "clerk")
                    .get("/api/students?size=1")
                    .json()
                    .at("/items/0/id")
                    .asLong();
            for (int step = 0; step < STEPS.size(); step++) {
                if (!EVERY_STEP && PASSED_OVER.contains(step)) {
                    continue;
                }
                killAt(server, step);
                server.start(ServerProcess.byteman(rules));
                settleAll(server);
            }
            killAtRandom(server);
            server.start(ServerProcess.byteman(rules));
            settleAll(server);
            failingSignatureIsRetried(server);
            for (String fault : EVERY_STEP ? List.of("fail-write", "fail-force") : List.of("fail-force")) {
                failureStopsIssuingUntilARestart(server, fault);
                server.kill();
                server.start(ServerProcess.byteman(rules));
                settleAll(server);
            }
            assertEverythingFits(server);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private void killAt(ServerProcess server, int step) {
        String key = "step-" + step;
        arm("kill-" + step);
        try {
            keep(key, issue(server, key));
        } catch (UncheckedIOException e) {
            acknowledged.putIfAbsent(key, null);
        }
        try {
            server.awaitEnd(Duration.ofSeconds(60));
        } catch (AssertionError e) {
            throw new AssertionError("not killed at " + STEPS.get(step), e);
        }
        disarm("kill-" + step);
    }

    private void killAtRandom(ServerProcess server) throws InterruptedException {
        Thread issuing = new Thread(() -> {
            try {
                for (int i = 0; i < 200; i++) {
                    String key = UUID.randomUUID().toString();
                    keep(key, null);
                    keep(key, issue(server, key));
                }
            } catch (UncheckedIOException e) {
                // the kill came
            }
        });
        issuing.start();
        TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(4000));
        server.kill();
        issuing.join();
    }

    private void failingSignatureIsRetried(ServerProcess server) {
        arm("fail-sign");
        Client.Answer answer = issue(server, "fail-sign").expect(202);
        assertEquals("RESERVED", answer.json().get("state").asText());
        keep("fail-sign", answer);
        disarm("fail-sign");
        settle(server, "fail-sign");
    }

    private void failureStopsIssuingUntilARestart(ServerProcess server, String fault) {
        arm(fault);
        keep(fault, issue(server, fault).expect(202));
        disarm(fault);
        issue(server, "after-" + fault).expect(503);
    }

    /** Asks again under every key; each must end as one issued instrument, the same that was promised. */
    private void settleAll(ServerProcess server) {
        for (String key : List.copyOf(acknowledged.keySet())) {
            settle(server, key);
        }
    }

    private void settle(ServerProcess server, String key) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Client.Answer answer = issue(server, key);
        while (answer.status() == 202 && System.nanoTime() < deadline) {
            pause();
            answer = issue(server, key);
        }
        keep(key, answer.expect(201));
    }

    private void keep(String key, Client.Answer answer) {
        if (answer == null || answer.status() > 202) {
            acknowledged.putIfAbsent(key, null);
            return;
        }
        JsonNode promised = acknowledged.put(key, answer.json());
        if (promised != null) {
            assertEquals(promised.get("id"), answer.json().get("id"), "the same key is the same instrument");
            assertEquals(promised.get("serial"), answer.json().get("serial"));
        }
    }

    private Client.Answer issue(ServerProcess server, String key) {
        return new Client(server.base(), "clerk")
                .post("/api/instruments", Orders.notice(student), "Idempotency-Key", key);
    }

    private void assertEverythingFits(ServerProcess server) throws Exception {
        Client bureau = new Client(server.base(), "bureau");
        assertTrue(bureau.post("/api/archive/check", "{}")
                .expect(200)
                .json()
                .get("intact")
                .asBoolean());
        assertTrue(
                bureau.get("/api/audit/check").expect(200).json().get("holds").asBoolean());
        TreeSet<Integer> numbers = new TreeSet<>();
        for (JsonNode issued : acknowledged.values()) {
            byte[] pdf = bureau.get("/api/instruments/" + issued.get("id") + "/pdf")
                    .expect(200)
                    .body();
            assertEquals(
                    "AUTHENTIC",
                    bureau.upload("/api/verify", "p.pdf", pdf)
                            .json()
                            .get("verdict")
                            .asText());
            String serial = issued.get("serial").asText();
            assertTrue(numbers.add(Integer.parseInt(serial.replaceAll(".*〕(\\d+)号", "$1"))), "twice: " + serial);
        }
        assertEquals(numbers.last() - numbers.first() + 1, numbers.size(), "no number is skipped: " + numbers);
        assertEquals(List.of(), unlisted());
        assertEquals(
                numbers.size(),
                bureau.get("/api/search?size=1&q=" + java.net.URLEncoder.encode("电话联系两次", StandardCharsets.UTF_8))
                        .json()
                        .get("total")
                        .asInt());
    }

    /** Sealed files in the archive that no instrument of the API leads to. */
    private List<Path> unlisted() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("records"))) {
            return files.filter(file -> file.toString().contains(".staging")
                            || file.toString().contains("quarantine"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private String killRules() {
        List<String> rules = new ArrayList<>();
        for (int step = 0; step < STEPS.size(); step++) {
            String[] part = STEPS.get(step).split(" ");
            rules.add(rule("kill-" + step, part[0], part[1], part[2], "killJVM()"));
        }
        return String.join("", rules);
    }

    private String faultRules() {
        return rule(
                        "fail-sign",
                        "org.guixue.signing.Seal",
                        "sign",
                        "ENTRY",
                        "throw new java.lang.IllegalStateException(\"the signature fails\")")
                + rule(
                        "fail-write",
                        "org.guixue.archive.Bag",
                        "stage",
                        "ENTRY",
                        "throw new java.io.IOException(\"the write fails\")")
                + rule(
                        "fail-force",
                        "org.guixue.archive.Bag",
                        "force",
                        "ENTRY",
                        "throw new java.io.IOException(\"the force fails\")");
    }

    private String rule(String name, String type, String method, String place, String act) {
        return """
                RULE %s
                CLASS %s
                METHOD %s
                AT %s
                BIND armed:java.io.File = new java.io.File("%s")
                IF armed.exists()
                DO %s
                ENDRULE
                """.formatted(name, type, method, place, home.resolve(name), act);
    }

    private void arm(String name) {
        try {
            Files.createFile(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void disarm(String name) {
        try {
            Files.delete(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
