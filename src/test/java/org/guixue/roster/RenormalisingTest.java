package org.guixue.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An older home is brought up to date, on a real Derby. */
class RenormalisingTest {
    private static final String CHILD =
            "insert into student (id, name, sex, ethnicity, born_on, national_id, student_number,"
                    + " school_id, school_path, township_id, township_path, grade, school_class, head_teacher,"
                    + " head_teacher_phone, health, state, created_at, changed_at, version, residence_detail)"
                    + " values (?, ?, '女', '汉族', '2014-03-05', ?, ?, 1, '/1/', 1, '/1/', '三年级', '1班', '', '', '', 'ENROLLED',"
                    + " current_timestamp, current_timestamp, 3, ?)";
    private final String name = "memory:renormalise-" + UUID.randomUUID();
    private final EmbeddedDataSource source = new EmbeddedDataSource();

    @BeforeEach
    void anOlderHome() throws SQLException {
        source.setDatabaseName(name);
        source.setCreateDatabase("create");
        flyway("11").load().migrate();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into office (id, path, kind, name, code, mark, jurisdiction, region, address, phone, principal, closed, version) values (1, '/1/', 'TOWNSHIP', '镇', '1', '', '', '镇', '', '', '', false, 0)");
        }
    }

    @AfterEach
    void drop() {
        assertThrows(SQLException.class, () -> DriverManager.getConnection("jdbc:derby:" + name + ";drop=true"));
    }

    private org.flywaydb.core.api.configuration.FluentConfiguration flyway(String target) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(Map.of("blob", "blob"))
                .javaMigrations(new Renormalising())
                .target(target);
    }

    private void child(long id, String called, String nationalId, String number, String address) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(CHILD)) {
            statement.setLong(1, id);
            statement.setString(2, called);
            statement.setString(3, nationalId);
            statement.setString(4, number);
            statement.setString(5, address);
            statement.executeUpdate();
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            StringBuilder all = new StringBuilder();
            while (found.next()) {
                all.append(all.isEmpty() ? "" : "|").append(found.getString(1));
            }
            return all.toString();
        }
    }

    @Test
    void writesEverythingAsItIsReadTodayAndKeepsWhatNoTypeTakes() throws SQLException {
        for (long id = 1; id <= 1201; id++) {
            child(id, "古丽ꞏ艾山" + (char) ('一' + id), null, null, "⻢家村");
        }
        child(2000, "不是名字1", "360702201403051231", "G36070220150315123X", "");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into student_guardian values (7, 0, '⽅父', '父亲', '139—0000')");
        }
        flyway("13").load().migrate();
        assertEquals(
                "1201", text("select count(*) from student where name like '古丽·艾山%' and residence_detail = '马家村'"));
        assertEquals("方父139-0000", text("select name || phone from student_guardian"));
        assertEquals(
                "不是名字1|G36070220150315123X",
                text("select name from student where id = 2000") + "|"
                        + text("select student_number from student where id = 2000"));
        assertEquals("0", text("select count(*) from duplicate_enquiry"));
    }

    @Test
    void asksTheBureauWhereTwoChildrenTurnOutToBeWrittenAlike() throws SQLException {
        child(1, "古丽.艾山", null, null, "");
        child(2, "古丽·艾山", null, null, "");
        child(3, "古丽ㆍ艾山", "360702201403051231", null, "");
        child(4, "王小明", null, null, "");
        flyway("13").load().migrate();
        assertEquals("古丽·艾山|古丽·艾山|古丽·艾山", text("select name from student where id < 4 order by id"));
        assertEquals("1", text("select count(*) from duplicate_enquiry where asked_id = '3607**********1231'"));
        assertEquals("2", text("select count(*) from duplicate_enquiry where state = 'OPEN' and office_id = 1"));
    }

    @Test
    void dropsWhatAnOlderVersionStagedAndSaysSoOnTheImport() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into roster_import (office_id, office_path, account_id, username, display_name, role,"
                    + " may_read_sensitive, address, file_name, sha256, state, note, not_imported, not_granted,"
                    + " skipped_rows, partial_only, rows_all, rows_done, entered, changed, unchanged, refused, undecided,"
                    + " passed_over, created_at) values (1, '/1/', 1, 'a', 'a', 'CLERK', false, '', 'a.xlsx', '', 'READY',"
                    + " '', '', '', '', false, 1, 1, 1, 0, 0, 0, 0, 0, current_timestamp)");
            statement.execute("insert into roster_import_row (id, import_id, row_no, verdict, transfer, label, changes, name)"
                    + " values (4294967298, 1, 2, 'NEW', false, '王', '', '王')");
        }
        flyway("13.1").load().migrate();
        assertEquals("INTERRUPTED", text("select state from roster_import"));
        assertEquals("程序已升级，先前核对的结果不再适用。请重新上传。", text("select note from roster_import"));
        assertEquals("0", text("select count(*) from roster_import_row"));
    }
}
