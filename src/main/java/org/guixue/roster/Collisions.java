package org.guixue.roster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.identity.Mask;

/**
 * Children of the roster that turn out to be written alike once their names and numbers are read one way: a pair becomes an
 * enquiry of the office of the one after the other. For one migration.
 */
final class Collisions {
    private static final String ASKER = "系统核对";
    private static final String ALIKE =
            "select o.id from student o join student s on o.name = s.name and o.born_on = s.born_on"
                    + " and o.id <> s.id and (o.school_id = s.school_id or (o.school_id is null and s.school_id is null))"
                    + " where s.id = ?";
    private static final String ASK =
            "insert into duplicate_enquiry (id, student_id, office_id, account_id, asker, asked_at,"
                    + " asked_name, asked_birth, asked_id, wanted_school_id, grade, school_class, state, answer, answered_by, version)"
                    + " select ?, ?, coalesce(s.school_id, s.township_id), 0, ?, ?, s.name, ?, ?, s.school_id, s.grade,"
                    + " s.school_class, 'OPEN', '', '', 0 from student s where s.id = ?";

    private final Connection connection;
    private final Map<Long, Long> pairs = new LinkedHashMap<>();

    Collisions(Connection connection) {
        this.connection = connection;
    }

    /** Whether another child has the number already; then the two are a pair. */
    boolean isTaken(long child, String column, String number) throws SQLException {
        String query = "select id from student where " + column + " = ? and id <> ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, number);
            statement.setLong(2, child);
            Optional<Long> other = first(statement);
            other.ifPresent(each -> pair(child, each));
            return other.isPresent();
        }
    }

    /** Makes a pair of the child and another of the same name and birth date at the same school. */
    void compare(long child) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALIKE)) {
            statement.setLong(1, child);
            first(statement).ifPresent(other -> pair(child, other));
        }
    }

    private void pair(long child, long other) {
        if (!Long.valueOf(child).equals(pairs.get(other))) {
            pairs.put(child, other);
        }
    }

    private static Optional<Long> first(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
        }
    }

    /** Opens the enquiries. */
    void ask() throws SQLException {
        if (pairs.isEmpty()) {
            return;
        }
        long id = number("select coalesce(max(id), 0) from duplicate_enquiry");
        for (Map.Entry<Long, Long> pair : pairs.entrySet()) {
            id++;
            ask(id, pair.getKey(), pair.getValue());
        }
        raiseIdentifier(id);
    }

    private void ask(long id, long child, long other) throws SQLException {
        List<String> who = who(child);
        try (PreparedStatement statement = connection.prepareStatement(ASK)) {
            statement.setLong(1, id);
            statement.setLong(2, other);
            statement.setString(3, ASKER);
            statement.setTimestamp(4, Timestamp.from(Instant.now()));
            statement.setString(5, who.get(0));
            statement.setString(6, who.get(1));
            statement.setLong(7, child);
            statement.executeUpdate();
        }
    }

    private List<String> who(long child) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select born_on, national_id from student where id = ?")) {
            statement.setLong(1, child);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                String id = found.getString(2);
                return List.of(found.getDate(1).toLocalDate().toString(), id == null ? "" : Mask.of(id));
            }
        }
    }

    /** Where ids are handed out by a table of their own, it goes on behind these. */
    private void raiseIdentifier(long last) throws SQLException {
        boolean handedOut = false;
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                handedOut |= tables.getString("TABLE_NAME").equalsIgnoreCase("identifier");
            }
        }
        if (!handedOut) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "update identifier set last_id = ? where table_name = 'duplicate_enquiry' and last_id < ?")) {
            statement.setLong(1, last);
            statement.setLong(2, last);
            statement.executeUpdate();
        }
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }
}
