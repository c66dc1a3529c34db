package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Logger;
import org.guixue.Home;
import org.guixue.archive.Archive;
import org.guixue.archive.NoSpace;
import org.guixue.instrument.Checkpoints;

/** The archive, from the recovery at its opening to the release of its lock. */
@ApplicationScoped
public class OpenArchive {
    private static final Logger LOG = Logger.getLogger(OpenArchive.class.getName());

    private final Home home;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final Handle<Archive> archive = new Handle<>();

    @Inject
    OpenArchive(Home home, Checkpoints checkpoints, Clock clock) {
        this.home = home;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    void open() {
        Archive opened = Archive.open(home.records(), clock, checkpoints.kept());
        opened.recovery().findings().forEach(finding -> LOG.warning(() -> "archive: " + finding));
        archive.open(opened);
    }

    void close() {
        archive.opened().ifPresent(Archive::close);
    }

    /** Whether the disk has room for more than what one paper takes. */
    boolean hasRoom() {
        try {
            archive.get().expectRoomFor(1);
            return true;
        } catch (NoSpace e) {
            return false;
        }
    }

    /** Whether it takes records in: it does not after a write that may not have reached the disk. */
    boolean writes() {
        return archive.opened().filter(opened -> !opened.stopped()).isPresent();
    }

    @Produces
    @ApplicationScoped
    Archive archive() {
        return archive.get();
    }
}
