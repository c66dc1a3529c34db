package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.guixue.Home;

/** What can be seen of the home from outside: space left, and what a backup left behind. Writes nothing. */
@ApplicationScoped
public class HomeFiles {
    private static final long MOST_BYTES = 64 * 1024;

    private final Home home;

    @Inject
    public HomeFiles(Home home) {
        this.home = home;
    }

    /** Space on one disk. */
    record Space(long freeBytes, long totalBytes) {}

    Space ofRecords() {
        return space(home.root());
    }

    /** Empty where the database lies elsewhere. */
    Optional<Space> ofDatabase() {
        return Files.isDirectory(home.db()) ? Optional.of(space(home.db())) : Optional.empty();
    }

    private static Space space(Path folder) {
        return new Space(folder.toFile().getUsableSpace(), folder.toFile().getTotalSpace());
    }

    /** The text of {@code <home>/backup.json}; empty where no backup has left one. */
    Optional<String> backup() throws IOException {
        Path file = home.root().resolve("backup.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("expected a short file: " + file);
        }
        return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    }

    String root() {
        return home.root().toString();
    }
}
