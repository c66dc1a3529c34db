package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.roster.RegisterRow;

/**
 * The rows of lists, put aside until they are matched and settled, and whom each names. Straight SQL: as entities, fifty
 * thousand would take minutes. Within an open transaction.
 */
@ApplicationScoped
public class RegisterRows {
    private final EntityManager database;

    @Inject
    public RegisterRows(EntityManager database) {
        this.database = database;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        return database.unwrap(Connection.class).prepareStatement(sql);
    }

    /** What was read in the open transaction was only read: none of it is looked through for changes when that commits. */
    void onlyRead() {
        database.clear();
    }

    void put(long reconciliation, List<RegisterRow> rows) {
        try (PreparedStatement insert =
                prepared("insert into register_row (reconciliation_id, row_no, cells) values (?, ?, ?)")) {
            for (RegisterRow row : rows) {
                insert.setLong(1, reconciliation);
                insert.setInt(2, row.number());
                insert.setString(3, row.json());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The next rows behind that one, in their order. */
    List<RegisterRow> after(Reconciliation of, int row, int most) {
        String sql = "select row_no, cells from register_row where reconciliation_id = ? and row_no > ? order by row_no"
                + " fetch first " + most + " rows only";
        try (PreparedStatement select = prepared(sql)) {
            select.setLong(1, of.id());
            select.setInt(2, row);
            return rows(select, of.titles());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Optional<RegisterRow> find(Reconciliation of, int row) {
        try (PreparedStatement select =
                prepared("select row_no, cells from register_row where reconciliation_id = ? and row_no = ?")) {
            select.setLong(1, of.id());
            select.setInt(2, row);
            return rows(select, of.titles()).stream().findFirst();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static List<RegisterRow> rows(PreparedStatement select, String titles) throws SQLException {
        List<RegisterRow> rows = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(RegisterRow.of(found.getInt(1), found.getString(2), titles));
            }
        }
        return rows;
    }

    /** Of those children, the rows that name them already. */
    Map<Long, Integer> naming(long reconciliation, Collection<Long> children) {
        return keyed(
                "select student_id, row_no from register_row where reconciliation_id = ?", reconciliation, children);
    }

    /** Of those children, the ones whom some row may name that was not left aside (不采用). */
    Map<Long, Integer> doubted(long reconciliation, Collection<Long> children) {
        return keyed(
                "select c.student_id, c.row_no from register_candidate c where c.reconciliation_id = ? and not exists"
                        + " (select f.id from register_finding f where f.reconciliation_id = c.reconciliation_id and"
                        + " f.row_no = c.row_no and f.kind = 'UNDECIDED' and f.taken = 'HERE')",
                reconciliation,
                children);
    }

    private Map<Long, Integer> keyed(String sql, long reconciliation, Collection<Long> children) {
        Map<Long, Integer> found = new HashMap<>();
        if (children.isEmpty()) {
            return found;
        }
        String among = String.join(", ", Collections.nCopies(children.size(), "?"));
        try (PreparedStatement select = prepared(sql + " and student_id in (" + among + ")")) {
            select.setLong(1, reconciliation);
            int n = 2;
            for (long child : children) {
                select.setLong(n++, child);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getLong(1), rows.getInt(2));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    /** The rows name these children, by the rows' numbers. */
    void name(long reconciliation, Map<Integer, Long> children) {
        try (PreparedStatement update =
                prepared("update register_row set student_id = ? where reconciliation_id = ? and row_no = ?")) {
            for (Map.Entry<Integer, Long> each : children.entrySet()) {
                update.setLong(1, each.getValue());
                update.setLong(2, reconciliation);
                update.setInt(3, each.getKey());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    OptionalLong child(long reconciliation, int row) {
        try (PreparedStatement select = prepared("select student_id from register_row where reconciliation_id = ?"
                + " and row_no = ? and student_id is not null")) {
            select.setLong(1, reconciliation);
            select.setInt(2, row);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Each row may name these children. */
    void doubt(long reconciliation, Map<Integer, List<Long>> candidates) {
        try (PreparedStatement insert =
                prepared("insert into register_candidate (reconciliation_id, row_no, student_id) values (?, ?, ?)")) {
            for (Map.Entry<Integer, List<Long>> each : candidates.entrySet()) {
                for (long child : each.getValue()) {
                    insert.setLong(1, reconciliation);
                    insert.setInt(2, each.getKey());
                    insert.setLong(3, child);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whom the row may name; none once that is decided. */
    List<Long> candidates(long reconciliation, int row) {
        List<Long> children = new ArrayList<>();
        try (PreparedStatement select = prepared("select student_id from register_candidate"
                + " where reconciliation_id = ? and row_no = ? order by student_id")) {
            select.setLong(1, reconciliation);
            select.setInt(2, row);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    children.add(found.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return children;
    }

    /** The doubt about the row is over. */
    void decided(long reconciliation, int row) {
        try (PreparedStatement delete =
                prepared("delete from register_candidate where reconciliation_id = ? and row_no = ?")) {
            delete.setLong(1, reconciliation);
            delete.setInt(2, row);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("rows of a list could not be kept or read", e);
    }
}
