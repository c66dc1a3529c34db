package org.guixue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guixue.access.Scope;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.duty.OpenCases;
import org.guixue.person.Student;

/** Tells the responsibility map whose case is open. */
@ApplicationScoped
public class ChildrenAway implements OpenCases {
    private final Cases cases;

    @Inject
    public ChildrenAway(Cases cases) {
        this.cases = cases;
    }

    @Override
    public List<Student> childrenWithOpenCase(Scope scope, int most) {
        return cases.open(scope, most).stream().map(Case::student).distinct().toList();
    }
}
