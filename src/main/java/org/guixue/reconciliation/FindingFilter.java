package org.guixue.reconciliation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Some of the findings of one comparison.
 *
 * @param field for one field of those that differ; empty for all
 * @param openOnly those that nobody has settled
 * @param after those of later rows alone; 0 for all
 */
record FindingFilter(
        long reconciliation,
        Optional<FindingKind> kind,
        String field,
        boolean openOnly,
        boolean withSensitive,
        int after) {
    static FindingFilter all(long reconciliation, boolean withSensitive) {
        return new FindingFilter(reconciliation, Optional.empty(), "", false, withSensitive, 0);
    }

    static FindingFilter of(long reconciliation, FindingKind kind, boolean withSensitive) {
        return new FindingFilter(reconciliation, Optional.of(kind), "", false, withSensitive, 0);
    }

    FindingFilter ofField(String wanted) {
        return new FindingFilter(reconciliation, kind, wanted, openOnly, withSensitive, after);
    }

    FindingFilter open() {
        return new FindingFilter(reconciliation, kind, field, true, withSensitive, after);
    }

    FindingFilter after(int row) {
        return new FindingFilter(reconciliation, kind, field, openOnly, withSensitive, row);
    }

    String condition() {
        return "reconciliation_id = ?"
                + (kind.isPresent() ? " and kind = ?" : "")
                + (field.isEmpty() ? "" : " and field = ?")
                + (openOnly ? " and taken = ''" : "")
                + (withSensitive ? "" : " and sensitive = false")
                + (after > 0 ? " and row_no > ?" : "");
    }

    /** Sets the parameters from there on; the number of the next one. */
    int set(PreparedStatement statement, int from) throws SQLException {
        int n = from;
        statement.setLong(n++, reconciliation);
        if (kind.isPresent()) {
            statement.setString(n++, kind.get().name());
        }
        if (!field.isEmpty()) {
            statement.setString(n++, field);
        }
        if (after > 0) {
            statement.setInt(n++, after);
        }
        return n;
    }
}
