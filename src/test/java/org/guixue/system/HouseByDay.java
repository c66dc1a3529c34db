package org.guixue.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A demo home that {@code deploy/run} opens on one day after another ({@code GUIXUE_TODAY}). For one thread. */
final class HouseByDay implements AutoCloseable {
    private static final int LONGEST_START_MILLIS = 600_000;
    private static final int LONGEST_STOP_SECONDS = 120;
    private static final int LOOK_MILLIS = 500;

    private final Path home;
    private final int port;
    private @Nullable Process run;

    HouseByDay(Path home) {
        this.home = home;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same on all days. */
    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Returns when it says that it is ready; fails with what it said where it does not. */
    void open(LocalDate day) throws IOException, InterruptedException {
        Path said = Files.createDirectories(home.resolveSibling("said")).resolve(day + ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "deploy/run", "--port", Integer.toString(port), "--home", home.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("GUIXUE_TODAY", day.toString());
        Process started = builder.start();
        run = started;
        for (int waited = 0; waited < LONGEST_START_MILLIS; waited += LOOK_MILLIS) {
            if (Files.readString(said).contains("Guixue is ready")) {
                return;
            }
            if (started.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("no start on " + day + ": " + Files.readString(said));
    }

    /** As an office does in the evening: SIGTERM; fails where it ends with a fault. */
    void shut() throws InterruptedException {
        Process running = run;
        run = null;
        if (running == null) {
            return;
        }
        running.destroy();
        if (!running.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            kill(running);
            throw new AssertionError("it did not stop within " + LONGEST_STOP_SECONDS + " s");
        }
        if (running.exitValue() != 0) {
            throw new AssertionError("it ended with code " + running.exitValue());
        }
    }

    @Override
    public void close() {
        if (run != null) {
            kill(run);
        }
    }

    private static void kill(Process process) {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }
}
