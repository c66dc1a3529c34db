package org.guixue.duty;

import java.util.List;
import org.guixue.access.Scope;
import org.guixue.person.Student;

/** Asked whose case is open; a room above answers, which knows the cases. */
@FunctionalInterface
public interface OpenCases {
    /** Children of the scope with an open case, the longest open first. */
    List<Student> childrenWithOpenCase(Scope scope, int most);
}
