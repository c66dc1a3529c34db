package org.guixue.person;

import java.util.List;
import org.guixue.search.StudentQuery;

/**
 * Which children of the roster are meant: those of a question, or those that were ticked.
 *
 * @param first the question, on its first page
 * @param ids the ticked ones; empty for all that the question finds
 */
record StudentChoice(StudentQuery first, List<Long> ids) {
    StudentChoice {
        ids = List.copyOf(ids);
    }
}
