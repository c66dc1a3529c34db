package org.guixue.ledger;

import java.util.List;
import java.util.Map;
import org.guixue.Conflict;
import org.guixue.Violation;

/** Somebody else typed into the same cells since; nothing was written. Each violation says who and what. */
final class TypedMeanwhile extends Conflict {
    private final transient List<Violation> violations;

    TypedMeanwhile(List<Violation> violations) {
        super("有%d格别人刚刚填过，您填的没有保存；请看过别人填的内容，再决定怎样填".formatted(violations.size()));
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("violations", violations);
    }
}
