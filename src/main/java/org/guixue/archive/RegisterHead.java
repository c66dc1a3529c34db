package org.guixue.archive;

import java.util.Optional;
import org.guixue.Sha256;

/**
 * How far a chain has come: kept outside it, it proves that nothing before was changed or taken away.
 *
 * @param register the bag's name, such as {@code SF01/2026/D30} or {@code SF01/events/2027}; {@code audit} for the trail
 * @param length number of lines
 * @param head digest of the last line; 64 zeros when there is none
 */
public record RegisterHead(String register, long length, Sha256 head) {
    /** What the first line of a chain names as the line before it. */
    public static final Sha256 NONE = new Sha256("0".repeat(64));

    /** The text as the line that follows; empty where it does not. */
    Optional<RegisterLine> followedBy(String text) {
        try {
            return Optional.of(RegisterLine.parse(text))
                    .filter(line -> line.n() == length + 1 && line.previous().equals(head));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
