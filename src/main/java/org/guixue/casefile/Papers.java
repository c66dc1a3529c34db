package org.guixue.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Knows the issued papers that somebody may name as a basis. */
public interface Papers {
    Optional<Paper> paper(long instrument);

    /** Those about a child that prove something, newest first. */
    List<Paper> about(long student);

    /**
     * An instrument as far as it proves something.
     *
     * @param form such as {@code haikou/home-visit-record}
     * @param kind of form, as forms/kinds.json has it
     * @param student id of the child that it is about; 0 where it is about none
     * @param valid sealed and not void
     */
    record Paper(
            long id,
            String form,
            String kind,
            String title,
            String serial,
            long student,
            boolean valid,
            LocalDate issuedOn) {}
}
