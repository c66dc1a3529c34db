package org.guixue.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvincesTest {
    @Test
    void saysThatACodeIsAnotherProvinces() {
        assertTrue(Provinces.contradiction("360799", "甘肃省").orElseThrow().contains("36是江西省的"));
        assertEquals(Optional.empty(), Provinces.contradiction("620599", "甘肃"));
        assertEquals(Optional.empty(), Provinces.contradiction("360799", ""));
        assertEquals(Optional.empty(), Provinces.contradiction("990721", "示范省"), "an invented one");
    }

    @Test
    void knowsAProvinceByItsShortName() {
        assertEquals("内蒙古自治区", Provinces.whole("内蒙古"));
        assertEquals("示范省", Provinces.whole("示范省"));
    }
}
