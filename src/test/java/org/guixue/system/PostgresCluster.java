package org.guixue.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL of its own on a free port of this machine, with an empty database {@code guixue}; gone without a trace when
 * closed. It forces nothing to disk, so it is for tests alone. Where the tests run as root it runs as {@code postgres}.
 */
final class PostgresCluster implements AutoCloseable {
    private static final String NAME = "guixue";

    private final Path bin;
    private final Path folder;
    private final boolean root = System.getProperty("user.name").equals("root");
    private final int port;

    private PostgresCluster() throws IOException {
        bin = newestTools();
        folder = Files.createTempDirectory("guixue-postgres");
        if (root) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    static PostgresCluster start() throws IOException {
        PostgresCluster cluster = new PostgresCluster();
        cluster.tool("initdb", "-D", cluster.data(), "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        cluster.tool(
                "pg_ctl",
                "-D",
                cluster.data(),
                "-w",
                "-l",
                cluster.folder.resolve("server.log").toString(),
                "-o",
                "-p " + cluster.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off",
                "start");
        cluster.client("createuser", NAME);
        cluster.client("createdb", "-O", NAME, NAME);
        return cluster;
    }

    /** What names this database to {@code deploy/run} and {@link ServerProcess}. */
    Map<String, String> environment() {
        return Map.of(
                "GUIXUE_DB_CLASS",
                "org.postgresql.ds.PGSimpleDataSource",
                "GUIXUE_DB_SERVER",
                "127.0.0.1:" + port,
                "GUIXUE_DB_NAME",
                NAME,
                "GUIXUE_DB_USER",
                NAME,
                "GUIXUE_DB_PASSWORD",
                "unused");
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /** The whole database as SQL that an empty one takes, of this and of later versions. */
    String dump() throws IOException {
        return client("pg_dump", "-U", NAME, "--no-owner", "--no-privileges", NAME)
                .replaceAll("(?m)^\\\\(un)?restrict .*\n", "");
    }

    void restore(Path sql) throws IOException {
        client("psql", "-U", NAME, "-q", "-v", "ON_ERROR_STOP=1", "--single-transaction", "-f", sql.toString(), NAME);
    }

    @Override
    public void close() throws IOException {
        tool("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String client(String tool, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(bin.resolve(tool).toString(), "-h", "127.0.0.1", "-p", "" + port));
        words.addAll(List.of(arguments));
        if (!words.contains("-U")) {
            words.addAll(1, List.of("-U", root ? "postgres" : System.getProperty("user.name")));
        }
        return run(words);
    }

    private void tool(String tool, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(root ? List.of("runuser", "-u", "postgres", "--") : List.of());
        words.add(bin.resolve(tool).toString());
        words.addAll(List.of(arguments));
        run(words);
    }

    /** Answers what was said, which goes through a file: a server that is started would keep a pipe open. */
    private static String run(List<String> words) throws IOException {
        Path said = Files.createTempFile("guixue-postgres", ".txt");
        try {
            int code = new ProcessBuilder(words)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            String text = Files.readString(said, StandardCharsets.UTF_8);
            if (code != 0) {
                throw new AssertionError(String.join(" ", words) + " ended with " + code + ": " + text);
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(said);
        }
    }

    private static Path newestTools() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(tools -> Files.isExecutable(tools.resolve("initdb")))
                    .max(Comparator.comparingDouble(PostgresCluster::version))
                    .orElseThrow(() -> new AssertionError("no PostgreSQL; deploy/test installs it"));
        } catch (IOException e) {
            throw new UncheckedIOException("no PostgreSQL; deploy/test installs it", e);
        }
    }

    private static double version(Path tools) {
        return Double.parseDouble(tools.getParent().getFileName().toString());
    }
}
