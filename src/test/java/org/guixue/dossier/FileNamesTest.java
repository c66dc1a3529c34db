package org.guixue.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.guixue.Sha256;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    private static DossierEntry entry(int item) {
        return SampleDossier.entry(item, DossierEntry.Standing.VALID, 1, Sha256.of("paper"));
    }

    @Test
    void saysWhoWhatAndWhichNumber() {
        assertEquals("孙宇航-劝返复学通知书-东小访〔2026〕3号", new FileNames().of("孙宇航", entry(3)));
    }

    @Test
    void takesNoMarkThatASystemWouldTakeForMore() {
        assertEquals("John-Smith-Jr-劝返复学通知书-东小访〔2026〕3号", new FileNames().of("John Smith/Jr", entry(3)));
    }

    @Test
    void tellsTwoOfOneNameAndLongOnesByTheArchivalNumber() {
        FileNames names = new FileNames();
        names.of("孙宇航", entry(3));
        assertEquals("孙宇航-劝返复学通知书-东小访〔2026〕3号-SF01-WS.2026-D30-0003", names.of("孙宇航", entry(3)));
        assertEquals("SF01-WS.2026-D30-0004", names.of("麦".repeat(60), entry(4)));
    }
}
