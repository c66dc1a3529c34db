package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.person.RollFollower;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;

/**
 * Writes what was staged, all in one transaction: children, guardians, categories, history, what the index has to learn,
 * the end of the import and its audit event. Whatever happens in between leaves nothing. Few statements for all rows, so that
 * the tables are held for seconds.
 */
@ApplicationScoped
public class Applying {
    /** From so many rows on the tables are locked whole: as many locks of rows would fill the memory. */
    private static final int LOCK_TABLES_FROM = 2_000;

    private static final int CHUNK = 1_000;
    private static final List<String> TABLES =
            List.of("student", "student_guardian", "student_category", "student_movement");
    private static final String STAGED_NEW =
            "select id, child from roster_import_row where import_id = ? and verdict = 'NEW' order by id";
    private static final String ENTER = "insert into student (id, " + StudentColumns.LIST
            + ", created_at, changed_at, version, import_row) values ("
            + StudentColumns.parameters(1 + StudentColumns.NAMES.size()) + ", ?, ?, 1, ?)";
    private static final String STAGED_CHANGES = "select student_id, seen_version, child"
            + " from roster_import_row where import_id = ? and verdict = 'CHANGED'";
    private static final String CHANGE = "update student set " + StudentColumns.ASSIGNMENTS
            + ", changed_at = ?, version = version + 1 where id = ? and version = ?";
    private static final String OF_CHANGED =
            " where student_id in (select student_id from roster_import_row where import_id = ? and verdict = 'CHANGED')";
    private static final List<String> PARTS = List.of(
            "insert into student_guardian (student_id, position_no, name, relation, phone, guardianship)"
                    + " select s.id, g.position_no, g.name, g.relation, g.phone, g.guardianship from roster_import_guardian g"
                    + " join student s on s.import_row = g.row_id where g.row_id >= ? and g.row_id < ?",
            "insert into student_guardian (student_id, position_no, name, relation, phone, guardianship)"
                    + " select r.student_id, g.position_no, g.name, g.relation, g.phone, g.guardianship from roster_import_guardian g"
                    + " join roster_import_row r on r.id = g.row_id and r.verdict = 'CHANGED'"
                    + " where g.row_id >= ? and g.row_id < ?",
            "insert into student_category (student_id, category, held_from, held_until, evidence)"
                    + " select s.id, c.category, c.held_from, c.held_until, c.evidence from roster_import_category c"
                    + " join student s on s.import_row = c.row_id where c.row_id >= ? and c.row_id < ?",
            "insert into student_category (student_id, category, held_from, held_until, evidence)"
                    + " select r.student_id, c.category, c.held_from, c.held_until, c.evidence"
                    + " from roster_import_category c join roster_import_row r on r.id = c.row_id"
                    + " and r.verdict = 'CHANGED' where c.row_id >= ? and c.row_id < ?");

    /** What an import may write of one child: what changed (a transfer or a correction), and what of its categories. */
    private static final int MOVEMENTS_OF_A_ROW = 2;

    private static final String HISTORY = "insert into student_movement (id, student_id, kind, moved_on, from_state,"
            + " to_state, from_school_id, to_school_id, from_grade, to_grade, from_class, to_class, elsewhere, detail,"
            + " evidence, recorded_by, recorder, recorded_at) select cast(? as bigint) + " + MOVEMENTS_OF_A_ROW
            + " * r.row_no + case m.kind when 'CATEGORY_CHANGE' then 1 else 0 end, r.student_id, m.kind, m.moved_on, m.from_state,"
            + " m.to_state, m.from_school_id, m.to_school_id, m.from_grade, m.to_grade, m.from_class, m.to_class, '',"
            + " m.detail, m.evidence, cast(? as bigint), cast(? as varchar(200)), cast(? as timestamp)"
            + " from roster_import_movement m join roster_import_row r on r.id = m.row_id"
            + " where r.import_id = ? and r.verdict = 'CHANGED'";

    private final EntityManager database;
    private final Transactions transactions;
    private final Identifiers identifiers;
    private final Staging staging;
    private final RosterImports imports;
    private final RollFollower follower;
    private final ChildTrail childTrail;
    private final ListingTrail listingTrail;
    private final Clock clock;

    @Inject
    public Applying(
            EntityManager database,
            Transactions transactions,
            Identifiers identifiers,
            Staging staging,
            RosterImports imports,
            RollFollower follower,
            ChildTrail childTrail,
            ListingTrail listingTrail,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.staging = staging;
        this.imports = imports;
        this.follower = follower;
        this.childTrail = childTrail;
        this.listingTrail = listingTrail;
        this.clock = clock;
    }

    /**
     * Writes all new and changed rows.
     *
     * @throws RosterMoved where a child was changed or entered since it was judged
     */
    public void apply(long importId) {
        transactions.perform(() -> applyOnce(importId));
    }

    private void applyOnce(long importId) {
        RosterImport running = imports.find(importId).orElseThrow();
        Connection connection = database.unwrap(Connection.class);
        try {
            if (running.count(RowVerdict.NEW) + running.count(RowVerdict.CHANGED) >= LOCK_TABLES_FROM) {
                lock(connection);
            }
            Timestamp now = Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            int rows = staging.lastRow(importId) + 1;
            enterAll(connection, importId, identifiers.take("student", rows), now);
            changeAll(connection, importId, now);
            run(connection, "delete from student_guardian" + OF_CHANGED, importId);
            run(connection, "delete from student_category" + OF_CHANGED, importId);
            long first = Staging.rowId(importId, 0);
            long end = Staging.rowId(importId + 1, 0);
            for (String sql : PARTS) {
                run(connection, sql, first, end);
            }
            long movements = identifiers.take("student_movement", MOVEMENTS_OF_A_ROW * rows);
            run(
                    connection,
                    HISTORY,
                    movements,
                    running.account(),
                    running.caller().displayName(),
                    now,
                    importId);
            listingTrail.imported(
                    running.caller(),
                    importId,
                    running.fileName(),
                    running.sha256(),
                    running.count(RowVerdict.NEW),
                    running.count(RowVerdict.CHANGED));
            running.move(ImportState.DONE, "", clock.instant());
            tell(
                    running,
                    ids(
                            connection,
                            "select id from student where import_row >= ? and import_row < ? order by id",
                            first,
                            end),
                    true);
            tell(
                    running,
                    ids(
                            connection,
                            "select student_id from roster_import_row where import_id = ? and verdict = 'CHANGED'",
                            importId),
                    false);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        for (String table : TABLES) {
            run(connection, "lock table " + table + " in exclusive mode");
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static void enterAll(Connection connection, long importId, long firstId, Timestamp now)
            throws SQLException {
        int columns = StudentColumns.NAMES.size();
        try (PreparedStatement staged = prepared(connection, STAGED_NEW, importId);
                PreparedStatement enter = connection.prepareStatement(ENTER)) {
            staged.setFetchSize(CHUNK);
            try (ResultSet rows = staged.executeQuery()) {
                int waiting = 0;
                while (rows.next()) {
                    enter.setLong(1, firstId + rows.getLong(1) - Staging.rowId(importId, 0));
                    StudentColumns.set(enter, 2, rows.getString(2));
                    enter.setTimestamp(columns + 2, now);
                    enter.setTimestamp(columns + 3, now);
                    enter.setLong(columns + 4, rows.getLong(1));
                    enter.addBatch();
                    waiting++;
                    if (waiting == CHUNK) {
                        enter.executeBatch();
                        waiting = 0;
                    }
                }
                enter.executeBatch();
            }
        }
    }

    private static void changeAll(Connection connection, long importId, Timestamp now) throws SQLException {
        int columns = StudentColumns.NAMES.size();
        try (PreparedStatement staged = prepared(connection, STAGED_CHANGES, importId);
                PreparedStatement change = connection.prepareStatement(CHANGE)) {
            staged.setFetchSize(CHUNK);
            try (ResultSet rows = staged.executeQuery()) {
                int waiting = 0;
                while (rows.next()) {
                    StudentColumns.set(change, 1, rows.getString(3));
                    change.setTimestamp(columns + 1, now);
                    change.setLong(columns + 2, rows.getLong(1));
                    change.setInt(columns + 3, rows.getInt(2));
                    change.addBatch();
                    waiting++;
                    if (waiting == CHUNK) {
                        expectEach(change.executeBatch());
                        waiting = 0;
                    }
                }
                expectEach(change.executeBatch());
            }
        }
    }

    private static void expectEach(int[] counts) {
        if (Arrays.stream(counts).anyMatch(count -> count == 0)) {
            throw new RosterMoved();
        }
    }

    private static List<Long> ids(Connection connection, String sql, Object... values) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private void tell(RosterImport running, List<Long> ids, boolean entered) {
        String what = (entered ? "entered" : "corrected") + " by import " + running.id();
        for (int first = 0; first < ids.size(); first += CHUNK) {
            List<Long> some = ids.subList(first, Math.min(first + CHUNK, ids.size()));
            follower.changed(some, entered);
            childTrail.changedAll(running.caller(), some, what);
        }
    }

    /** Class 23 is a broken constraint: another child has the number by now. */
    private static RuntimeException refused(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith("23")
                ? new RosterMoved()
                : new IllegalStateException("the import could not be written", e);
    }
}
