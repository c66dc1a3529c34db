package org.guixue.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is in force in a jurisdiction of what it and its parents say: of two with the same id the nearest one's.
 *
 * @param lineage the parents first
 */
record Inheritance(List<Jurisdiction> lineage) {
    Inheritance {
        lineage = List.copyOf(lineage);
    }

    List<Rule> rules() {
        return nearest(Jurisdiction::rules, Rule::id).values().stream()
                .filter(rule -> !rule.off())
                .toList();
    }

    Map<String, Jurisdiction.Gate> gates() {
        Map<String, Jurisdiction.Gate> inForce = nearest(Jurisdiction::gates, Jurisdiction.Gate::id);
        inForce.values().removeIf(Jurisdiction.Gate::off);
        return Map.copyOf(inForce);
    }

    List<Jurisdiction.Rate> rates() {
        return List.copyOf(nearest(Jurisdiction::rates, Jurisdiction.Rate::id).values());
    }

    private <T> Map<String, T> nearest(Function<Jurisdiction, List<T>> said, Function<T, String> id) {
        Map<String, T> inForce = new LinkedHashMap<>();
        lineage.forEach(each -> said.apply(each).forEach(one -> inForce.put(id.apply(one), one)));
        return inForce;
    }
}
