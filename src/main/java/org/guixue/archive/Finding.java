package org.guixue.archive;

/**
 * Something that recovery did or that a check found.
 *
 * @param where path below {@code records/}, or a register's name
 * @param detail one English sentence for the log
 */
public record Finding(Kind kind, String where, String detail) {
    /** What was found; all but the first four are damage. */
    public enum Kind {
        /** A staged name of a killed process was dropped. */
        SWEPT,
        /** An unterminated last line was taken back. */
        CUT,
        /** A manifest line was written for a file that the register or its place vouches for, or a closing was ended. */
        COMPLETED,
        /** A whole file without its register line: never acknowledged, waits to be adopted or quarantined. */
        AWAITING,
        MISSING,
        ALTERED,
        UNLISTED,
        MANIFEST_ALTERED,
        CHAIN_BROKEN,
        REGISTER_SHORTER,
        REGISTER_DIFFERS,
        /** A line bears an earlier time than the one above it. */
        OUT_OF_TIME,
        TAG_ALTERED,
        HEADS_ALTERED;

        public boolean isDamage() {
            return this != SWEPT && this != CUT && this != COMPLETED && this != AWAITING;
        }
    }

    @Override
    public String toString() {
        return kind + " " + where + ": " + detail;
    }
}
