package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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
        return of(caller, draft, draft.valuesJson());
    }

    /** What whoever approves it is told. */
    List<Caution> ofHandedIn(Draft draft) {
        return of(draft.submitter(), draft, draft.submission().orElseThrow().valuesJson());
    }

    private List<Caution> of(Caller writer, Draft draft, byte[] values) {
        Office issuer = offices.find(writer.office()).orElseThrow();
        Form form = check.form(writer, draft.form());
        return cautions.before(form, draft.subject(), issuer, Check.permitted(writer, form, ValuesJson.read(values)));
    }
}
