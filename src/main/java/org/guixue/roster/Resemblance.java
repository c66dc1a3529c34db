package org.guixue.roster;

import java.util.List;
import java.util.Optional;
import org.guixue.person.Student;

/**
 * Who a row of another register is on our roll.
 *
 * @param child the one whom it names, without a doubt
 * @param by by what it was told, in Chinese; empty where there is no child
 * @param candidates where there is a doubt, those whom it may be
 * @param doubt why nobody is taken for it silently, and the way out; empty where there is a child, or nobody at all
 */
public record Resemblance(Optional<Student> child, String by, List<Student> candidates, String doubt) {
    public Resemblance {
        candidates = List.copyOf(candidates);
    }

    static Resemblance of(Student child, String by) {
        return new Resemblance(Optional.of(child), by, List.of(), "");
    }

    static Resemblance doubtful(List<Student> candidates, String doubt) {
        return new Resemblance(Optional.empty(), "", candidates, doubt);
    }

    static Resemblance nobody() {
        return new Resemblance(Optional.empty(), "", List.of(), "");
    }

    /** Whether our roll has nobody like it. */
    public boolean isNobody() {
        return child.isEmpty() && doubt.isEmpty();
    }
}
