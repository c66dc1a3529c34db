package org.guixue.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server of its own, on its own port and home, to be killed and started again. Starts exactly what {@code deploy/run}
 * starts, with further options of the Java machine such as a Byteman agent. For one thread.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(6);

    private final Path home;
    private final int port;
    private final Map<String, String> further = new TreeMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Process process;
    private int starts;

    public ServerProcess(Path home) {
        this(home, Map.of());
    }

    /** @param further variables of the environment, such as those that name a database, before the usual ones */
    public ServerProcess(Path home, Map<String, String> further) {
        this.home = home.toAbsolutePath();
        this.further.putAll(further);
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An agent that loads rules of Byteman, as an option of the Java machine. */
    public static String byteman(Path script) {
        Path jar = Path.of("target", "server", "byteman.jar").toAbsolutePath();
        return "-javaagent:" + jar + "=script:" + script.toAbsolutePath() + ",boot:" + jar;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Path home() {
        return home;
    }

    /** What it has cost so far, all of its threads together. */
    Duration cpu() {
        Process running = process;
        return running == null
                ? Duration.ZERO
                : running.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public Path log() {
        return home.resolve("log").resolve("server-" + starts + ".log");
    }

    /** The next start is on that day ({@code GUIXUE_TODAY}). */
    public ServerProcess on(LocalDate day) {
        further.put("GUIXUE_TODAY", day.toString());
        return this;
    }

    /** Starts it and waits until {@code /health/ready} answers 200; fails with the end of the log where it does not. */
    public ServerProcess start(String... javaOptions) {
        launch(javaOptions);
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!isAlive() || System.nanoTime() > deadline) {
                kill();
                throw new AssertionError("the server did not get ready:\n" + endOfLog());
            }
            sleep(Duration.ofMillis(300));
        }
        return this;
    }

    /** Starts it and does not wait. */
    public void launch(String... javaOptions) {
        starts++;
        try {
            Path temp = home.resolve("tmp").resolve("server-" + starts);
            Files.createDirectories(temp);
            Files.createDirectories(home.resolve("log"));
            if (Files.notExists(home.resolve("keys"))) {
                DemoKeys.into(home);
            }
            layOut(temp.resolve("root"));
            ProcessBuilder builder = new ProcessBuilder(command(temp, javaOptions));
            builder.environment().putAll(environment());
            process = builder.redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}; returns when it is gone. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    /** SIGTERM; returns when it is gone. */
    public void stop() {
        if (process != null) {
            process.destroy();
            awaitEnd();
        }
    }

    /** Waits for it to end by itself, as under a rule that kills it; fails after the given time. */
    public void awaitEnd(Duration longest) {
        try {
            if (process != null && !process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the server still runs:\n" + endOfLog());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(base().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitEnd() {
        awaitEnd(Duration.ofMinutes(1));
    }

    /** As {@code deploy/run} does it. */
    private void layOut(Path root) throws IOException {
        Process layingOut = new ProcessBuilder(
                        Path.of("deploy", "server").toAbsolutePath().toString(), root.toString())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        try {
            if (layingOut.waitFor() != 0) {
                throw new AssertionError("the server was not laid out:\n" + endOfLog());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String libraries(Path folder) {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path temp, String... javaOptions) {
        List<String> command = new ArrayList<>(List.of(
                "flock",
                "--nonblock",
                "--no-fork",
                home.resolve(".lock").toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temp,
                "-Djava.awt.headless=true",
                "-Duser.timezone=Asia/Shanghai",
                "-Djava.net.preferIPv4Stack=true",
                "-Dderby.stream.error.file=" + home.resolve("log").resolve("derby.log")));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of(
                "-jar",
                Path.of("target", "server", "payara-micro.jar").toString(),
                "--addlibs",
                libraries(temp.resolve("root").resolve("lib")),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                temp.resolve("root").resolve("preboot.asadmin").toString(),
                "--postdeploycommandfile",
                Path.of("deploy", "postdeploy.asadmin").toString(),
                "--port",
                String.valueOf(port),
                "--deploy",
                temp.resolve("root").resolve("guixue").toString(),
                "--contextroot",
                "/"));
        return command;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("GUIXUE_HOME", home.toString());
        environment.put("GUIXUE_PORT", String.valueOf(port));
        environment.put("GUIXUE_DEMO", "true");
        environment.put("GUIXUE_PUBLIC_URL", base().toString());
        environment.put("GUIXUE_DB_CLASS", "org.apache.derby.jdbc.EmbeddedDataSource");
        environment.put("GUIXUE_DB_NAME", home.resolve("db") + ";create=true");
        environment.putAll(further);
        return environment;
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
