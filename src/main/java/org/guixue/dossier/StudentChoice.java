package org.guixue.dossier;

import java.util.List;
import java.util.Optional;
import org.guixue.search.SearchQuery;
import org.guixue.search.StudentQuery;

/**
 * Which children of the roster are meant: those of a question, or those that were ticked.
 *
 * @param ids the ticked ones; empty for all that the question finds
 */
record StudentChoice(String q, Optional<Long> school, Optional<Long> township, List<Long> ids) {
    StudentChoice {
        ids = List.copyOf(ids);
    }

    StudentQuery first() {
        return new StudentQuery(q, school, township, 1, SearchQuery.LARGEST_PAGE);
    }
}
