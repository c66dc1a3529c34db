package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.SheetFacts;

/**
 * Sheets of numbered papers, from frozen values and frozen template and nothing else. The text of a paper that was just
 * rendered is kept until the index has taken it; for all others it is made again, and is the same.
 */
@ApplicationScoped
public class PrintedSheets {
    private static final int TEXTS_KEPT = 500;

    private final FormCatalog forms;
    private final FrozenForms frozen;

    @Inject
    public PrintedSheets(FormCatalog forms, FrozenForms frozen) {
        this.forms = forms;
        this.frozen = frozen;
    }

    private final Map<Long, PaperText> rendered = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, PaperText> eldest) {
            return size() > TEXTS_KEPT;
        }
    });

    public PrintedSheet of(Instrument instrument) {
        Form form = frozen.of(instrument);
        SheetFacts facts = SheetFacts.issued(
                instrument.serial(),
                instrument.issuedOn(),
                instrument.archivalNumber().toString(),
                instrument.issuer().name());
        return PrintedSheet.of(form, forms.sheet(form), ValuesJson.read(instrument.valuesJson()), facts);
    }

    /** For the index, which takes it once. */
    public void rendered(Instrument instrument, PrintedSheet sheet) {
        rendered.put(instrument.id(), sheet.text());
    }

    /** What was rendered a moment ago, else made from what was frozen. */
    PaperText text(Instrument instrument) {
        return Optional.ofNullable(rendered.remove(instrument.id()))
                .orElseGet(() -> of(instrument).text());
    }
}
