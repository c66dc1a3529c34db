package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Many write at the same time and nobody is told that the house has a fault: papers are issued by eight clients while others
 * import, void and edit. 200 papers; {@code deploy/soak/writers} asks for 2,000.
 */
class TwoWritersIT extends SystemIT {
    private static final int PAPERS = Integer.getInteger("guixue.writers.papers", 200);
    private static final int ISSUERS = 8;
    private static final int CHILDREN = 12;
    private static final String BIRTH = "20110315";

    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> serials = new ConcurrentLinkedQueue<>();
    private final Queue<Long> toVoid = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean issuing = new AtomicBoolean(true);
    private final AtomicInteger voided = new AtomicInteger();
    private final AtomicInteger edited = new AtomicInteger();
    private final AtomicInteger imported = new AtomicInteger();

    @Test
    void nobodyIsAnsweredWithAFaultAndNoNumberIsMissing() throws Exception {
        Client clerk = new Client(at("/"), "clerk");
        Client bureau = new Client(at("/"), "bureau");
        clerk.upload("/api/students/import", "roster.csv", roster(0)).expect(200);
        long child = clerk.get("/api/students?q=" + RosterSheet.id(BIRTH, 1))
                .expect(200)
                .json()
                .at("/items/0/id")
                .asLong();
        ExecutorService threads = Executors.newFixedThreadPool(ISSUERS + 4);
        List<Future<?>> beside = List.of(
                threads.submit(() -> whileIssuing(round -> voids(clerk))),
                threads.submit(() -> whileIssuing(round -> edits(clerk, child, round))),
                threads.submit(() -> whileIssuing(round -> edits(new Client(at("/"), "clerk"), child, round))),
                threads.submit(() -> whileIssuing(round -> imports(clerk, round))));
        issueAll(threads);
        issuing.set(false);
        for (Future<?> each : beside) {
            each.get();
        }
        threads.shutdown();

        assertEquals(List.of(), List.copyOf(refused));
        List<Integer> inOrder = serials.stream().sorted().toList();
        assertEquals(PAPERS, inOrder.stream().distinct().count());
        assertEquals(PAPERS, inOrder.get(PAPERS - 1) - inOrder.get(0) + 1, "a gap in " + inOrder);
        assertTrue(voided.get() > 0 && edited.get() > 0 && imported.get() > 0, "others were at it too");
        JsonNode trail = bureau.get("/api/audit/check").expect(200).json();
        assertTrue(trail.get("holds").asBoolean(), trail.toString());
        JsonNode archive = bureau.post("/api/archive/check", "{}").expect(200).json();
        assertTrue(archive.get("intact").asBoolean(), archive.toString());
    }

    private interface Round {
        void go(int number);
    }

    private void whileIssuing(Round round) {
        for (int number = 1; issuing.get(); number++) {
            round.go(number);
        }
    }

    private void issueAll(ExecutorService threads) throws Exception {
        AtomicInteger left = new AtomicInteger(PAPERS);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < ISSUERS; i++) {
            Client clerk = new Client(at("/"), "clerk");
            long child = clerk.enrolledDemoChild(i % 4).get("id").asLong();
            all.add(CompletableFuture.runAsync(
                    () -> {
                        while (left.getAndDecrement() > 0) {
                            issue(clerk, child);
                        }
                    },
                    threads));
        }
        for (CompletableFuture<Void> each : all) {
            each.get();
        }
    }

    private void issue(Client clerk, long child) {
        Client.Answer answer = clerk.post("/api/instruments", Orders.notice(child));
        expect("issuing", answer, 201, 202);
        String serial = answer.json().path("serial").asText();
        if (!serial.isEmpty()) {
            serials.add(Integer.parseInt(serial.replaceAll(".*〕", "").replaceAll("\\D", "")));
        }
        if (answer.status() == 201 && serials.size() % 10 == 0) {
            toVoid.add(answer.json().get("id").asLong());
        }
    }

    private void voids(Client clerk) {
        Long paper = toVoid.poll();
        if (paper == null) {
            expect("reading", clerk.get("/api/students?size=20"), 200);
            return;
        }
        expect("voiding", clerk.post("/api/instruments/" + paper + "/void", Map.of("reason", "写错了")), 200);
        voided.incrementAndGet();
    }

    private void edits(Client who, long child, int round) {
        expect(
                "correcting",
                who.put("/api/students/" + child, Map.of("schoolClass", (round % 5 + 1) + "班")),
                200,
                409,
                412);
        Client.Answer begun = who.post("/api/drafts", Orders.notice(child));
        expect("beginning a draft", begun, 201);
        String draft = "/api/drafts/" + begun.json().path("id").asLong();
        expect("saving a draft", who.put(draft, Map.of("values", Map.of("efforts", "第" + round + "次"))), 200);
        edited.incrementAndGet();
    }

    private void imports(Client clerk, int round) {
        expect("importing", clerk.upload("/api/students/import", "roster.csv", roster(round)), 200);
        imported.incrementAndGet();
    }

    /** The same children, each time in another class. */
    private static byte[] roster(int round) {
        StringBuilder csv = new StringBuilder("姓名,身份证号,年级,班级\n");
        for (int i = 1; i <= CHILDREN; i++) {
            csv.append("同时").append("甲乙丙丁戊己庚辛壬癸子丑".charAt(i - 1)).append(',');
            csv.append(RosterSheet.id(BIRTH, i))
                    .append(",九年级,")
                    .append(round % 9 + 1)
                    .append("班\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void expect(String act, Client.Answer answer, int... permitted) {
        for (int each : permitted) {
            if (answer.status() == each) {
                return;
            }
        }
        refused.add(act + ": " + answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
    }
}
