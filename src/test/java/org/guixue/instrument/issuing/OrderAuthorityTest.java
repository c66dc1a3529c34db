package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.access.OfficeKind;
import org.guixue.casefile.GateClosed;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.office.Office;
import org.guixue.office.OrderPower;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderAuthorityTest {
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    private static final Form ORDER = form("national/return-order");

    private static final LocalDate DAY = LocalDate.of(2026, 9, 21);

    @ParameterizedTest
    @ValueSource(strings = {"文昌街道办事处", "文昌街道", "上天梯管理区", "高新开发区管委会"})
    void refusesAnOfficeInATownshipsPlace(String name) {
        GateClosed refused = assertThrows(
                GateClosed.class, () -> OrderAuthority.require(ORDER, township(name), Optional.empty(), DAY));
        assertEquals("order-by-authority", refused.obstacle().rule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"东山镇", "东山镇人民政府", "畲族乡人民政府", "东山镇教育办公室"})
    void aTownshipOrders(String name) {
        assertDoesNotThrow(() -> OrderAuthority.require(ORDER, township(name), Optional.empty(), DAY));
    }

    @Test
    void anAuthorisedOfficeOrdersWithinThePeriodOfItsDocument() {
        Office office = township("文昌街道办事处")
                .withOrderPower(new OrderPower(
                        "示范县人民政府关于委托街道办事处责令送学的决定（示府〔2026〕3号）",
                        Optional.of(LocalDate.of(2026, 9, 1)),
                        Optional.of(LocalDate.of(2027, 8, 31))));
        assertDoesNotThrow(() -> OrderAuthority.require(ORDER, office, Optional.empty(), LocalDate.of(2026, 9, 1)));
        assertDoesNotThrow(() -> OrderAuthority.require(ORDER, office, Optional.empty(), LocalDate.of(2027, 8, 31)));
        for (LocalDate day : List.of(LocalDate.of(2026, 8, 31), LocalDate.of(2027, 9, 1))) {
            String missing = String.join(
                    "；",
                    assertThrows(GateClosed.class, () -> OrderAuthority.require(ORDER, office, Optional.empty(), day))
                            .obstacle()
                            .missing());
            assertTrue(missing.contains("示府〔2026〕3号") && missing.contains(day.toString()), missing);
        }
    }

    @Test
    void theAnswerNamesTheBureauThatMay() {
        Office county = new Office(null, OfficeKind.COUNTY_BUREAU, "示范县教育局", "990721", "示教", "shifan", "示范县");
        Office street = new Office(county, OfficeKind.TOWNSHIP, "文昌街道办事处", "990721001", "文", "shifan", "文昌");
        assertTrue(assertThrows(GateClosed.class, () -> OrderAuthority.require(ORDER, street, Optional.empty(), DAY))
                .obstacle()
                .missing()
                .get(1)
                .contains("示范县教育局"));
    }

    @Test
    void aDevelopmentZonesBureauIsNotTheCountys() {
        Office zone = new Office(null, OfficeKind.COUNTY_BUREAU, "东侨经济技术开发区教育局", "990722", "东侨", "ningde", "东侨");
        Form order = form("national/schooling-order");
        assertThrows(GateClosed.class, () -> OrderAuthority.require(order, zone, Optional.empty(), DAY));
        zone.withOrderPower(new OrderPower("授权决定", Optional.of(DAY), Optional.empty()));
        assertDoesNotThrow(() -> OrderAuthority.require(order, zone, Optional.empty(), DAY));
    }

    @Test
    void otherPapersAreNoOrders() {
        assertDoesNotThrow(() -> OrderAuthority.require(
                form("national/consultation-record"), township("文昌街道办事处"), Optional.empty(), DAY));
    }

    private static Office township(String name) {
        return new Office(null, OfficeKind.TOWNSHIP, name, "360799001", "文", "shifan", "文昌");
    }

    private static Form form(String id) {
        return FORMS.form(FormId.parse(id)).orElseThrow();
    }

    @Test
    void theCityOrdersForItsOwnSchoolsAlone() {
        Office city = new Office(null, OfficeKind.CITY, "示范市教育局", "9907", "示市教", "shifan", "示范市");
        Office county = new Office(city, OfficeKind.COUNTY_BUREAU, "示范县教育局", "990721", "示教", "shifan", "示范县");
        Optional<Office> own =
                Optional.of(new Office(city, OfficeKind.SCHOOL, "示范市实验学校", "990700001", "市实", "shifan", "示范市"));
        Optional<Office> countys =
                Optional.of(new Office(county, OfficeKind.SCHOOL, "示范县一小", "990721001", "县小", "shifan", "示范县"));
        Form order = form("national/schooling-order");
        assertDoesNotThrow(() -> OrderAuthority.require(order, city, own, DAY));
        assertTrue(assertThrows(GateClosed.class, () -> OrderAuthority.require(order, city, countys, DAY))
                .obstacle()
                .missing()
                .get(0)
                .contains("市属学校"));
        assertThrows(GateClosed.class, () -> OrderAuthority.require(ORDER, city, own, DAY), "限期返校 is the township's");
        assertDoesNotThrow(() -> OrderAuthority.require(order, county, countys, DAY));
    }
}
