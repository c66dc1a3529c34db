package org.guixue.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Knows what is to be done next in a case, by whomever. */
public interface NextDeadlines {
    /** Of each of the cases in which something is due, what must be done first; what is late comes first. */
    Map<Long, Next> of(Collection<Long> cases, LocalDate today);

    /**
     * What must be done.
     *
     * @param when in words, such as 还有 2 天
     * @param tone of the words: {@code late}, {@code soon} or none
     */
    record Next(LocalDate on, String what, String when, String tone) {}
}
