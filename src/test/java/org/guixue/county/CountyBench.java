package org.guixue.county;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.Case;
import org.guixue.office.Office;
import org.guixue.person.Registry;

/**
 * What opening the picture costs a county of 100,000 children, of whom 3,000 have a case with a dozen events each, beside plain
 * SQL that only counts the same rows. Reported, not asserted. Children and cases are copies of one of each.
 */
public final class CountyBench {
    private static final int CHILDREN = 100_000;
    private static final int CASES = 3_000;
    private static final int PERSUASIONS = 9;
    private static final long FIRST = 50_000_000;
    private static final double NANOS = 1e6;

    private final Registry registry = new Registry();
    private final CountyTable at = new CountyTable(registry);
    private final Random random = new Random(10);

    private CountyBench() {}

    public static void main(String[] arguments) {
        CountyBench bench = new CountyBench();
        bench.lay();
        Caller bureau = bench.registry.caller(Role.BUREAU, bench.registry.bureau);
        for (int i = 0; i < 6; i++) {
            bench.measured("county", () -> bench.at.of(bureau));
        }
        for (int i = 0; i < 3; i++) {
            bench.measured(
                    "cases",
                    () -> bench.at.finding.since(
                            bench.registry.bureau.scope(), MonthTally.firstDay(CountyTable.TODAY)));
            bench.measured(
                    "rates",
                    () -> bench.at.desk.read(() -> bench.at.rates.rates(
                            bench.registry.bureau,
                            CountyTable.TODAY,
                            CountyTable.TODAY,
                            new RatesOfYear.Dropouts(0, 0))));
            bench.measured(
                    "late", () -> bench.at.lateness.within(bureau, bench.registry.bureau.scope(), CountyTable.TODAY));
            bench.measured("plain SQL", bench::plain);
        }
    }

    private void measured(String what, Runnable act) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long from = System.nanoTime();
        act.run();
        System.out.printf(
                Locale.ROOT,
                "%-10s %6.0f ms of CPU, %6.0f ms%n",
                what,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / NANOS,
                (System.nanoTime() - from) / NANOS);
    }

    private void plain() {
        registry.text("select count(*) from student group by state, school_id");
        registry.text(
                "select count(*) from case_event e join case_file c on c.id = e.case_id group by c.state, e.kind");
    }

    private void lay() {
        Case one = at.out(registry.eastSchool, CountyTable.TODAY.minusDays(60), "厌学");
        at.persuaded(registry.eastSchool, one, CountyTable.TODAY.minusDays(50));
        List<Office> schools = List.of(registry.eastSchool, registry.eastMiddle, registry.westSchool);
        at.desk.read(() -> {
            copy(at.desk.entities.unwrap(Connection.class), one, schools);
            return true;
        });
    }

    private void copy(Connection connection, Case one, List<Office> schools) {
        try {
            Copies students =
                    new Copies(connection, "student", "id = " + one.student().id());
            for (int i = 0; i < CHILDREN; i++) {
                Office school = schools.get(i % schools.size());
                students.add(Map.of(
                        "ID", FIRST + i,
                        "SCHOOL_ID", school.id(),
                        "SCHOOL_PATH", school.path(),
                        "STATE", i < CASES ? "DROPPED_OUT" : "ENROLLED",
                        "BORN_ON", Date.valueOf(LocalDate.of(2011, 1, 1).plusDays(random.nextInt(3000)))));
            }
            students.write();
            Copies cases = new Copies(connection, "case_file", "id = " + one.id());
            Copies events = new Copies(connection, "case_event", "case_id = " + one.id());
            for (int i = 0; i < CASES; i++) {
                cases.add(Map.of("ID", FIRST + i, "STUDENT_ID", FIRST + i));
            }
            cases.write();
            for (int i = 0; i < CASES; i++) {
                for (int k = 0; k < events.rows() - 1 + PERSUASIONS; k++) {
                    int row = Math.min(k, events.rows() - 1);
                    LocalDate on = CountyTable.TODAY.minusDays(60L - 5L * Math.max(0, k - 2));
                    events.add(
                            row,
                            Map.of(
                                    "ID",
                                    FIRST + 100L * i + k,
                                    "CASE_ID",
                                    FIRST + i,
                                    "HAPPENED_ON",
                                    Date.valueOf(on),
                                    "RECORDED_AT",
                                    Timestamp.valueOf(on.atTime(9, k))));
                }
            }
            events.write();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows like one that is there, but for some columns. */
    private static final class Copies {
        private final PreparedStatement insert;
        private final List<String> columns = new ArrayList<>();
        private final List<Map<String, Object>> rows = new ArrayList<>();
        private int waiting;

        Copies(Connection connection, String table, String which) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet found =
                            statement.executeQuery("select * from " + table + " where " + which + " order by id")) {
                ResultSetMetaData about = found.getMetaData();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    columns.add(about.getColumnName(i));
                }
                while (found.next()) {
                    Map<String, Object> row = new HashMap<>();
                    for (String column : columns) {
                        row.put(column, found.getObject(column));
                    }
                    rows.add(row);
                }
            }
            if (table.equals("student")) {
                columns.removeAll(List.of("NATIONAL_ID", "STUDENT_NUMBER"));
            }
            insert = connection.prepareStatement("insert into " + table + " (" + String.join(", ", columns)
                    + ") values (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
        }

        int rows() {
            return rows.size();
        }

        void add(Map<String, Object> changed) throws SQLException {
            add(0, changed);
        }

        void add(int row, Map<String, Object> changed) throws SQLException {
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i);
                insert.setObject(
                        i + 1,
                        changed.containsKey(column)
                                ? changed.get(column)
                                : rows.get(row).get(column));
            }
            insert.addBatch();
            if (++waiting % 1000 == 0) {
                insert.executeBatch();
            }
        }

        void write() throws SQLException {
            insert.executeBatch();
            insert.close();
        }
    }
}
