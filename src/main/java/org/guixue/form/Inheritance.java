package org.guixue.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is in force in a jurisdiction of what it and its parents say: of two with the same id the nearest one's, its own before
 * what it adopts.
 *
 * @param lineage the parents first
 * @param others finds those whose rules are adopted
 */
record Inheritance(List<Jurisdiction> lineage, Function<String, Optional<Jurisdiction>> others) {
    Inheritance {
        lineage = List.copyOf(lineage);
    }

    List<Rule> rules() {
        return nearest(this::said, Rule::id).values().stream()
                .filter(rule -> !rule.off())
                .toList();
    }

    /** Those too that a nearer one replaces or switches off. */
    Stream<Rule> allSaid() {
        return lineage.stream().flatMap(each -> said(each).stream());
    }

    private List<Rule> said(Jurisdiction each) {
        return Stream.concat(
                        each.adoptsRules().stream().flatMap(id -> rule(id, others).stream()), each.rules().stream())
                .toList();
    }

    /** That rule, as its own jurisdiction says it. */
    static Optional<Rule> rule(FormId id, Function<String, Optional<Jurisdiction>> jurisdictions) {
        return jurisdictions.apply(id.jurisdiction()).stream()
                .flatMap(origin -> origin.rules().stream())
                .filter(rule -> rule.id().equals(id.name()) && !rule.off())
                .findFirst();
    }

    Map<String, Jurisdiction.Gate> gates() {
        Map<String, Jurisdiction.Gate> inForce = new LinkedHashMap<>();
        lineage.forEach(
                each -> each.gates().forEach(gate -> inForce.merge(gate.id(), gate, Jurisdiction.Gate::overriddenBy)));
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
