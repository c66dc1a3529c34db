package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a batch of one-page notices costs the whole server, from the order to the last paper found, beside rendering and sealing
 * alone with the same flags and beside LibreOffice. For deploy/bench/batch: it asserts nothing but that the papers are there.
 */
class BatchBench {
    private static final int PAPERS = Integer.getInteger("guixue.batch.papers", 500);
    private static final String FORM = "shangtianti/persuasion-notice";
    private static final double NANOS = 1e9;

    /** As deploy/run says it. */
    private static final String[] OPTIMISED = {
        "-XX:+UnlockDiagnosticVMOptions", "-XX:CompilerDirectivesFile=deploy/compiler.json"
    };

    @TempDir
    Path home;

    private record Batch(double cpuSeconds, double seconds) {}

    @Test
    void costsSoMuchMoreThanRenderingAndSealingAlone() throws InterruptedException {
        double alone = renderedAndSealed();
        Batch batch = batch();
        Optional<Double> office = LetterMerge.cpuSeconds(home.resolve("letters"), PAPERS);
        StringBuilder table = new StringBuilder("""
                | way | documents | CPU seconds | documents per CPU second |
                |---|---:|---:|---:|
                """);
        row(table, "render + seal alone", alone);
        row(table, "a batch, end to end (%.0f s)".formatted(batch.seconds), batch.cpuSeconds);
        office.ifPresent(seconds -> row(table, "LibreOffice", seconds));
        table.append(
                String.format(Locale.ROOT, "%nA batch costs %.2f times render + seal alone", batch.cpuSeconds / alone));
        office.ifPresentOrElse(
                seconds -> table.append(String.format(
                        Locale.ROOT,
                        " and makes %.1f times the documents of LibreOffice.%n",
                        seconds / batch.cpuSeconds)),
                () -> table.append("; LibreOffice Writer is not installed.\n"));
        System.out.print(table);
        write(table.toString());
    }

    private static void row(StringBuilder table, String way, double seconds) {
        table.append(String.format(Locale.ROOT, "| %s | %d | %.1f | %.1f |%n", way, PAPERS, seconds, PAPERS / seconds));
    }

    private static void write(String table) {
        try {
            Files.writeString(Path.of("target", "bench-batch.md"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a Java machine with the server's flags, warm. */
    private static double renderedAndSealed() {
        String said = Command.output(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                OPTIMISED[0],
                OPTIMISED[1],
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.guixue.bench.SealBench",
                FORM,
                Integer.toString(PAPERS));
        String[] words = said.strip().split("\\s+");
        return Double.parseDouble(words[words.length - 2]);
    }

    private Batch batch() throws InterruptedException {
        try (ServerProcess server = new ServerProcess(home.resolve("house"))) {
            server.start("-XX:TieredStopAtLevel=4", OPTIMISED[0], OPTIMISED[1]);
            Client clerk = new Client(server.base(), "clerk");
            clerk.upload("/api/students/import", "名册.csv", roster("77班", 0)).expect(200);
            clerk.upload("/api/students/import", "名册.csv", roster("78班", 1)).expect(200);
            issued(clerk, "77班");
            Duration cpu = server.cpu();
            long begun = System.nanoTime();
            issued(clerk, "78班");
            return new Batch(server.cpu().minus(cpu).toNanos() / NANOS, (System.nanoTime() - begun) / NANOS);
        }
    }

    private static void issued(Client clerk, String schoolClass) throws InterruptedException {
        JsonNode now = clerk.post("/api/batches", Orders.notices(schoolClass))
                .expect(202)
                .json();
        String path = "/api/batches/" + now.get("id").asLong();
        while (now.get("state").asText().equals("RUNNING")) {
            Thread.sleep(1000);
            now = clerk.get(path).expect(200).json();
        }
        assertEquals(PAPERS, now.get("done").asInt(), now.toString());
    }

    private static byte[] roster(String schoolClass, int half) {
        StringBuilder rows = new StringBuilder("姓名,性别,民族,出生日期,身份证号,学校,年级,班级,监护人姓名,关系,联系电话,现住址\r\n");
        for (int i = 0; i < PAPERS; i++) {
            LocalDate born = LocalDate.of(2014, 9, 1).plusDays(i % 400);
            String id = RosterSheet.id(born.toString().replace("-", ""), 1 + half * 2 + i / 400 * 20);
            rows.append((half == 0 ? "王李张刘陈杨" : "赵钱孙周吴郑").charAt(i % 6)
                    + (half == 0 ? "子涵" : "雨桐")
                    + ",女,汉族,%s,%s,东山镇中心小学,四年级,%s,王建国,父亲,139%08d,示范省示范市示范县东山镇桥头村%d号\r\n"
                            .formatted(born, id, schoolClass, half * PAPERS + i, 1 + i));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }
}
