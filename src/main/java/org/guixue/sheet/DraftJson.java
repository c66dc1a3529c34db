package org.guixue.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guixue.instrument.Instrument;

/** Where a draft stands, as the API shows it. */
final class DraftJson {
    private DraftJson() {}

    static Map<String, Object> state(Draft draft) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", draft.id());
        json.put("form", draft.form().toString());
        json.put("state", draft.state());
        json.put("savedAt", draft.changedAt());
        json.put("instrument", draft.instrument().map(Instrument::id).orElse(null));
        draft.submission().ifPresent(handed -> {
            json.put("submittedBy", handed.submitterName());
            json.put("submittedAt", handed.submittedAt());
            json.put("digest", handed.digest().hex());
            json.put("decidedBy", handed.deciderName().orElse(null));
            json.put("decidedAt", handed.decidedAt().orElse(null));
            json.put("reason", handed.reason().orElse(null));
        });
        return json;
    }
}
