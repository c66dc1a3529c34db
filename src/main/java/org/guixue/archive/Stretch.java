package org.guixue.archive;

import java.util.List;
import java.util.Optional;

/**
 * Some lines of a register, looked at.
 *
 * @param head digest of the last line
 * @param end where the next line begins
 * @param lines how many lines there are up to here
 * @param records whose accession is among them
 * @param missing files that these lines name and that are not there
 * @param broken the first line that does not follow the one before
 */
public record Stretch(
        String head,
        long end,
        long lines,
        List<ArchivedRecord> records,
        List<Finding> missing,
        Optional<Finding> broken) {
    /** Before the first line. */
    public static final Stretch NONE =
            new Stretch(RegisterHead.NONE.hex(), 0, 0, List.of(), List.of(), Optional.empty());
}
