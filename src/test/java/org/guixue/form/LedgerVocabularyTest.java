package org.guixue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guixue.form.LedgerVocabulary.Known;
import org.guixue.form.LedgerVocabulary.Privacy;
import org.junit.jupiter.api.Test;

/** The table of facts in forms/README.md is the vocabulary itself. */
class LedgerVocabularyTest {
    private static final Path README = Path.of("forms/README.md");
    private static final Path WANTED = Path.of("target/ledger-facts.md");

    @Test
    void theReadmeListsEveryFact() throws IOException {
        String readme = Files.readString(README);
        String[] parts = readme.split("<!-- facts: (?:begin|end)[^>]*-->\n", -1);
        assertEquals(3, parts.length, "one pair of markers");
        if (!parts[1].equals(table())) {
            Files.writeString(WANTED, table());
        }
        assertEquals(table(), parts[1], "copy " + WANTED + " between the markers of " + README);
    }

    @Test
    void whatTellsOfDisabilityNeedsTheGrantInEveryPopulation() {
        for (String population : LedgerVocabulary.names()) {
            for (Known fact : LedgerVocabulary.of(population)) {
                boolean tells = fact.label().startsWith("残疾") || fact.label().startsWith("健康");
                assertTrue(!tells || fact.sensitive(), fact.name());
            }
        }
    }

    private static String table() {
        StringBuilder text = new StringBuilder("| population | its facts |\n|---|---|\n");
        Map<String, Known> all = new LinkedHashMap<>();
        for (String population : LedgerVocabulary.names()) {
            LedgerVocabulary.of(population).forEach(fact -> all.put(fact.name(), fact));
            String rooms = LedgerVocabulary.of(population).stream()
                    .map(fact -> fact.name().substring(0, fact.name().indexOf('.')))
                    .distinct()
                    .map(room -> "`" + room + ".…`")
                    .collect(Collectors.joining(" "));
            text.append("| `%s` | %s |\n".formatted(population, rooms));
        }
        text.append("\n| fact | what | type | shown without a reason |\n|---|---|---|---|\n");
        for (Known fact : all.values()) {
            TreeSet<String> kept = new TreeSet<>();
            if (fact.privacy() != Privacy.OPEN) {
                kept.add("masked");
            }
            if (fact.sensitive()) {
                kept.add("with the grant only");
            }
            text.append("| `%s` | %s | `%s` | %s |\n"
                    .formatted(fact.name(), fact.label(), fact.type().json(), String.join(", ", kept)));
        }
        return text.toString().replace("|  |", "| |");
    }
}
