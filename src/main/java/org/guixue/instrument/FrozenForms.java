package org.guixue.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.form.Adoption;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;

/** The form of an instrument as it was when its number was allotted, with the title and words of that day. */
@ApplicationScoped
public class FrozenForms {
    @Inject
    private FormCatalog forms;

    @Inject
    private Instruments instruments;

    public Form of(Instrument instrument) {
        FrozenTemplate template =
                instruments.template(instrument.templateDigest()).orElseThrow();
        return of(
                forms.frozen(template.form(), template.files()),
                instrument.title(),
                ValuesJson.tree(instrument.recordJson()));
    }

    static Form of(Form origin, String title, JsonNode record) {
        Map<String, String> words = new LinkedHashMap<>();
        record.path("words")
                .properties()
                .forEach(word -> words.put(word.getKey(), word.getValue().asText()));
        return origin.as(new Adoption(
                origin.id(),
                Optional.of(title),
                Optional.of(record.path("retention").asText()),
                Optional.empty(),
                words));
    }
}
