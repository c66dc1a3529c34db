package org.guixue.archive;

import java.util.List;

/**
 * How far a register was read again with all the files that it vouches for.
 *
 * @param head digest of the last line
 * @param end where the next line begins
 * @param lines how many lines there are up to here
 * @param files how many were read in this step
 * @param bytes how many of them
 * @param done whether there is no further line
 * @param findings what does not fit in this step
 */
public record Reread(String head, long end, long lines, long files, long bytes, boolean done, List<Finding> findings) {
    public Reread {
        findings = List.copyOf(findings);
    }

    /** After so many lines of a register, of which the last has that digest. */
    public static Reread after(String head, long end, long lines) {
        return new Reread(head, end, lines, 0, 0, false, List.of());
    }

    /** Before the first line. */
    public static Reread nothing() {
        return after(RegisterHead.NONE.hex(), 0, 0);
    }
}
