package org.guixue.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guixue.Violation;
import org.guixue.instrument.Caution;
import org.guixue.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft stands, as the API shows it.
 *
 * @param handedIn left out before the first time
 * @param values left out where only the state was asked for; a map, since its form names the fields
 * @param violations left out for whoever decides on it
 * @param warnings what was written otherwise than the records have it; left out where nothing was
 */
record DraftJson(
        long id,
        String form,
        DraftState state,
        Instant savedAt,
        @Nullable Long instrument,
        @JsonUnwrapped @Nullable HandedIn handedIn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> values,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Violation> violations,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Caution> warnings) {

    /** What was handed in last, and how it was decided; null while it is not. */
    record HandedIn(
            String submittedBy,
            Instant submittedAt,
            String digest,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {
        static HandedIn of(Submission handed) {
            return new HandedIn(
                    handed.submitterName(),
                    handed.submittedAt(),
                    handed.digest().hex(),
                    handed.deciderName().orElse(null),
                    handed.decidedAt().orElse(null),
                    handed.reason().orElse(null));
        }
    }

    static DraftJson state(Draft draft) {
        return of(draft, null, null, List.of());
    }

    /** As who may approve it sees it. */
    static DraftJson handedIn(Draft draft, Map<String, Object> values) {
        return of(draft, values, null, List.of());
    }

    /** As its owner sees it, with what is still missing or wrong. */
    static DraftJson filled(
            Draft draft, Map<String, Object> values, List<Violation> violations, List<Caution> warnings) {
        return of(draft, values, violations, warnings);
    }

    private static DraftJson of(
            Draft draft,
            @Nullable Map<String, Object> values,
            @Nullable List<Violation> violations,
            List<Caution> warnings) {
        return new DraftJson(
                draft.id(),
                draft.form().toString(),
                draft.state(),
                draft.changedAt(),
                draft.instrument().map(Instrument::id).orElse(null),
                draft.submission().map(HandedIn::of).orElse(null),
                values,
                violations,
                warnings);
    }
}
