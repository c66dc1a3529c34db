package org.guixue.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes, deletes or slips in rows behind the trail's back is named by the check. */
class RewrittenTrailTest extends ChainedTrail {
    private void sql(String... statements) throws SQLException {
        try (Connection connection = HOUSE.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                assertTrue(statement.executeUpdate(each) > 0, each);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set why = '' where id = 5",
                "update audit_event set username = 'clerk2' where id = 1",
                "update audit_event set account = 18 where id = 12",
                "update audit_event set display_name = '' where id = 6",
                "update audit_event set office = 5 where id = 6",
                "update audit_event set address = '::1' where id = 6",
                "update audit_event set happened_at = timestamp('2026-11-22 01:02:03.005') where id = 6",
                "update audit_event set act = 'SEARCH' where id = 6",
                "update audit_event set act = 'no such act' where id = 6",
                "update audit_event set child = 7 where id = 6",
                "update audit_event set child = 0 where id = 6",
                "update audit_event set actor_role = '' where id = 6",
                "update audit_event set child = 0, actor_role = '' where id = 6",
                "insert into audit_link values (-5, 99, 'x', 'x', 'x')",
                "insert into audit_link values (0, 99, 'x', 'x', 'x')",
                "update audit_event set subject_kind = 'case' where id = 6",
                "update audit_event set subject_id = 'x' where id = 6",
                "update audit_event set detail = '{}' where id = 6",
                "delete from audit_event where id = 4",
                "delete from audit_event where id = 12",
                "delete from audit_link where number = 4",
                "delete from audit_link where number = 1",
                "delete from audit_link where number > 9",
                "delete from audit_link",
                "update audit_link set number = number + 1 where number > 11",
                "update audit_link set number = number + 100 where number > 3",
                "update audit_link set event_hash = previous_hash where number = 3",
                "update audit_link set link_hash = previous_hash where number = 12",
                "delete from audit_event where id = 7; delete from audit_link where number = 7",
                "delete from audit_event where id > 9; delete from audit_link where number > 9",
                "update audit_link set number = 99 where number = 3; update audit_link set number = 3 where number = 4;"
                        + " update audit_link set number = 4 where number = 99",
                "insert into audit_link select 13, 99, event_hash, previous_hash, link_hash from audit_link"
                        + " where number = 12",
            })
    void namesTampering(String statements) throws SQLException {
        AuditHead head = twelve();
        sql(statements.split("; ?"));
        AuditCheck check = check(head);
        assertFalse(check.holds(), statements);
        assertTrue(
                check.firstOdd().orElseThrow().sentence().startsWith("第"),
                check.firstOdd().orElseThrow().sentence());
    }

    @Test
    void namesATrailThatWasRewrittenWhole() throws SQLException {
        AuditHead head = twelve();
        sql("delete from audit_link", "update audit_event set why = 'x' where id = 3");
        chainer = new Chainer(entities, Clock.systemUTC());
        transaction(() -> assertEquals(12, chainer.chain()));
        assertTrue(check().holds(), "the chain alone can not know");
        Oddity odd = check(head).firstOdd().orElseThrow();
        assertEquals(Oddity.Kind.NOT_AS_KNOWN, odd.kind());
        assertEquals(12, odd.link());
        assertTrue(odd.sentence().startsWith("第12条（事件12，2026-11-22 22:22:03）"), odd.sentence());
    }

    @Test
    void namesAnEventThatWasSlippedInWithAnOldDate() throws SQLException {
        AuditHead head = twelve();
        sql(
                "insert into audit_event (id, account, username, display_name, office, address, happened_at, act, subject_kind,"
                        + " subject_id, why, detail) values (999, 1, 'a', 'a', 1, '', timestamp('2020-01-01 00:00:00'), 'SEARCH', '',"
                        + " '', '', '{}')");
        assertEquals(
                Oddity.Kind.OUT_OF_TIME, check(head).firstOdd().orElseThrow().kind(), "before it is linked");
        transaction(() -> assertEquals(1, chainer.chain()));
        Oddity odd = check(head).firstOdd().orElseThrow();
        assertEquals(Oddity.Kind.OUT_OF_TIME, odd.kind());
        assertEquals(13, odd.link());
    }
}
