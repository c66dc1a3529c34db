package org.guixue;

import java.util.List;
import java.util.Map;

/** Values that do not fit; nothing was written. Answered as 422 with one violation per field. */
public class ValuesRefused extends Refused {
    private final transient List<Violation> violations;

    public ValuesRefused(List<Violation> violations) {
        super(Reason.VALUES, "有" + violations.size() + "处填写不符合要求，请改正后再提交。");
        this.violations = List.copyOf(violations);
    }

    public ValuesRefused(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("violations", violations);
    }
}
