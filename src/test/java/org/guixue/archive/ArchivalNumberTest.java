package org.guixue.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivalNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"SF01-WS.2026-D30-0001", "SF01-WS.2026-Y-9999", "AB-WS.1999-D10-12345"})
    void readsWhatItWrites(String text) {
        assertEquals(text, ArchivalNumber.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SF01-WS.2026-D30-1",
                "SF01-WS.2026-D30-0000",
                "SF01-WS.2026-D30-00001",
                "SF01-WS.2026-D20-0001",
                "sf01-WS.2026-D30-0001",
                "SF01-WS.0026-D30-0001",
                "SF01-WS.2026-D30-0001 ",
                "SF01-WS.2026-D30-0001/../..",
                "SF01·WS.2026-D30-0001",
                "SF01-WS.２０２６-D30-0001"
            })
    void refusesWhatItDoesNotWrite(String text) {
        assertThrows(IllegalArgumentException.class, () -> ArchivalNumber.parse(text));
    }

    @Test
    void putsAThousandRecordsIntoAFolder() {
        assertEquals(
                "SF01/2026/D30/data/0000/SF01-WS.2026-D30-1000.pdf",
                Bags.number(1000).path());
        assertEquals(
                "SF01/2026/D30/data/0001/SF01-WS.2026-D30-1001.pdf",
                Bags.number(1001).path());
        assertEquals(
                "SF01/2026/D30/data/0012/SF01-WS.2026-D30-12345.pdf",
                Bags.number(12345).path());
    }

    @Test
    void isOrderedByItsItem() {
        assertTrue(Bags.number(9999).compareTo(Bags.number(10000)) < 0);
    }
}
