package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.guixue.office.Office;
import org.guixue.person.Guardian;
import org.guixue.person.HeldCategory;
import org.guixue.person.Movement;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * Puts judged rows aside, in short transactions, so that the one that writes them all has only to move them. Straight SQL:
 * as entities, a hundred thousand rows would take minutes.
 */
@ApplicationScoped
@Transactional
public class Staging {
    private static final int LONGEST_MESSAGE = 1000;
    private static final String ROW = "insert into roster_import_row (id, import_id, row_no, verdict, student_id,"
            + " seen_version, transfer, label, changes, child) values ("
            + StudentColumns.parameters(10) + ")";
    private static final String REFUSAL = "insert into roster_import_refusal"
            + " (row_id, position_no, import_id, row_no, column_name, message) values (?, ?, ?, ?, ?, ?)";
    private static final String GUARDIAN = "insert into roster_import_guardian"
            + " (row_id, position_no, name, relation, phone, guardianship) values (?, ?, ?, ?, ?, ?)";
    private static final String CATEGORY = "insert into roster_import_category"
            + " (row_id, category, held_from, held_until, evidence) values (?, ?, ?, ?, ?)";
    private static final String MOVEMENT = "insert into roster_import_movement (row_id, kind, moved_on, from_state,"
            + " to_state, from_school_id, to_school_id, from_grade, to_grade, from_class, to_class, detail, evidence)"
            + " values (" + StudentColumns.parameters(13) + ")";
    private static final List<String> PARTS = List.of(
            "delete from roster_import_guardian where row_id >= ? and row_id < ?",
            "delete from roster_import_category where row_id >= ? and row_id < ?",
            "delete from roster_import_movement where row_id >= ? and row_id < ?");
    private static final List<String> ROWS = List.of(
            "delete from roster_import_row where id >= ? and id < ?",
            "delete from roster_import_refusal where row_id >= ? and row_id < ?");

    private final EntityManager database;

    @Inject
    public Staging(EntityManager database) {
        this.database = database;
    }

    /** The id of a row in staging. */
    static long rowId(long importId, int row) {
        return (importId << 32) + row;
    }

    void put(long importId, List<Judged> all) {
        try (PreparedStatement rows = connection().prepareStatement(ROW);
                PreparedStatement refusals = connection().prepareStatement(REFUSAL);
                PreparedStatement guardians = connection().prepareStatement(GUARDIAN);
                PreparedStatement categories = connection().prepareStatement(CATEGORY);
                PreparedStatement movements = connection().prepareStatement(MOVEMENT)) {
            for (Judged judged : all) {
                long id = rowId(importId, judged.row().number());
                addRow(rows, importId, id, judged);
                addRefusals(refusals, importId, id, judged);
                if (judged.outlook().isPresent()) {
                    addParts(guardians, categories, id, judged.outlook().get().child());
                    for (Movement movement : judged.outlook().get().history()) {
                        addMovement(movements, id, movement);
                    }
                }
            }
            rows.executeBatch();
            refusals.executeBatch();
            guardians.executeBatch();
            categories.executeBatch();
            movements.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("rows of import " + importId + " could not be staged", e);
        }
    }

    /** Forgets some of the rows; the refused ones are asked for apart. In short transactions of ten thousand rows each. */
    boolean forget(long importId, int fromRow, int toRow, boolean withRefused) {
        int gone = 0;
        for (String sql : PARTS) {
            gone += delete(sql, rowId(importId, fromRow), rowId(importId, toRow));
        }
        if (withRefused) {
            for (String sql : ROWS) {
                gone += delete(sql, rowId(importId, fromRow), rowId(importId, toRow));
            }
        } else {
            gone += delete(
                    "delete from roster_import_row where id >= ? and id < ? and verdict not in ('REFUSED', 'UNDECIDED')",
                    rowId(importId, fromRow),
                    rowId(importId, toRow));
        }
        return gone > 0;
    }

    /** The highest number of a staged row; 0 for none. */
    int lastRow(long importId) {
        return database.createNativeQuery("select max(row_no) from roster_import_row where import_id = ?")
                                .setParameter(1, importId)
                                .getSingleResult()
                        instanceof Number last
                ? last.intValue()
                : 0;
    }

    private int delete(String sql, long from, long to) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("staged rows could not be deleted", e);
        }
    }

    private Connection connection() {
        return database.unwrap(Connection.class);
    }

    private static void addRow(PreparedStatement rows, long importId, long id, Judged judged) throws SQLException {
        rows.setLong(1, id);
        rows.setLong(2, importId);
        rows.setInt(3, judged.row().number());
        rows.setString(4, judged.verdict().name());
        rows.setObject(5, judged.known().map(Student::id).orElse(null), Types.BIGINT);
        rows.setObject(6, judged.known().map(Student::version).orElse(null), Types.INTEGER);
        rows.setBoolean(7, judged.isTransfer());
        rows.setString(8, judged.label());
        rows.setString(9, judged.verdict() == RowVerdict.CHANGED ? Change.text(Change.between(judged)) : "");
        rows.setString(
                10,
                judged.outlook()
                        .map(outlook -> StudentColumns.json(outlook.child()))
                        .orElse(null));
        rows.addBatch();
    }

    private static void addRefusals(PreparedStatement refusals, long importId, long id, Judged judged)
            throws SQLException {
        int position = 0;
        for (RowProblem problem : judged.problems()) {
            refusals.setLong(1, id);
            refusals.setInt(2, position++);
            refusals.setLong(3, importId);
            refusals.setInt(4, judged.row().number());
            refusals.setString(5, within(problem.column(), 100));
            refusals.setString(6, within(problem.message(), LONGEST_MESSAGE));
            refusals.addBatch();
        }
    }

    private static String within(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static void addParts(PreparedStatement guardians, PreparedStatement categories, long id, Student child)
            throws SQLException {
        int position = 0;
        for (Guardian guardian : child.guardians()) {
            guardians.setLong(1, id);
            guardians.setInt(2, position++);
            guardians.setString(3, guardian.name());
            guardians.setString(4, guardian.relation());
            guardians.setString(5, guardian.phone());
            guardians.setString(6, guardian.guardianship().name());
            guardians.addBatch();
        }
        for (HeldCategory held : child.heldCategories()) {
            categories.setLong(1, id);
            categories.setString(2, held.name());
            categories.setString(3, held.from().map(LocalDate::toString).orElse(""));
            categories.setString(4, held.until().map(LocalDate::toString).orElse(""));
            categories.setString(5, held.evidence());
            categories.addBatch();
        }
    }

    private static void addMovement(PreparedStatement movements, long id, Movement movement) throws SQLException {
        movements.setLong(1, id);
        movements.setString(2, movement.kind().name());
        movements.setDate(3, Date.valueOf(movement.on()));
        movements.setString(4, movement.from().state().name());
        movements.setString(5, movement.to().state().name());
        movements.setObject(6, id(movement.from().school().orElse(null)), Types.BIGINT);
        movements.setObject(7, id(movement.to().school().orElse(null)), Types.BIGINT);
        movements.setString(8, movement.from().grade());
        movements.setString(9, movement.to().grade());
        movements.setString(10, movement.from().schoolClass());
        movements.setString(11, movement.to().schoolClass());
        movements.setString(12, movement.detailFor(true));
        movements.setString(13, movement.evidenceFor(true));
        movements.addBatch();
    }

    private static @Nullable Long id(@Nullable Office office) {
        return office == null ? null : office.id();
    }
}
