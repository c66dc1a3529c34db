package org.guixue.reconciliation;

import java.util.Arrays;
import java.util.Optional;

/** Which findings a page shows: of a kind, or of one field of those that differ. */
public record ShownKind(FindingKind kind, String field, String label, int count, int left) {
    /** What is asked for; else the first of which something is left; else the first of which there is anything. */
    static ShownKind of(ReconciliationView.Shown summary, String kind, String field) {
        Optional<ReconciliationView.Group> asked = summary.groups().stream()
                .filter(group ->
                        group.kind().code().equals(kind) && group.field().equals(field))
                .findFirst();
        return asked.or(() -> summary.groups().stream()
                        .filter(group -> kind.isEmpty() && group.left() > 0)
                        .findFirst())
                .or(() -> summary.groups().stream()
                        .filter(group -> kind.isEmpty())
                        .findFirst())
                .map(group -> new ShownKind(group.kind(), group.field(), group.label(), group.count(), group.left()))
                .orElseGet(() -> none(kind));
    }

    private static ShownKind none(String kind) {
        FindingKind asked = Arrays.stream(FindingKind.values())
                .filter(each -> each.code().equals(kind))
                .findFirst()
                .orElse(FindingKind.DIFFERENT);
        return new ShownKind(asked, "", asked.label(), 0, 0);
    }

    /** Whether that is the tab of this group. */
    public boolean is(ReconciliationView.Group group) {
        return group.kind() == kind && group.field().equals(field);
    }
}
