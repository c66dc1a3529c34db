package org.guixue.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.Map;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrailWordsTest {
    private static String shelved(Map<String, String> where) {
        return TrailWords.what(
                new AuditEvent(
                        new Who(2, "lin", "林晓芳", 7, "", "CLERK"),
                        Instant.EPOCH,
                        AuditAct.SHELVE,
                        AuditSubject.of("instrument", 9),
                        0,
                        "",
                        where),
                false);
    }

    @Test
    void saysWhereAPaperLiesAndWhereItLay() {
        assertEquals("放入盒2026-1，架位甲", shelved(Map.of("box", "2026-1", "shelf", "甲")));
        assertEquals(
                "放入盒2026-2，架位乙（原在盒2026-1，架位甲）",
                shelved(Map.of("box", "2026-2", "shelf", "乙", "fromBox", "2026-1", "fromShelf", "甲")));
        assertEquals("取出，原在盒2026-1，架位甲", shelved(Map.of("fromBox", "2026-1", "fromShelf", "甲")));
    }

    @ParameterizedTest
    @EnumSource(AuditAct.class)
    void everyActHasItsWord(AuditAct act) {
        assertNotEquals("其他操作", TrailWords.act(act));
    }
}
