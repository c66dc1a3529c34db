package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.audit.DraftTrail;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.identity.Mask;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.PaperMaking;

/** Shows what was handed in for approval, exactly as it was handed in and not as the records would fill it today. */
@ApplicationScoped
public class Showing {
    @Inject
    private Check check;

    @Inject
    private PaperMaking papers;

    @Inject
    private DraftTrail trail;

    Form form(Draft draft) {
        return check.form(draft.submitter(), draft.form());
    }

    /** The paper, marked 预览. Recorded before it leaves where it is not the submitter's own. */
    byte[] paper(Caller caller, Draft draft, String what) {
        if (!draft.ownedBy(caller)) {
            trail.looked(caller, draft.id(), draft.childId(), what);
        }
        return papers.preview(draft.submitter(), form(draft), values(draft));
    }

    /** The values with IDs masked. */
    Map<String, Object> masked(Draft draft) {
        Map<String, Object> values = values(draft);
        for (Field field : form(draft).fields()) {
            if (field.type().isIdentifier()) {
                values.computeIfPresent(field.name(), (name, id) -> Mask.of(String.valueOf(id)));
            }
        }
        return values;
    }

    private static Map<String, Object> values(Draft draft) {
        return ValuesJson.read(draft.submission().orElseThrow().valuesJson());
    }
}
