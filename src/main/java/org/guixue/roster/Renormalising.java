package org.guixue.roster;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.guixue.identity.Ethnicity;
import org.guixue.identity.NationalId;
import org.guixue.identity.Normaliser;
import org.guixue.identity.PersonName;
import org.guixue.identity.StudentNumber;
import org.guixue.identity.Telephone;
import org.jspecify.annotations.Nullable;

/**
 * Reads the children and guardians of an older home once more, as {@link Normaliser} reads what is typed today, so that the
 * same name and the same number are written one way. What today's types do not take stays as it is and is 待核. Where two
 * children turn out to be one, the bureau gets an enquiry ({@link Collisions}); neither is touched but for its spelling. A
 * page of children at a time.
 */
@Dependent
public class Renormalising implements JavaMigration {
    private static final int PAGE = 500;
    private static final Map<String, UnaryOperator<String>> CHILD = ofChild();
    private static final Map<String, UnaryOperator<String>> GUARDIAN =
            Map.of("name", Renormalising::name, "relation", Normaliser::line, "phone", Telephone::plain);

    private static Map<String, UnaryOperator<String>> ofChild() {
        Map<String, UnaryOperator<String>> columns = new LinkedHashMap<>();
        columns.put("name", Renormalising::name);
        columns.put("ethnicity", text -> Ethnicity.read(text).asHeld().text());
        columns.put("national_id", text -> NationalId.read(text).asHeld().text());
        columns.put("student_number", text -> StudentNumber.read(text).asHeld().text());
        columns.put("other_paper_number", Normaliser::code);
        columns.put("head_teacher_phone", Telephone::plain);
        for (String line : List.of("grade", "school_class", "head_teacher", "no_id_reason")) {
            columns.put(line, Normaliser::line);
        }
        for (String place : List.of("residence", "household", "roll")) {
            for (String part : List.of("province", "city", "county", "township", "detail")) {
                columns.put(place + "_" + part, Normaliser::line);
            }
        }
        columns.put("health", Normaliser::text);
        columns.put("disability_remark", Normaliser::text);
        return columns;
    }

    private static String name(String text) {
        return PersonName.read(text).asHeld().text();
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("13");
    }

    @Override
    public String getDescription() {
        return "renormalise children";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Collisions collisions = new Collisions(connection);
        long last = Long.MIN_VALUE;
        List<Long> page = children(connection, last, collisions);
        while (!page.isEmpty()) {
            guardians(connection, page.get(0), page.get(page.size() - 1));
            last = page.get(page.size() - 1);
            page = children(connection, last, collisions);
        }
        collisions.ask();
    }

    private record Row(List<Long> key, List<@Nullable String> before) {}

    private static List<Long> children(Connection connection, long after, Collisions collisions) throws SQLException {
        List<Row> rows = read(
                connection,
                "select id, " + String.join(", ", CHILD.keySet()) + " from student where id > ? order by id",
                1,
                after);
        for (Row row : rows) {
            Map<String, String> changed = changes(CHILD, row);
            long child = row.key().get(0);
            for (String number : List.of("national_id", "student_number")) {
                if (changed.containsKey(number) && collisions.isTaken(child, number, changed.get(number))) {
                    changed.remove(number);
                }
            }
            write(connection, "student", List.of("id"), row.key(), changed);
            if (changed.containsKey("name")) {
                collisions.compare(child);
            }
        }
        return rows.stream().map(row -> row.key().get(0)).toList();
    }

    private static void guardians(Connection connection, long first, long last) throws SQLException {
        List<Row> rows = read(
                connection,
                "select student_id, position_no, " + String.join(", ", GUARDIAN.keySet())
                        + " from student_guardian where student_id >= ? and student_id <= ?",
                2,
                first,
                last);
        for (Row row : rows) {
            write(
                    connection,
                    "student_guardian",
                    List.of("student_id", "position_no"),
                    row.key(),
                    changes(GUARDIAN, row));
        }
    }

    private static List<Row> read(Connection connection, String query, int keys, long... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            if (keys == 1) {
                statement.setMaxRows(PAGE);
            }
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    List<Long> key = new ArrayList<>();
                    List<@Nullable String> before = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        if (i <= keys) {
                            key.add(found.getLong(i));
                        } else {
                            before.add(found.getString(i));
                        }
                    }
                    rows.add(new Row(key, before));
                }
            }
            return rows;
        }
    }

    /** What is written otherwise today, by column; never longer than it was. */
    private static Map<String, String> changes(Map<String, UnaryOperator<String>> columns, Row row) {
        Map<String, String> changes = new LinkedHashMap<>();
        int position = 0;
        for (Map.Entry<String, UnaryOperator<String>> column : columns.entrySet()) {
            String before = row.before().get(position);
            position++;
            if (before == null) {
                continue;
            }
            String after = column.getValue().apply(before);
            if (!Objects.equals(before, after) && after.length() <= before.length()) {
                changes.put(column.getKey(), after);
            }
        }
        return changes;
    }

    private static void write(
            Connection connection, String table, List<String> keys, List<Long> key, Map<String, String> changes)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        String update = "update " + table + " set " + String.join(" = ?, ", changes.keySet()) + " = ? where "
                + String.join(" = ? and ", keys) + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            int position = 1;
            for (String text : changes.values()) {
                statement.setString(position, text);
                position++;
            }
            for (Long part : key) {
                statement.setLong(position, part);
                position++;
            }
            statement.executeUpdate();
        }
    }
}
