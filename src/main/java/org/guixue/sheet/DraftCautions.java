package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.instrument.Caution;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.Cautions;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** What is to be asked before a draft is issued or handed in; nothing of one that has its number. */
@ApplicationScoped
public class DraftCautions {
    private final Cautions cautions;
    private final Check check;
    private final Issuing issuing;
    private final Offices offices;

    @Inject
    public DraftCautions(Cautions cautions, Check check, Issuing issuing, Offices offices) {
        this.cautions = cautions;
        this.check = check;
        this.issuing = issuing;
        this.offices = offices;
    }

    List<Caution> of(Caller caller, Draft draft) {
        if (!draft.state().open() || issuing.isUsed(caller, DraftIssuing.key(draft.id()))) {
            return List.of();
        }
        Office issuer = offices.find(caller.office()).orElseThrow();
        Form form = check.form(caller, draft.form());
        Map<String, Object> written = Check.permitted(caller, form, ValuesJson.read(draft.valuesJson()));
        return cautions.before(form, draft.subject(), issuer, written);
    }
}
