package org.guixue.roster;

import java.util.List;
import java.util.Optional;
import org.guixue.person.Outlook;
import org.guixue.person.Student;

/**
 * A row and what becomes of it.
 *
 * @param known the child on the roster that is changed, left as it is, or may be the same
 * @param outlook what would be written; only for a new or changed child
 * @param label what the row calls the child
 */
record Judged(
        RosterRow row,
        RowVerdict verdict,
        Optional<Student> known,
        Optional<Outlook> outlook,
        String label,
        List<RowProblem> problems) {
    Judged {
        problems = List.copyOf(problems);
    }

    static Judged refused(RosterRow row, List<RowProblem> problems) {
        return new Judged(row, RowVerdict.REFUSED, Optional.empty(), Optional.empty(), label(row), problems);
    }

    static Judged of(RosterRow row, RowVerdict verdict, Optional<Student> known, Optional<Outlook> outlook) {
        return new Judged(row, verdict, known, outlook, label(row), List.of());
    }

    private static String label(RosterRow row) {
        String name = row.text(RosterColumns.NAME).orElse("（没有姓名）");
        return name.codePointCount(0, name.length()) > 40
                ? name.substring(0, name.offsetByCodePoints(0, 40)) + "…"
                : name;
    }

    /** Whether somebody comes from another school, as the history will say. */
    boolean isTransfer() {
        return outlook.stream()
                .flatMap(each -> each.history().stream())
                .anyMatch(movement -> movement.kind() == org.guixue.person.MovementKind.TRANSFER_IN);
    }
}
