package org.guixue.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Derby on disk, tampered with as someone would who has the database alone; read as {@code deploy/verify} reads it. */
class TamperingTest {
    private static final int EVENTS = 60;
    private static final int TAMPERINGS = 240;
    private static final long SEED = 20261122;
    private static final Instant BEGIN = Instant.parse("2026-09-01T00:00:00Z");
    private static final List<String> NUMBERS = List.of("account", "office", "child");
    private static final List<String> TEXTS = List.of(
            "username", "display_name", "actor_role", "address", "act", "subject_kind", "subject_id", "why", "detail");
    private static final List<String> HASHES = List.of("event_hash", "previous_hash", "link_hash");

    @TempDir
    static Path home;

    private static String database;
    private static AuditHead head;
    private Connection connection;
    private Statement statement;

    @BeforeAll
    static void fill() throws Exception {
        database = home.resolve("db").toString();
        try (HouseDatabase house = HouseDatabase.at(database);
                EntityManager entities = house.entities()) {
            Identifiers identifiers = house.identifiers();
            AuditTrail trail = new AuditTrail(
                    entities,
                    identifiers,
                    new AuditWriter(entities, HouseDatabase.transactions(entities), identifiers));
            Chainer chainer = new Chainer(entities, Clock.systemUTC());
            entities.getTransaction().begin();
            for (int i = 1; i <= EVENTS; i++) {
                trail.record(event(i));
                entities.flush();
            }
            assertEquals(EVENTS, chainer.chain());
            head = chainer.head();
            entities.getTransaction().commit();
        }
    }

    /** Every third is as events were before they named a child and a role. */
    private static AuditEvent event(int i) {
        Who who = new Who(i, "clerk", "王老师", 4, "127.0.0.1", i % 3 == 0 ? "" : "CLERK");
        return new AuditEvent(
                who,
                BEGIN.plusSeconds(i * 5000L),
                i % 2 == 0 ? AuditAct.READ_INSTRUMENT : AuditAct.DOWNLOAD,
                AuditSubject.of("instrument", i),
                i % 3 == 0 ? 0 : i,
                "核对",
                Map.of("n", i));
    }

    @AfterAll
    static void close() throws SQLException {
        shutDown();
    }

    private static void shutDown() throws SQLException {
        try {
            DriverManager.getConnection("jdbc:derby:" + database + ";shutdown=true", "guixue", "guixue")
                    .close();
        } catch (SQLException e) {
            if (!List.of("08006", "XJ004").contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:derby:" + database, "guixue", "guixue");
        connection.setAutoCommit(false);
        statement = connection.createStatement();
    }

    @AfterEach
    void putBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void findsAndNamesEachOfTwoHundredAndFortyTamperings() throws SQLException {
        assertTrue(VerifyTrail.check(connection, List.of(head)).holds());
        Random random = new Random(SEED);
        for (int i = 0; i < TAMPERINGS; i++) {
            String act = tamper(i, random);
            AuditCheck check = VerifyTrail.check(connection, List.of(head));
            assertFalse(check.holds(), "seed " + SEED + ", number " + i + ": " + act);
            Oddity odd = check.firstOdd().orElseThrow();
            assertTrue(odd.link() > 0 || odd.event() > 0, act + ": " + odd);
            connection.rollback();
        }
        assertTrue(VerifyTrail.check(connection, List.of(head)).holds());
    }

    private String tamper(int i, Random random) throws SQLException {
        int row = 1 + random.nextInt(EVENTS);
        return switch (i % 12) {
            case 0, 1, 2, 3 -> {
                String column = TEXTS.get(i / 12 % TEXTS.size());
                yield sql("update audit_event set " + column + " = 'x" + random.nextInt(1000) + "' where id = " + row);
            }
            case 4 -> {
                String column = NUMBERS.get(i / 12 % NUMBERS.size());
                yield sql("update audit_event set " + column + " = " + column + " + 1 where id = " + row);
            }
            case 5 ->
                sql("update audit_event set happened_at = {fn timestampadd(SQL_TSI_SECOND, " + (1 + random.nextInt(100))
                        + ", happened_at)} where id = " + row);
            case 6 -> {
                String column = HASHES.get(i / 12 % HASHES.size());
                yield sql("update audit_link set " + column + " = '" + "0".repeat(64) + "' where number = "
                        + Math.max(2, row));
            }
            case 7 -> sql("delete from audit_event where id = " + row);
            case 8 ->
                sql("delete from audit_link where number = " + row) + sql("delete from audit_event where id = " + row);
            case 9 ->
                sql("insert into audit_event (id, account, username, display_name, office, address, happened_at, act,"
                        + " subject_kind, subject_id, why, detail, child, actor_role) select 1000 + id, account, username,"
                        + " display_name, office, address, happened_at, act, subject_kind, subject_id, why, detail, child,"
                        + " actor_role from audit_event where id = " + Math.min(row, EVENTS - 2));
            case 10 ->
                sql("delete from audit_link where number >= " + row)
                        + sql("delete from audit_event where id >= " + row);
            default -> {
                int other = row == EVENTS ? 1 : row + 1;
                yield sql("update audit_link set number = 9999 where number = " + row)
                        + sql("update audit_link set number = " + row + " where number = " + other)
                        + sql("update audit_link set number = " + other + " where number = 9999");
            }
        };
    }

    private String sql(String text) throws SQLException {
        assertTrue(statement.executeUpdate(text) > 0, text);
        return text + "; ";
    }

    @Test
    void verifiesWithoutTheServerInWordsAndExitCode() throws SQLException {
        connection.rollback();
        connection.close();
        shutDown();
        assertEquals("审计轨迹 60 条，全部相符\n", verify(0));
        connection = DriverManager.getConnection("jdbc:derby:" + database, "guixue", "guixue");
        connection.createStatement().executeUpdate("update audit_event set why = 'x' where id = 7");
        connection.close();
        shutDown();
        String said = verify(1);
        assertTrue(said.startsWith("不符 审计轨迹  第7条（事件7，2026-09-01 17:43:20）对应的事件被改动过\n"), said);
        open();
        connection.createStatement().executeUpdate("update audit_event set why = '核对' where id = 7");
        connection.commit();
    }

    @Test
    void saysWhatItCouldNotRead() throws SQLException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertEquals(
                3,
                VerifyTrail.run(
                        home.resolve("nothing").toString(),
                        List.of(),
                        new PrintStream(said, true, StandardCharsets.UTF_8)));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("没有数据库"), said.toString(StandardCharsets.UTF_8));
    }

    private static String verify(int expected) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(expected, VerifyTrail.run(database, List.of(head), out), said.toString(StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
