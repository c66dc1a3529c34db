package org.guixue.deadline;

import java.util.List;
import org.guixue.deadline.due.Due;

/**
 * Something that is due, and for whom.
 *
 * @param name the child's; empty where it is about none
 * @param to the offices that get what is done, by id
 */
record NamedDue(Due due, String name, List<Long> to) {
    NamedDue {
        to = List.copyOf(to);
    }
}
