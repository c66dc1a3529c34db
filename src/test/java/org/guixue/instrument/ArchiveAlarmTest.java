package org.guixue.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.guixue.Refused;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Damaged;
import org.guixue.archive.Retention;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.house.Workshop;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ArchiveAlarmTest {
    @RegisterExtension
    static final Workshop WORKSHOP = new Workshop();

    private static final ArchivalNumber LOST = new ArchivalNumber("SF01", "WS", 2026, Retention.D30, 7);

    @Test
    void aDamagedFileIsRefusedInWordsAndStandsOnTheDesksOfThoseAbove() throws Exception {
        SoundRegisters registers = WORKSHOP.bench().registers;
        assertEquals(List.of(), registers.alarms());
        Files.createDirectories(WORKSHOP.archive().pathOf(LOST).getParent());
        Files.write(WORKSHOP.archive().pathOf(LOST), new byte[] {1});
        Damaged found = Assertions.assertThrows(
                Damaged.class, () -> WORKSHOP.archive().read(LOST, org.guixue.Sha256.of("another")));
        Refused refused = registers.refused(LOST, found);
        assertEquals(Refused.Reason.CONFLICT, refused.reason());
        assertTrue(refused.getMessage().contains(LOST.toString()), refused.getMessage());
        assertEquals(List.of("归档文件损坏或丢失，共1件：%s。请管理员从备份恢复。".formatted(LOST)), registers.alarms());
    }
}
