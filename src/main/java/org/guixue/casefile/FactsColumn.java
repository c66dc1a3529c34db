package org.guixue.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;

/** What an event says as one JSON object of texts: {@code {"grade": "八年级", "until": "2027-01-31"}}. */
final class FactsColumn {
    private static final JsonMapper MAPPER = new JsonMapper();

    private FactsColumn() {}

    static String written(Facts facts) {
        ObjectNode all = MAPPER.createObjectNode();
        facts.all().forEach((fact, value) -> all.put(fact.key(), value));
        return all.toString();
    }

    static Facts read(String content) {
        try {
            Map<Fact, String> all = new EnumMap<>(Fact.class);
            MAPPER.readTree(content)
                    .properties()
                    .forEach(each -> all.put(
                            Fact.of(each.getKey())
                                    .orElseThrow(() -> new IllegalStateException("no such fact: " + each.getKey())),
                            each.getValue().asText()));
            return new Facts(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event's facts cannot be read: " + content, e);
        }
    }
}
