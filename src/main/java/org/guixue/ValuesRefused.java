package org.guixue;

import java.util.List;

/** Values that do not fit; nothing was written. Answered as 422 with one violation per field. */
public class ValuesRefused extends RuntimeException {
    private final transient List<Violation> violations;

    public ValuesRefused(List<Violation> violations) {
        super("refused: " + violations);
        this.violations = List.copyOf(violations);
    }

    public ValuesRefused(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
