package org.guixue.casefile;

import org.guixue.access.Scope;

/**
 * A case and where its child belongs: to the school on the roll, else to the township in which it lives.
 *
 * @param office the id of that school or township
 * @param path the path of it
 * @param schooled whether the child has a school
 */
public record CasePlace(long caseFile, long student, long office, String path, boolean schooled) {
    /** Whether the child belongs to that part of the tree; a case may be led from elsewhere. */
    public boolean within(Scope scope) {
        return scope.includes(path);
    }
}
