package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.guixue.Sha256;

/** What must hold when a school year is over: of its deadlines, its papers, its archive. */
final class OverTheYear {
    private static final LocalDate FIRST = LocalDate.of(2025, 8, 25);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 22);
    private static final Path EXPECTED = Path.of("src", "test", "resources", "school-year-tasks.txt");

    private OverTheYear() {}

    /** Each task stood in the list from its day to the day before it was done, and on no other. */
    static void deadlines(CountyYear year, List<YearChild> children) throws IOException {
        SweptTasks swept = SweptTasks.of(year, FIRST, LAST);
        StringBuilder found = new StringBuilder();
        children.forEach(child -> found.append(told(child.name(), swept.ofChild(child))));
        for (String office : List.of("东山镇中心小学", "东山镇人民政府")) {
            found.append(told(office, swept.ofOffice(year.office(office))));
        }
        Path kept = Files.writeString(Path.of("target", "school-year-tasks.txt"), found);
        Set<String> expected = new TreeSet<>(blocks(Files.readString(EXPECTED)));
        Set<String> differing = new TreeSet<>(blocks(found.toString()));
        differing.removeAll(expected);
        assertTrue(
                differing.isEmpty(), () -> "other tasks than expected (" + kept + "): " + String.join("\n", differing));
        assertEquals(expected.size(), blocks(found.toString()).size());
    }

    private static String told(String subject, String spans) {
        return "== %s\n%s\n".formatted(subject, spans).replace("\n\n", "\n");
    }

    private static List<String> blocks(String text) {
        return List.of(text.replaceAll("(?m)^#.*\\R", "").strip().split("\\R(?=== )"));
    }

    /** Each is found by its number, and its file is the one that was sealed. */
    static void papers(CountyYear year) {
        assertTrue(year.papers().size() > 40, () -> year.papers().size() + " papers");
        Client inspector = year.as("inspector");
        for (YearPaper paper : year.papers()) {
            byte[] pdf = year.as("bureau")
                    .get("/api/instruments/" + paper.id() + "/pdf")
                    .expect(200)
                    .body();
            assertEquals(paper.sha256(), Sha256.of(pdf).hex(), paper.serial());
            JsonNode found = inspector
                    .get("/api/search?q=" + java.net.URLEncoder.encode(paper.serial(), StandardCharsets.UTF_8))
                    .expect(200)
                    .json()
                    .get("items");
            assertTrue(
                    StreamSupport.stream(found.spliterator(), false)
                            .anyMatch(item -> item.get("id").asLong() == paper.id()),
                    () -> paper.serial() + " is not found: " + found);
        }
        assertTrue(inspector
                .get("/api/audit/check")
                .expect(200)
                .json()
                .get("holds")
                .asBoolean());
    }

    /** Bags, registers, seals and the trail agree, read without the server. */
    static void archive(Path home) throws IOException, InterruptedException {
        Process verify = new ProcessBuilder("deploy/verify", home.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, verify.waitFor(), said);
    }
}
