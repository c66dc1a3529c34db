package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {
    @TempDir
    Path home;

    @Test
    void servesTheSameHomeAgainAfterAKillAndStopsCleanly() throws IOException, InterruptedException {
        try (ServerProcess server = new ServerProcess(home)) {
            server.start();
            assertEquals(404, status(server));
            server.kill();
            assertFalse(server.isAlive());
            assertTrue(Files.exists(home.resolve("db").resolve("db.lck")));

            server.start();
            assertEquals(404, status(server));
            String running = verify(3);
            assertTrue(running.contains("服务正在使用数据库"), running);
            server.stop();
            assertFalse(Files.exists(home.resolve("db").resolve("db.lck")), "the database was not closed");
            String stopped = verify(0);
            assertTrue(stopped.matches("(?s).*审计轨迹 [1-9]\\d* 条，全部相符\\s*"), stopped);
            assertFalse(stopped.contains("待入链"), "the last events were linked and their head is in the archive");
        }
    }

    private String verify(int expected) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("deploy/verify", home.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(expected, script.waitFor(), said);
        return said;
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
