package org.guixue.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as the API shows it. The findings come in pages of one size for all lists; {@code counts} tells how many there
 * are.
 *
 * @param rows of the list; while it is read, so many as yet
 * @param onlyHere children whom only our roll has; their {@code row} numbers go on behind the last row of the list
 * @param same how many rows agree with our roll
 * @param notCompared headings that nobody knows
 * @param notGranted headings of health and disability, left out for want of the grant
 * @param instrument id of the table that was issued last
 */
record ReconciliationJson(
        long id,
        String register,
        RegisterKind kind,
        String fileName,
        String sha256,
        ReconciliationState state,
        String note,
        String uploadedBy,
        Instant uploadedAt,
        int rows,
        int rowsAll,
        List<Alone> onlyHere,
        List<Alone> onlyThere,
        List<Differing> different,
        int same,
        List<Doubtful> undecided,
        Counts counts,
        int page,
        int size,
        List<String> notCompared,
        List<String> notGranted,
        List<String> passedOver,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long instrument) {

    /** @param left how many nobody has settled */
    record Counts(int onlyHere, int onlyThere, int different, int undecided, int left) {}

    /** @param student the child on our roll; null for one whom only the list has */
    record Alone(
            int row,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long student,

            String name,
            String bornOn,
            String maskedId,
            String schooling,
            Taking settlement) {}

    /** @param hindrance why theirs cannot be taken as it is; empty where it can */
    record Differing(
            int row,
            @Nullable Long student,
            String name,
            String field,
            String label,
            String here,
            String there,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String hindrance,
            Taking settlement) {}

    record Doubtful(
            int row,
            String name,
            String bornOn,
            String maskedId,
            String schooling,
            String reason,
            List<MayBe> candidates,
            Taking settlement) {}

    /** One whom a row may name. */
    record MayBe(long student, String name, String sex, String bornOn, String maskedId, String schooling) {}

    /** @param taken null while nobody has settled it */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Taking(
            @Nullable Taken taken,
            String note,
            String outcome,
            String by,
            @Nullable Instant at) {
        static Taking of(RegisterFinding.Settlement settled) {
            return new Taking(
                    settled.taken().orElse(null),
                    settled.note(),
                    settled.outcome(),
                    settled.by(),
                    settled.at().orElse(null));
        }
    }
}
