package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
    private final FormCatalog forms;
    private final PaperMaking papers;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public Previewing(FormCatalog forms, PaperMaking papers, Offices offices, Clock clock) {
        this.forms = forms;
        this.papers = papers;
        this.offices = offices;
        this.clock = clock;
    }

    /** Marked 预览; never numbered, sealed or stored. */
    public Rendered preview(Caller caller, Form form, Map<String, Object> values) {
        Office issuer = offices.find(caller.office()).orElseThrow();
        SheetFacts facts = SheetFacts.draft(issuer.name(), LocalDate.now(clock));
        String html = forms.sheet(form).forPaper(values, facts);
        return papers.marked(form, issuer, html, values, Mark.PREVIEW);
    }

    /** The form with what is known on it, to be filled by hand; marked as of no effect, with the code of its draft. */
    byte[] toFill(Form form, Office issuer, Map<String, Object> known, String token) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> values = new LinkedHashMap<>(Prefill.office(form, issuer, today));
        values.putAll(known);
        String html = forms.sheet(form).blank(values, SheetFacts.draft(issuer.name(), today));
        return papers.toFill(form, issuer, html, values, token).pdf();
    }

    /** The empty form; the county's own names stand on it. */
    public byte[] blank(Form form, Office issuer) {
        LocalDate today = LocalDate.now(clock);
        String html =
                forms.sheet(form).blank(Prefill.office(form, issuer, today), SheetFacts.draft(issuer.name(), today));
        return papers.marked(form, issuer, html, Map.of(), Mark.BLANK).pdf();
    }
}
