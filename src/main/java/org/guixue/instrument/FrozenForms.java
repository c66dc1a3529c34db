package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guixue.form.Adoption;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;

/** The form of an instrument as it was when its number was allotted, with the title and words of that day. */
@ApplicationScoped
public class FrozenForms {
    private final FormCatalog forms;
    private final Instruments instruments;

    @Inject
    public FrozenForms(FormCatalog forms, Instruments instruments) {
        this.forms = forms;
        this.instruments = instruments;
    }

    public Form of(Instrument instrument) {
        FrozenTemplate template =
                instruments.template(instrument.templateDigest()).orElseThrow();
        return of(forms.frozen(template.form(), template.files()), instrument.facts());
    }

    static Form of(Form origin, RecordFacts facts) {
        return origin.as(new Adoption(
                origin.id(),
                Optional.of(facts.title()),
                Optional.empty(),
                Optional.of(facts.retention()),
                Optional.empty(),
                facts.words()));
    }
}
