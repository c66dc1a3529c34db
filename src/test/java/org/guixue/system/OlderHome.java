package org.guixue.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A home that an earlier version has left, unpacked from {@code src/test/resources/homes}, and what is known of it.
 *
 * @param home ready to be served; its passphrase lies beside it
 * @param facts what an earlier version knew of this home when it left it
 */
record OlderHome(Path home, JsonNode facts) {
    static final Path HOMES = Path.of("src/test/resources/homes");
    static final String FOLDER = "home";
    static final String DUMP = "database.sql";

    /** Text that is written beside a home. */
    interface Beside {
        String text() throws IOException;
    }

    static OlderHome unpack(String name, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(HOMES.resolve(name + ".zip"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path place = into.resolve(entry.getName()).normalize();
                if (!place.startsWith(into)) {
                    throw new IOException("expected a file inside the archive's folder, found: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                    continue;
                }
                Files.createDirectories(place.getParent());
                Files.copy(zip, place);
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
            }
        }
        JsonNode facts =
                new ObjectMapper().readTree(HOMES.resolve(name + ".json").toFile());
        return new OlderHome(into.resolve(FOLDER), facts);
    }

    Path dump() {
        return home.resolveSibling(DUMP);
    }

    /** As if its imports had been staged just now: one that lies for a week is given up. */
    static void freshenImports(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "guixue", "guixue");
                PreparedStatement update = connection.prepareStatement("update roster_import set created_at = ?")) {
            update.setTimestamp(1, Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC)));
            update.executeUpdate();
        }
    }

    /** A database that this process has opened, so that a server may. */
    static void closeDerby(String database) {
        try {
            DriverManager.getConnection(database + ";shutdown=true", "guixue", "guixue");
            throw new AssertionError("Derby tells a shutdown by an exception");
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) {
                throw new IllegalStateException("Derby did not shut down: " + database, e);
            }
        }
    }

    /** Without what is derived or only of that run. */
    static void pack(Path home, Map<String, Beside> beside, Path archive) throws IOException {
        Path passphrase = home.resolveSibling(home.getFileName() + ".passphrase");
        List<Path> kept = new ArrayList<>(List.of(passphrase));
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> List.of("records", "db", "keys", "forms", "scans")
                            .contains(home.relativize(file).getName(0).toString()))
                    .sorted()
                    .forEach(kept::add);
        }
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(9);
            for (Path each : kept) {
                zip.putNextEntry(new ZipEntry(home.getParent().relativize(each).toString()));
                Files.copy(each, zip);
            }
            for (Map.Entry<String, Beside> each : beside.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().text().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
