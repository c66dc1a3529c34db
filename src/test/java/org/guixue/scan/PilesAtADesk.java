package org.guixue.scan;

import java.nio.file.Path;
import org.guixue.house.Workshop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A clerk's desk of scans, with a home of its own for each test. */
abstract class PilesAtADesk {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    @TempDir
    Path home;

    ScanDesk desk;

    @BeforeEach
    void sitDown() {
        desk = new ScanDesk(workshop, home);
    }
}
