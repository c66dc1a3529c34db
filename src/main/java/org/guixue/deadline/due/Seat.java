package org.guixue.deadline.due;

import java.util.OptionalLong;
import org.guixue.access.OfficeKind;

/**
 * An office as rules see it.
 *
 * @param path from the root, such as {@code /1/4/7/}
 * @param jurisdiction whose rules hold there
 * @param reportsTo the office above that its reports go to, where it has its own line
 */
public record Seat(long id, String path, OfficeKind kind, String jurisdiction, OptionalLong reportsTo) {
    /** One that reports as the tree has it. */
    public Seat(long id, String path, OfficeKind kind, String jurisdiction) {
        this(id, path, kind, jurisdiction, OptionalLong.empty());
    }

    boolean under(Seat other) {
        return path.startsWith(other.path);
    }
}
