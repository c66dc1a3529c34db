package org.guixue.casefile.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.form.Jurisdiction;

/**
 * A condition that does not hold.
 *
 * @param rule its id, as in jurisdiction.json
 * @param title what it is called
 * @param source where it comes from; empty where no source gives it
 * @param missing what is missing and what would satisfy it, a sentence each
 * @param recommendation one that may be departed from with a reason
 */
public record Obstacle(String rule, String title, String source, List<String> missing, boolean recommendation) {
    private static final Set<String> OF_THE_CASE = Set.of("state", "recorder", "same-visit");

    public Obstacle {
        missing = List.copyOf(missing);
    }

    /** The same under the jurisdiction's own source, where it has that rule. */
    public Obstacle under(Map<String, Jurisdiction.Gate> rules) {
        Jurisdiction.Gate gate = rules.get(rule);
        return gate == null || !source.isEmpty()
                ? this
                : new Obstacle(rule, title, gate.source(), missing, recommendation);
    }

    static Obstacle blocking(Jurisdiction.Gate gate, String title, List<String> missing) {
        return new Obstacle(gate.id(), title, gate.source(), missing, false);
    }

    static Obstacle advice(Jurisdiction.Gate gate, String title, String missing) {
        return new Obstacle(gate.id(), title, gate.source(), List.of(missing), true);
    }

    /** Where it comes from, in words; empty where it follows from the case itself and is nobody's rule. */
    public String origin() {
        if (OF_THE_CASE.contains(rule)) {
            return "";
        }
        return source.isEmpty() ? "本单位规定" : source;
    }
}
