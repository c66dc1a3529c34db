package org.guixue.access;

/**
 * The part of the office tree that a caller sees: one office and all below it.
 *
 * <p>A child is visible where its school or its responsible township lies within the scope; an instrument where the child
 * is, and always to its issuer (architecture.md, Roles and scope).
 *
 * @param office id of the topmost office that is seen
 * @param path that office's path from the root, such as {@code /1/4/7/}; an office lies within the scope when its own
 *     path begins with this one
 */
public record Scope(long office, String path) {
    public Scope {
        if (!path.matches("/(\\d+/)+") || !path.endsWith("/" + office + "/")) {
            throw new IllegalArgumentException("expected a path that ends in /" + office + "/, found: " + path);
        }
    }

    public boolean includes(String officePath) {
        return officePath.startsWith(path);
    }
}
