package org.guixue.form;

import java.util.List;
import java.util.Map;
import org.guixue.Refused;

/** Values do not fit: one violation for each, so that all can be mended at once. */
public class ValuesRefused extends Refused {
    private final transient List<Violation> violations;

    public ValuesRefused(List<Violation> violations) {
        super(Reason.VALUES, "有 " + violations.size() + " 处填写不符合要求，请改正后再提交。");
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("violations", violations);
    }
}
