package org.guixue.upkeep;

import java.util.List;

/**
 * Reads how some of the house stands. What it costs does not grow with the archive, the trail or the roll; it writes nothing.
 * Safe for many threads.
 */
public interface Gauge {
    /** For a monitor, where it cannot be read. */
    String name();

    List<Signal> read();
}
