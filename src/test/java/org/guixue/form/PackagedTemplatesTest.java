package org.guixue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A packaged form or ledger that may have issued something is never edited: whoever changes its template raises its version, and puts
 * the new line into {@code packaged-templates.txt} beside the old one, which stays.
 */
class PackagedTemplatesTest {
    private static final Path KNOWN = Path.of("src/test/resources/packaged-templates.txt");

    @Test
    void aTemplateChangesOnlyTogetherWithItsVersion() throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (String line : Files.readAllLines(KNOWN)) {
            String[] parts = line.split(" ", -1);
            assertEquals(3, parts.length, "form, version and digest: " + line);
            String earlier = known.put(parts[0] + " " + parts[1], parts[2]);
            assertEquals(null, earlier, "one version has one template: " + line);
        }
        FormCatalog catalog = FormCatalog.load(List.of(PackagedForms.root()));
        List<Form> papers = Stream.concat(
                        catalog.forms().stream(), catalog.ledgers().stream().map(Ledger::paper))
                .toList();
        for (Form form : papers) {
            String version = form.id() + " " + form.version();
            assertEquals(
                    known.get(version),
                    form.digest().hex(),
                    version + " was changed: raise its version in form.json or ledger.json and add its line to "
                            + KNOWN);
        }
    }
}
