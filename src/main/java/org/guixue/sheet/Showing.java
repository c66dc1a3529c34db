package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.audit.DraftTrail;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.identity.Mask;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.Check;
import org.guixue.rendering.Rendered;

/** Shows what was handed in for approval, exactly as it was handed in and not as the records would fill it today. */
@ApplicationScoped
public class Showing {
    private final Check check;
    private final Previewing previewing;
    private final DraftTrail trail;

    @Inject
    public Showing(Check check, Previewing previewing, DraftTrail trail) {
        this.check = check;
        this.previewing = previewing;
        this.trail = trail;
    }

    Form form(Draft draft) {
        return check.paper(draft.submitter(), draft.form());
    }

    /** The paper, marked 预览. Recorded before it leaves where it is not the submitter's own. */
    Rendered paper(Caller caller, Draft draft, String what) {
        if (!draft.ownedBy(caller)) {
            trail.looked(caller, draft.id(), draft.childId(), what);
        }
        return previewing.preview(draft.submitter(), form(draft), values(draft));
    }

    /** The values with IDs masked, those in tables too. */
    Map<String, Object> masked(Draft draft) {
        return masked(form(draft).fields(), values(draft));
    }

    private static Map<String, Object> masked(List<Field> fields, Map<String, Object> values) {
        Map<String, Object> masked = new LinkedHashMap<>(values);
        for (Field field : fields) {
            masked.computeIfPresent(field.name(), (name, value) -> masked(field, value));
        }
        return masked;
    }

    private static Object masked(Field field, Object value) {
        if (field.type().isIdentifier()) {
            return Mask.of(String.valueOf(value));
        }
        return value instanceof List<?> rows && !field.fields().isEmpty()
                ? rows.stream().map(row -> masked(field.fields(), row(row))).toList()
                : value;
    }

    private static Map<String, Object> row(Object cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        ((Map<?, ?>) cells).forEach((name, value) -> row.put(String.valueOf(name), value));
        return row;
    }

    private static Map<String, Object> values(Draft draft) {
        return ValuesJson.read(draft.submission().orElseThrow().valuesJson());
    }
}
