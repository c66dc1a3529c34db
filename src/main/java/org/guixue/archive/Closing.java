package org.guixue.archive;

import java.util.List;
import java.util.Map;

/**
 * What the closing of years did.
 *
 * @param closed names of the bags that were closed now
 * @param leftOpen names of those that were not, and why; the next closing tries them again
 */
public record Closing(List<String> closed, Map<String, String> leftOpen) {
    public Closing {
        closed = List.copyOf(closed);
        leftOpen = Map.copyOf(leftOpen);
    }
}
