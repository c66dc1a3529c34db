package org.guixue.yearly;

import java.util.List;
import java.util.Optional;

/** Answers which bags of earlier years the archive could not close. */
@FunctionalInterface
public interface LeftOpen {
    /** Their names, such as {@code SF01/2026/D30}; empty where nobody has tried since the start. */
    Optional<List<String>> leftOpen();
}
