package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home on a small disk that fills up, and has space again. */
class FullDiskIT {
    private static final Duration HEALS_WITHIN = Duration.ofMinutes(1);

    @TempDir
    Path disk;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void answers507WhileTheDiskIsFullAndGoesOnOnceThereIsSpace() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=700m", "tmpfs", disk.toString()) == 0,
                "mounting a small tmpfs is not permitted here");
        try (ServerProcess server = new ServerProcess(disk.resolve("home"))) {
            server.start();
            assertEquals(201, draft(server));
            Path filling = disk.resolve("filling");
            for (int i = 0; i < 3; i++) {
                fill(filling);
                assertEquals(507, draft(server));
            }
            Files.delete(filling);
            long endNanos = System.nanoTime() + HEALS_WITHIN.toNanos();
            int last = draft(server);
            while (last != 201 && System.nanoTime() < endNanos) {
                last = draft(server);
            }
            assertEquals(201, last);
            assertTrue(server.isReady());
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void aStartOnAFullDiskEndsAndSaysSo() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()) == 0,
                "mounting a small tmpfs is not permitted here");
        try {
            Process start = new ProcessBuilder(
                            "deploy/run",
                            "--port",
                            "1",
                            "--home",
                            disk.resolve("home").toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(1, start.waitFor(), said);
            assertTrue(said.matches("(?s)Guixue did not start: only \\d MB are free.*"), said);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private int draft(ServerProcess server) throws IOException, InterruptedException {
        String values = "{\"remark\":\"" + "x".repeat(30_000) + "\"}";
        HttpRequest request = HttpRequest.newBuilder(server.base().resolve("/api/drafts"))
                .header("Authorization", SystemIT.basic("clerk", SystemIT.PASSWORD))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"form\":\"haikou/home-visit-record\",\"student\":2,\"values\":" + values + "}"))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] block = new byte[4096];
            while (file.toFile().getUsableSpace() > 0) {
                out.write(block);
            }
        } catch (IOException e) {
            assertEquals(0, file.toFile().getUsableSpace(), String.valueOf(e.getMessage()));
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
