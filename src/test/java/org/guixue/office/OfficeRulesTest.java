package org.guixue.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guixue.Forbidden;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OfficeRulesTest {
    @Test
    void standInOrderBelowOneAnother() {
        assertEquals(List.of(OfficeKind.CITY), OfficeKind.PROVINCE.below());
        assertEquals(List.of(OfficeKind.COUNTY_BUREAU, OfficeKind.SCHOOL), OfficeKind.CITY.below());
        assertEquals(List.of(OfficeKind.TOWNSHIP, OfficeKind.SCHOOL), OfficeKind.COUNTY_BUREAU.below());
        assertEquals(List.of(OfficeKind.SCHOOL), OfficeKind.TOWNSHIP.below());
        assertEquals(List.of(), OfficeKind.SCHOOL.below());
    }

    @ParameterizedTest
    @CsvSource({
        "CLERK, SCHOOL",
        "TOWNSHIP, TOWNSHIP",
        "INSPECTOR, COUNTY_BUREAU",
        "INSPECTOR, CITY",
        "INSPECTOR, PROVINCE",
        "BUREAU, COUNTY_BUREAU",
        "BUREAU, CITY"
    })
    void rolesFitTheirKindOfOffice(Role role, OfficeKind kind) {
        assertTrue(role.fits(kind));
    }

    @Test
    void noRoleFitsAnyOther() {
        long fitting = 0;
        for (Role role : Role.values()) {
            for (OfficeKind kind : OfficeKind.values()) {
                fitting += role.fits(kind) ? 1 : 0;
            }
        }
        assertEquals(7, fitting);
    }

    @Test
    void namesEachFaultOfTheDetails() {
        OfficeDetails wrong = new OfficeDetails(
                OfficeKind.SCHOOL,
                "校",
                "12-34",
                "东x",
                "sf01",
                "shifan",
                "",
                new OfficePlace("", "", "", "", "长".repeat(201)),
                "call me",
                "人".repeat(101));
        Set<String> fields = new TreeSet<>();
        wrong.violations().stream().map(Violation::field).forEach(fields::add);
        assertEquals(Set.of("name", "code", "mark", "fonds", "region", "street", "phone", "principal"), fields);
        assertEquals(
                List.of(),
                new OfficeDetails(
                                OfficeKind.SCHOOL,
                                "东山镇中心小学",
                                "990721101001",
                                "东小",
                                "",
                                "shifan",
                                "东山镇",
                                new OfficePlace("示范省", "示范市", "示范县", "东山镇", "学府路8号"),
                                "0799-5550111",
                                "")
                        .violations());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "BUREAU", mode = EnumSource.Mode.EXCLUDE)
    void onlyABureauAdministers(Role role) {
        Caller caller = new Caller(1, "x", "某人", role, new Scope(1, "/1/"), false, false, "127.0.0.1");
        Forbidden refused = assertThrows(Forbidden.class, () -> caller.expectBureau("管理单位"));
        assertFalse(String.valueOf(refused.getMessage()).isEmpty());
    }

    @Test
    void writesTheAddressInOnePiece() {
        assertEquals("示范省示范市示范县东山镇学府路8号", new OfficePlace("示范省", "示范市", "示范县", "东山镇", "学府路8号").text());
    }
}
