package org.guixue.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a county decides of its own jurisdiction on the page; all else that its file says stays as it is.
 *
 * @param adopts forms and ledgers of others, and those inherited that it names, numbers or approves otherwise
 * @param adoptsRules rules of others
 * @param off ids of inherited rules that do not hold here
 * @param categories what it calls the groups of children that it counts
 * @param rates how it defines rates, by id; empty where its parent's definition holds
 */
public record JurisdictionDraft(
        String name,
        Optional<String> parent,
        List<Adoption> adopts,
        List<FormId> adoptsRules,
        Set<String> off,
        List<String> categories,
        Map<String, Optional<Jurisdiction.Rate>> rates) {
    public JurisdictionDraft {
        adopts = List.copyOf(adopts);
        adoptsRules = List.copyOf(adoptsRules);
        off = Set.copyOf(off);
        categories = List.copyOf(categories);
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
    }
}
