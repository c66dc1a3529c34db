package org.guixue.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes what a county has decided into its jurisdiction.json. Keys that the page does not know keep what they say. */
public final class JurisdictionText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode root;
    private final LocalDate today;

    private JurisdictionText(ObjectNode root, LocalDate today) {
        this.root = root;
        this.today = today;
    }

    /**
     * The file as it is to be written.
     *
     * @param before the file that is there; one that is no JSON is passed over, it stays beside the new one
     */
    public static byte[] of(Optional<byte[]> before, JurisdictionDraft draft, LocalDate today) {
        JurisdictionText text =
                new JurisdictionText(before.map(JurisdictionText::read).orElseGet(JSON::createObjectNode), today);
        text.write(draft);
        try {
            return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(text.root) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can be written", e);
        }
    }

    private static ObjectNode read(byte[] before) {
        try {
            return JSON.readTree(before) instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    private void write(JurisdictionDraft draft) {
        root.put("name", draft.name());
        draft.parent().ifPresentOrElse(parent -> root.put("parent", parent), () -> root.remove("parent"));
        adopts(draft);
        ArrayNode rules = JSON.createArrayNode();
        draft.adoptsRules().forEach(rule -> rules.add(rule.toString()));
        put("adoptsRules", rules);
        switchOff(draft.off());
        categories(draft);
        rates(draft);
    }

    private void rates(JurisdictionDraft draft) {
        Map<String, ObjectNode> before = objects("rates", "id");
        ArrayNode rates = JSON.createArrayNode();
        before.forEach((id, entry) -> {
            if (!draft.rates().containsKey(id)) {
                rates.add(entry);
            }
        });
        draft.rates()
                .forEach((id, said) -> said.ifPresent(rate -> {
                    ObjectNode entry =
                            before.getOrDefault(id, JSON.createObjectNode().put("id", id));
                    entry.put("label", rate.label())
                            .put("formula", rate.formula())
                            .put("source", rate.source());
                    entry.set("numerator", terms(rate.numerator()));
                    entry.set("over", terms(rate.over()));
                    rates.add(entry);
                }));
        put("rates", rates);
    }

    private static ArrayNode terms(List<Jurisdiction.RollTerm> terms) {
        ArrayNode names = JSON.createArrayNode();
        terms.forEach(
                term -> names.add((term.minus() ? "-" : "") + term.figure().key()));
        return names;
    }

    private void adopts(JurisdictionDraft draft) {
        Map<String, ObjectNode> before = objects("adopts", "form");
        ArrayNode adopts = JSON.createArrayNode();
        for (Adoption adoption : draft.adopts()) {
            String form = adoption.form().toString();
            ObjectNode entry = before.getOrDefault(form, JSON.createObjectNode().put("form", form));
            text(entry, "title", adoption.title());
            text(entry, "series", adoption.series());
            adoption.approval().ifPresentOrElse(asks -> entry.put("approval", asks), () -> entry.remove("approval"));
            ObjectNode words = JSON.createObjectNode();
            new java.util.TreeMap<>(adoption.words()).forEach(words::put);
            if (words.isEmpty()) {
                entry.remove("words");
            } else {
                entry.set("words", words);
            }
            adopts.add(entry);
        }
        put("adopts", adopts);
    }

    /** Its own rules stay; those that are switched off are those that were said now. */
    private void switchOff(Set<String> off) {
        ArrayNode rules = JSON.createArrayNode();
        Set<String> said = new HashSet<>();
        for (JsonNode rule : root.path("rules")) {
            String id = rule.path("id").asText();
            if (!rule.path("off").asBoolean() || off.contains(id)) {
                rules.add(rule);
                said.add(id);
            }
        }
        for (String id : new TreeSet<>(off)) {
            if (!said.contains(id)) {
                rules.addObject().put("id", id).put("off", true).put("source", "本单位规定");
            }
        }
        put("rules", rules);
    }

    /** One that is named no more ended yesterday: what was counted under it stays what it was. */
    private void categories(JurisdictionDraft draft) {
        Map<String, ObjectNode> before = objects("categories", "label");
        ArrayNode categories = JSON.createArrayNode();
        before.forEach((label, entry) -> {
            if (draft.categories().contains(label)) {
                entry.remove("until");
            } else if (!entry.has("until")) {
                entry.put("until", today.minusDays(1).toString());
            }
            categories.add(entry);
        });
        for (String label : draft.categories()) {
            if (!before.containsKey(label)) {
                categories
                        .addObject()
                        .put("id", "category-" + categories.size())
                        .put("label", label)
                        .put("from", today.toString());
            }
        }
        put("categories", categories);
    }

    private Map<String, ObjectNode> objects(String key, String name) {
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        for (JsonNode each : root.path(key)) {
            if (each instanceof ObjectNode object) {
                found.putIfAbsent(object.path(name).asText(), object);
            }
        }
        return found;
    }

    private static void text(ObjectNode entry, String key, Optional<String> value) {
        value.ifPresentOrElse(text -> entry.put(key, text), () -> entry.remove(key));
    }

    private void put(String key, ArrayNode all) {
        if (all.isEmpty()) {
            root.remove(key);
        } else {
            root.set(key, all);
        }
    }
}
