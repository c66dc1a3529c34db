package org.guixue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.guixue.archive.BagId;
import org.guixue.archive.Retention;
import org.junit.jupiter.api.Test;

class ArchivalCounterTest {
    private final ArchivalCounter counter = new ArchivalCounter(new BagId("SF01", 2026, Retention.D30));

    @Test
    void isCalledAsInHomesThatAreInUse() {
        assertEquals("archival:SF01:WS:2026:D30", counter.key());
    }

    @Test
    void makesTheNumberOfAnItem() {
        assertEquals(
                "SF01-WS.2026-D30-0012",
                counter.number(ArchivalCounter.PAPERS, 12).toString());
    }
}
