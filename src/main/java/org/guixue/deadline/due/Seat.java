package org.guixue.deadline.due;

import org.guixue.access.OfficeKind;

/**
 * An office as rules see it.
 *
 * @param path from the root, such as {@code /1/4/7/}
 * @param jurisdiction whose rules hold there
 */
public record Seat(long id, String path, OfficeKind kind, String jurisdiction) {
    boolean under(Seat other) {
        return path.startsWith(other.path);
    }
}
