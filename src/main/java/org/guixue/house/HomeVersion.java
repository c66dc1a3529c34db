package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.guixue.Home;

/**
 * Notes in {@code <home>/version.txt} ({@code schema=45}) of which shape the home's database is, for who looks at a home or a
 * backup of it without opening the database: {@code deploy/restore} takes none that is newer than itself.
 */
@ApplicationScoped
public class HomeVersion {
    private final Home home;
    private final Database database;

    @Inject
    HomeVersion(Home home, Database database) {
        this.home = home;
        this.database = database;
    }

    void note() {
        Path file = home.root().resolve("version.txt");
        String text = "schema=" + database.schema() + "\n";
        try {
            if (!Files.isRegularFile(file) || !Files.readString(file).equals(text)) {
                Path staged = home.root().resolve("version.txt.new");
                Files.writeString(staged, text);
                Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("expected to write " + file, e);
        }
    }
}
