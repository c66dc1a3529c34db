package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Papers for a whole school in one batch, killed on the way as often as asked, printed as one run, back as one pile, delivered,
 * and ended by the children's returns. For deploy/soak/batch:
 * no part of the ordinary tests, which break a batch at its steps without a server.
 */
class BatchSoak {
    private static final int PAPERS = Integer.getInteger("guixue.batch.papers", 500);
    private static final int KILLS = Integer.getInteger("guixue.batch.kills", 3);
    private static final Pattern NUMBER = Pattern.compile("〕(\\d+)号");

    @TempDir
    Path home;

    @Test
    void everyChildHasOnePaperAndNoNumberIsMissingAfterKills() throws InterruptedException {
        try (ServerProcess server = new ServerProcess(home)) {
            server.start();
            new Client(server.base(), "clerk")
                    .upload("/api/students/import", "名册.csv", roster())
                    .expect(200);
            ManyClocks clocks = new ManyClocks(new Client(server.base(), "clerk"));
            clocks.open("77班");
            long firstNumber = highest(server) + 1;
            long batch = ordered(server);
            long begun = System.nanoTime();
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitDone(server, batch, PAPERS * kill / (KILLS + 1));
                server.kill();
                server.start();
            }
            awaitDone(server, batch, PAPERS);
            double seconds = (System.nanoTime() - begun) / 1e9;
            JsonNode end = new Client(server.base(), "clerk")
                    .get("/api/batches/" + batch)
                    .expect(200)
                    .json();
            assertEquals(PAPERS, end.get("done").asInt(), end.toString());
            assertEquals(0, end.get("failed").size());
            wholeAndOnce(server, firstNumber);
            byte[] run = new Client(server.base(), "clerk")
                    .post("/api/prints", Map.of("batch", batch, "cover", false, "duplex", false))
                    .expect(200)
                    .body();
            System.out.printf(
                    "%d papers, %d kills with starts between: %.0f s; print run %,d bytes%n",
                    PAPERS, KILLS, seconds, run.length);
            clocks.deliver(allComeBack(server, run));
            clocks.comeBack();
        }
    }

    /** The run as it comes back from the families: shuffled, turned, creased, dark and noisy, in one pile. */
    private Set<Long> allComeBack(ServerProcess server, byte[] run) throws InterruptedException {
        Client clerk = new Client(server.base(), "clerk");
        byte[] pile = ScannedRun.of(run, new Random(20261130));
        long begun = System.nanoTime();
        long id = clerk.upload("/api/scans", "收回的一叠.pdf", pile)
                .expect(202)
                .json()
                .get("id")
                .asLong();
        JsonNode now = clerk.get("/api/scans/" + id).expect(200).json();
        while (now.get("state").asText().equals("READING")) {
            Thread.sleep(1000);
            now = clerk.get("/api/scans/" + id).expect(200).json();
        }
        Set<Long> papers = new HashSet<>();
        now.get("filed").forEach(sheet -> papers.add(sheet.get("instrument").asLong()));
        System.out.printf(
                "%d of %d sheets lie at their papers after %.0f s, pile %,d bytes%n",
                papers.size(), PAPERS, (System.nanoTime() - begun) / 1e9, pile.length);
        assertEquals(PAPERS, papers.size(), now.get("unmatched").toString());
        return papers;
    }

    private long ordered(ServerProcess server) {
        return new Client(server.base(), "clerk")
                .post("/api/batches", Orders.notices("77班"))
                .expect(202)
                .json()
                .get("id")
                .asLong();
    }

    /** Asked of the search, as a user would: each child once, the numbers one after the other. */
    private static void wholeAndOnce(ServerProcess server, long firstNumber) {
        Client clerk = new Client(server.base(), "clerk");
        TreeSet<Long> numbers = new TreeSet<>();
        Set<Long> children = new HashSet<>();
        for (int page = 0; page <= PAPERS / 50 + 1; page++) {
            for (JsonNode item : clerk.get("/api/search?kind=PERSUASION_NOTICE&size=50&page=" + page)
                    .expect(200)
                    .json()
                    .get("items")) {
                Matcher number = NUMBER.matcher(item.get("serial").asText());
                if (number.find() && Long.parseLong(number.group(1)) >= firstNumber) {
                    numbers.add(Long.valueOf(number.group(1)));
                    children.add(item.at("/student/id").asLong());
                }
            }
        }
        assertEquals(PAPERS, numbers.size(), "papers that are found");
        assertEquals(firstNumber + PAPERS - 1, numbers.last(), "no gap");
        assertEquals(PAPERS, children.size(), "each child once");
    }

    private static byte[] roster() {
        StringBuilder rows = new StringBuilder("姓名,性别,民族,出生日期,身份证号,学校,年级,班级,监护人姓名,关系,联系电话,现住址\r\n");
        for (int i = 0; i < PAPERS; i++) {
            LocalDate born = LocalDate.of(2014, 9, 1).plusDays(i % 400);
            String id = RosterSheet.id(born.toString().replace("-", ""), 1 + i / 400 * 20);
            rows.append("王李张刘陈杨".charAt(i % 6)
                    + "子涵,女,汉族,%s,%s,东山镇中心小学,四年级,77班,王建国,父亲,139%08d,示范省示范市示范县东山镇桥头村%d号\r\n"
                            .formatted(born, id, i, 1 + i));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The highest number of the school's notices before. */
    private static long highest(ServerProcess server) {
        long highest = 0;
        for (JsonNode item : new Client(server.base(), "clerk")
                .get("/api/search?kind=PERSUASION_NOTICE&size=50")
                .expect(200)
                .json()
                .get("items")) {
            Matcher number = NUMBER.matcher(item.get("serial").asText());
            if (number.find() && item.get("serial").asText().startsWith("东小")) {
                highest = Math.max(highest, Long.parseLong(number.group(1)));
            }
        }
        return highest;
    }

    /** Asks until so many are done, or it has ended. */
    private static void awaitDone(ServerProcess server, long batch, int wanted) throws InterruptedException {
        Client clerk = new Client(server.base(), "clerk");
        JsonNode now = clerk.get("/api/batches/" + batch).expect(200).json();
        while (now.get("done").asInt() < wanted && now.get("state").asText().equals("RUNNING")) {
            Thread.sleep(500);
            now = clerk.get("/api/batches/" + batch).expect(200).json();
        }
    }
}
