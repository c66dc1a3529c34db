package org.guixue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class DiscreetLogTest {
    @Test
    void leavesWhatAnAdministratorNeeds() {
        for (String line : List.of(
                "ALARM: ALTERED SF01/2026/D30/data/0000/SF01-WS.2026-D30-0001.pdf",
                "archive: MISSING SF01/2026/D30/data/0000/SF01-WS.2026-D30-0001.pdf: the register knows it",
                "item 4711 of a batch failed",
                "the archive's disk has 75957383168 bytes left, needed are 13979712345 bytes",
                "the clock stands at 2026-11-30T17:25:27.035+08:00[Asia/Shanghai], before the last event",
                "first account: bureau waits for its first sign-in",
                "one-time password of bureau: 0f3a-77bd",
                "Loading application [guixue] at [/] took 20,123 ms at http://127.0.0.1:8080/")) {
            assertEquals(line, DiscreetLog.line(line));
        }
        assertEquals(
                "The statement was aborted because it would have caused a duplicate key value in a unique or primary key"
                        + " constraint or unique index identified by 'STUDENT_ID_DIGEST' defined on '…'.",
                DiscreetLog.message(
                        "The statement was aborted because it would have caused a duplicate key value in a unique"
                                + " or primary key constraint or unique index identified by 'STUDENT_ID_DIGEST' defined on 'STUDENT'."));
    }

    @Test
    void takesOutWhatIsSomebodys() {
        assertEquals("of … and …", DiscreetLog.line("of 欧阳测试娃 and 36070220140512493X"));
        assertEquals(
                "call …, passport …, x-…",
                DiscreetLog.line("call 13979712345, passport E77000001, x-360702201405124930"));
        assertEquals(
                "A servlet request to the URI http://127.0.0.1:8080/students?… contains form parameters",
                DiscreetLog.line(
                        "A servlet request to the URI http://127.0.0.1:8080/students?q=%E6%AC%A7&page=2 contains"
                                + " form parameters"));
        assertEquals("path /students/…/x", DiscreetLog.line("path /students/%E6%AC%A7%E9%98%B3/x"));
        assertEquals(
                "Call: SELECT t0.ID FROM student t0 WHERE ((t0.NAME = '…') AND (t0.born_on = {d '…'}))",
                DiscreetLog.message(
                        "Call: SELECT t0.ID FROM student t0 WHERE ((t0.NAME = 'Anna Muster') AND (t0.born_on = {d '2014-05-12'}))"));
        assertEquals(
                "ERROR: duplicate key value violates unique constraint \"student_id_digest\"\n  Detail: …",
                DiscreetLog.message("ERROR: duplicate key value violates unique constraint \"student_id_digest\"\n"
                        + "  Detail: Key (name)=(Anna Muster) already exists."));
        assertEquals("bind => […", DiscreetLog.message("bind => [Anna, 7]"));
        assertEquals("For input string: '…'", DiscreetLog.message("For input string: \"Anna\""));
    }

    @Test
    void rewritesAFailureToItsRootAndKeepsWhereItWas() {
        SQLException root =
                new SQLException("A truncation error was encountered trying to shrink VARCHAR '欧阳测试娃' to length 2");
        LogRecord record = new LogRecord(Level.SEVERE, "Fault 12AB34CD at /students/new of {0}");
        record.setParameters(new Object[] {"欧阳测试娃", 7});
        record.setLoggerName("org.glassfish.jersey");
        record.setThrown(new IllegalStateException("no row for 欧阳测试娃", root));
        assertTrue(new DiscreetLog().isLoggable(record));
        StringWriter told = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(told));
        assertFalse((told + record.getMessage() + List.of(record.getParameters())).contains("欧阳"), told.toString());
        assertTrue(told.toString().contains("java.lang.IllegalStateException: no row for …"), told.toString());
        assertTrue(told.toString().contains("Caused by: java.sql.SQLException: A truncation error"), told.toString());
        assertTrue(told.toString().contains("DiscreetLogTest.rewrites"), told.toString());
        assertEquals(7, record.getParameters()[1]);
    }

    @Test
    void letsTheHouseNameAFormThatHasAFault() {
        LogRecord record = new LogRecord(Level.SEVERE, "表样有错，已跳过：forms/x/form.json 第3行");
        record.setLoggerName(OpenPress.class.getName());
        new DiscreetLog().isLoggable(record);
        assertEquals("表样有错，已跳过：forms/x/form.json 第3行", record.getMessage());
    }
}
