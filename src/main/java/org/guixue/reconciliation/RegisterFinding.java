package org.guixue.reconciliation;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.person.StudentField;
import org.guixue.person.StudentFields;
import org.guixue.roster.FieldDifference;

/**
 * One thing in which a list and our roll do not agree, and how it was settled.
 *
 * @param field of the child, for one that both have otherwise; empty for the other kinds
 * @param row of the list; children whom only our roll has are numbered on behind the last row
 * @param here what our roll says, masked
 * @param there what the list says, masked
 * @param reason why there is a doubt, or why theirs cannot be taken as it is; empty for neither
 */
public record RegisterFinding(
        long id,
        FindingKind kind,
        String field,
        int row,
        OptionalLong student,
        String name,
        String bornOn,
        String maskedId,
        String here,
        String there,
        String reason,
        boolean sensitive,
        Settlement settlement) {

    /**
     * How it was settled.
     *
     * @param taken empty while it is not
     * @param outcome what the settlement did, in Chinese; empty for nothing
     */
    public record Settlement(Optional<Taken> taken, String note, String outcome, String by, Optional<Instant> at) {
        static final Settlement NONE = new Settlement(Optional.empty(), "", "", "", Optional.empty());
    }

    /** What the field is called. */
    public String label() {
        return label(field);
    }

    static String label(String field) {
        return field.equals(FieldDifference.STATE)
                ? "就学状态"
                : StudentFields.ALL.stream()
                        .filter(each -> each.name().equals(field))
                        .map(StudentField::label)
                        .findFirst()
                        .orElse(field);
    }

    public boolean open() {
        return settlement.taken().isEmpty();
    }

    /** Whether theirs was taken, which is not undone here. */
    boolean done() {
        return settlement.taken().filter(Taken.THERE::equals).isPresent();
    }
}
