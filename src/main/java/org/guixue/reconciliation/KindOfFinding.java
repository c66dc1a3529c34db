package org.guixue.reconciliation;

import java.util.Arrays;
import org.guixue.ValuesRefused;
import org.guixue.person.StudentFields;
import org.guixue.roster.FieldDifference;

/** A kind of findings as a request names it: {@code onlyHere}, or a field of those that differ. */
record KindOfFinding(FindingKind kind, String field) {
    static KindOfFinding of(String typed, String field) {
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.code().equals(typed) || kind.name().equals(typed))
                .findFirst()
                .map(kind -> new KindOfFinding(kind, field))
                .orElseGet(() -> ofField(typed));
    }

    private static KindOfFinding ofField(String typed) {
        boolean known = typed.equals(FieldDifference.STATE)
                || StudentFields.ALL.stream().anyMatch(each -> each.name().equals(typed));
        if (!known) {
            throw new ValuesRefused("kind", "应是onlyHere、onlyThere、different、undecided之一，或者一个栏目名，如grade");
        }
        return new KindOfFinding(FindingKind.DIFFERENT, typed);
    }
}
