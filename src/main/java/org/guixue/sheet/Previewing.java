package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.SheetFacts;
import org.guixue.instrument.issuing.PaperMaking;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.rendering.Mark;
import org.guixue.rendering.Rendered;

/** The paper as it would look, and the empty form to be filled by hand. */
@ApplicationScoped
public class Previewing {
    @Inject
    private FormCatalog forms;

    @Inject
    private PaperMaking papers;

    @Inject
    private Offices offices;

    @Inject
    private Clock clock;

    /** Marked 预览; never numbered, sealed or stored. */
    public Rendered preview(Caller caller, Form form, Map<String, Object> values) {
        Office issuer = offices.find(caller.office()).orElseThrow();
        SheetFacts facts = SheetFacts.draft(issuer.name(), LocalDate.now(clock));
        String html = forms.sheet(form).forPaper(values, facts);
        return papers.marked(form, issuer, html, values, Mark.PREVIEW);
    }

    /** The empty form; the county's own names stand on it. */
    public byte[] blank(Form form, Office issuer) {
        LocalDate today = LocalDate.now(clock);
        String html =
                forms.sheet(form).blank(Prefill.county(form, issuer, today), SheetFacts.draft(issuer.name(), today));
        return papers.marked(form, issuer, html, Map.of(), Mark.BLANK).pdf();
    }
}
