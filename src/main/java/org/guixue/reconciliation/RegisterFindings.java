package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.store.Identifiers;
import org.jspecify.annotations.Nullable;

/** What lists and our roll do not agree in. Straight SQL, as {@link RegisterRows}; within an open transaction. */
@ApplicationScoped
public class RegisterFindings {
    private static final int LONGEST = 1000;
    private static final String COLUMNS = "id, kind, field, row_no, student_id, name, born_on, masked_id, here_text,"
            + " there_text, reason, sensitive, taken, note, outcome, settled_by, settled_at";
    private static final String INSERT = "insert into register_finding (id, reconciliation_id, kind, field, row_no,"
            + " student_id, name, born_on, masked_id, here_text, there_text, reason, sensitive, taken, note, outcome,"
            + " settled_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '')";

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public RegisterFindings(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        return database.unwrap(Connection.class).prepareStatement(sql);
    }

    /** @param found without ids */
    void add(long reconciliation, List<RegisterFinding> found) {
        if (found.isEmpty()) {
            return;
        }
        long id = identifiers.take("register_finding", found.size());
        try (PreparedStatement insert = prepared(INSERT)) {
            for (RegisterFinding each : found) {
                insert.setLong(1, id++);
                insert.setLong(2, reconciliation);
                insert.setString(3, each.kind().name());
                insert.setString(4, each.field());
                insert.setInt(5, each.row());
                if (each.student().isPresent()) {
                    insert.setLong(6, each.student().getAsLong());
                } else {
                    insert.setNull(6, Types.BIGINT);
                }
                insert.setString(7, each.name());
                insert.setString(8, each.bornOn());
                insert.setString(9, each.maskedId());
                insert.setString(10, within(each.here()));
                insert.setString(11, within(each.there()));
                insert.setString(12, within(each.reason()));
                insert.setBoolean(13, each.sensitive());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** In the order of the rows. */
    List<RegisterFinding> page(FindingFilter which, int first, int most) {
        String sql = "select " + COLUMNS + " from register_finding where " + which.condition()
                + " order by row_no, id offset ? rows fetch next ? rows only";
        try (PreparedStatement select = prepared(sql)) {
            int n = which.set(select, 1);
            select.setInt(n, first);
            select.setInt(n + 1, most);
            return findings(select);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Optional<RegisterFinding> find(long reconciliation, long id) {
        try (PreparedStatement select =
                prepared("select " + COLUMNS + " from register_finding where reconciliation_id = ? and id = ?")) {
            select.setLong(1, reconciliation);
            select.setLong(2, id);
            return findings(select).stream().findFirst();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** All about one row. */
    List<RegisterFinding> ofRow(long reconciliation, int row, boolean withSensitive) {
        try (PreparedStatement select = prepared("select " + COLUMNS
                + " from register_finding where reconciliation_id = ? and row_no = ?"
                + (withSensitive ? "" : " and sensitive = false") + " order by id")) {
            select.setLong(1, reconciliation);
            select.setInt(2, row);
            return findings(select);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Those of these children whom the list does not name. */
    List<RegisterFinding> onlyHere(long reconciliation, Collection<Long> children) {
        List<RegisterFinding> found = new ArrayList<>();
        try (PreparedStatement select = prepared("select " + COLUMNS
                + " from register_finding where reconciliation_id = ? and kind = 'ONLY_HERE' and student_id = ?")) {
            for (long child : children) {
                select.setLong(1, reconciliation);
                select.setLong(2, child);
                found.addAll(findings(select));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    private static List<RegisterFinding> findings(PreparedStatement select) throws SQLException {
        List<RegisterFinding> findings = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                findings.add(finding(found));
            }
        }
        return findings;
    }

    private static RegisterFinding finding(ResultSet row) throws SQLException {
        long student = row.getLong(5);
        OptionalLong child = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(student);
        String taken = row.getString(13);
        return new RegisterFinding(
                row.getLong(1),
                FindingKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                child,
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getBoolean(12),
                new RegisterFinding.Settlement(
                        taken.isEmpty() ? Optional.empty() : Optional.of(Taken.valueOf(taken)),
                        row.getString(14),
                        row.getString(15),
                        row.getString(16),
                        instant(row.getTimestamp(17))));
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return at == null ? Optional.empty() : Optional.of(at.toLocalDateTime().toInstant(ZoneOffset.UTC));
    }

    void settle(List<Long> ids, Taken taken, String note, String outcome, String by, Instant at) {
        try (PreparedStatement update = prepared("update register_finding set taken = ?, note = ?, outcome = ?,"
                + " settled_by = ?, settled_at = ? where id = ?")) {
            for (long id : ids) {
                update.setString(1, taken.name());
                update.setString(2, note);
                update.setString(3, within(outcome));
                update.setString(4, by);
                update.setTimestamp(5, Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC)));
                update.setLong(6, id);
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** It was a doubt, and is none any more. */
    void forget(long id) {
        try (PreparedStatement delete = prepared("delete from register_finding where id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** How many there are of each kind, field and settlement. */
    List<FindingCount> counts(long reconciliation, boolean withSensitive) {
        List<FindingCount> counts = new ArrayList<>();
        try (PreparedStatement select = prepared("select kind, field, taken, count(*) from register_finding"
                + " where reconciliation_id = ?" + (withSensitive ? "" : " and sensitive = false")
                + " group by kind, field, taken")) {
            select.setLong(1, reconciliation);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    counts.add(new FindingCount(
                            FindingKind.valueOf(found.getString(1)),
                            found.getString(2),
                            found.getString(3),
                            found.getInt(4)));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return counts;
    }

    /** Whether there is one that nobody has settled. */
    boolean anyOpen(long reconciliation, boolean withSensitive) {
        return !page(FindingFilter.all(reconciliation, withSensitive).open(), 0, 1)
                .isEmpty();
    }

    private static String within(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("findings of a comparison could not be kept or read", e);
    }
}
