package org.guixue.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.access.OfficeKind;
import org.guixue.workbook.Workbook;
import org.junit.jupiter.api.Test;

/** What a row of a workbook says of an office's reporting and of its right to order. */
class OfficeRowTest {
    private final Office city = office(1, null, OfficeKind.CITY, "示范市教育局", "990700");
    private final Office county = office(2, city, OfficeKind.COUNTY_BUREAU, "示范县教育局", "990721");
    private final Office street = office(3, county, OfficeKind.TOWNSHIP, "文昌街道办事处", "990721001");

    private static Office office(long id, Office parent, OfficeKind kind, String name, String code) {
        Office office = new Office(parent, kind, name, code, "文", "shifan", "文昌").withFonds("F" + id);
        office.identify(id);
        return office;
    }

    private static OfficeRow row(String cells) {
        byte[] csv = ("单位名称,单位代码,报送单位,责令授权文件,责令授权起,责令授权止\n" + cells + "\n").getBytes(StandardCharsets.UTF_8);
        return new OfficeRow(
                Workbook.open(csv).table(OfficeSheet.HEADINGS).rows().next(), Map.of());
    }

    private List<String> changes(OfficeRow row) {
        return row.changes(OfficeDetails.of(street), row.over(street), street.allAbove());
    }

    @Test
    void namesTheOfficeItReportsToAndTheDocumentThatLetsItOrder() {
        OfficeRow row = row("文昌街道办事处,990721001,示范市教育局,示府〔2026〕3号,2026-09-01,2027-08-31");
        OfficeDetails now = row.over(street);
        assertEquals(OptionalLong.of(1), now.reportsTo());
        assertEquals(
                new OrderPower(
                        "示府〔2026〕3号", Optional.of(LocalDate.of(2026, 9, 1)), Optional.of(LocalDate.of(2027, 8, 31))),
                now.orderPower());
        assertEquals(
                List.of("责令授权文件：（空） → 示府〔2026〕3号", "责令授权期限：（空） → 2026-09-01至2027-08-31", "报送单位：（空） → 示范市教育局"),
                changes(row));
        assertEquals(List.of(), now.violations());
    }

    @Test
    void anotherOfficeToReportToIsAChangeAndABlankCellNone() {
        street.correct(row("文昌街道办事处,990721001,示范市教育局,,,").over(street));
        assertEquals(List.of("报送单位：示范市教育局 → 示范县教育局"), changes(row("文昌街道办事处,990721001,示范县教育局,,,")));
        assertEquals(List.of(), changes(row("文昌街道办事处,990721001,,,,")));
        assertEquals(1, street.reportsTo().orElseThrow().id());
    }

    @Test
    void aDayThatIsNoneAndADocumentWithoutADayAreRefused() {
        assertEquals(
                "orderFrom",
                row("文昌街道办事处,990721001,,某文件,九月,").violations().get(0).field());
        assertTrue(row("文昌街道办事处,990721001,,某文件,,").over(street).violations().stream()
                .anyMatch(violation -> violation.field().equals("orderFrom")));
        assertTrue(row("文昌街道办事处,990721001,,某文件,2026-09-01,2026-08-31").over(street).violations().stream()
                .anyMatch(violation -> violation.field().equals("orderUntil")));
    }
}
