package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.guixue.Home;
import org.guixue.archive.Archive;

/**
 * Copies for {@code deploy/backup} what no other process can copy whole while the house is open: first the database, then what
 * grows of the archive's bags. So a record may be there that the database misses, never one that it remembers and that is not
 * there; everything acknowledged before it was asked for is in the copy.
 *
 * <p>It is asked by a file {@code .backup/<name>.wanted} in the home and answers beside it, with {@code <name>.taken/} or a
 * sentence in {@code <name>.refused}. No account and no address leads here: who can write into the home reads all of it
 * anyway. A question that nobody has touched for a minute is left alone, since its asker is gone. For one thread.
 */
@ApplicationScoped
public class Snapshots {
    private static final Logger LOG = Logger.getLogger(Snapshots.class.getName());
    private static final String WANTED = ".wanted";
    private static final Duration ASKER_GONE_AFTER = Duration.ofMinutes(1);

    private final Home home;
    private final Database database;
    private final Archive archive;

    @Inject
    Snapshots(Home home, Database database, Archive archive) {
        this.home = home;
        this.database = database;
        this.archive = archive;
    }

    /** Answers what is asked. */
    void round() {
        try {
            for (Path wanted : asked()) {
                answer(wanted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> asked() throws IOException {
        Path folder = home.root().resolve(".backup");
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(WANTED)).toList();
        }
    }

    private void answer(Path wanted) throws IOException {
        Path part = named(wanted, ".part");
        drop(part);
        Files.createDirectory(part);
        if (since(wanted, part).compareTo(ASKER_GONE_AFTER) > 0) {
            drop(part);
            return;
        }
        try {
            database.copyTo(part);
            archive.wholeness().copyTags(Files.createDirectory(part.resolve("records")));
            Files.move(part, named(wanted, ".taken"));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "no copy was taken for a backup");
            drop(part);
            Files.writeString(named(wanted, ".refused"), e.getMessage() + "\n");
        }
        Files.deleteIfExists(wanted);
    }

    private static Path named(Path wanted, String ending) {
        String whole = wanted.toString();
        return Path.of(whole.substring(0, whole.length() - WANTED.length()) + ending);
    }

    /** Both times are the disk's own. */
    private static Duration since(Path touched, Path made) throws IOException {
        return Duration.between(
                Files.getLastModifiedTime(touched).toInstant(),
                Files.getLastModifiedTime(made).toInstant());
    }

    private static void drop(Path top) throws IOException {
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(top)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
