package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.casefile.GateClosed;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Subject;
import org.guixue.office.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A city orders for the children of its own schools alone. */
class CityOrderTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    private WorkshopCounty county;
    private Workshop.Bench bench;

    @BeforeEach
    void sitDown() {
        county = workshop.county();
        bench = workshop.bench();
    }

    /** 海教综〔2020〕18号: 市属学校 report to the city, whose bureau once could not order. */
    @Test
    void theCitysBureauOrdersForTheChildrenOfItsOwnSchools() {
        Office city = county.bureau().atOrAbove(OfficeKind.CITY).orElseThrow();
        county.enrol(city);
        Caller orders = WorkshopCounty.caller(71, "市局经办", Role.BUREAU, city, false);
        long child = bench.child(county.third()).id();
        long caseId = bench.transactions.run(() -> bench.caseActs
                .casework
                .open(orders, child, workshop.today(), "未返校")
                .id());
        FormId form = FormId.parse("national/schooling-order");
        Map<String, Object> values = Map.of("days", 7, "efforts", "学校三次入户劝返");
        IssueOrder ofTheCountys = new IssueOrder(form, subject(bench, caseId), values);
        GateClosed refused = assertThrows(GateClosed.class, () -> bench.check.check(orders, ofTheCountys));
        assertTrue(refused.obstacle().missing().get(0).contains("市属学校"), refused.obstacle()::toString);
        reportTo(Long.toString(city.id()));
        try {
            Workshop.Bench now = workshop.bench();
            assertEquals(
                    city.id(),
                    now.check
                            .check(orders, new IssueOrder(form, subject(now, caseId), values))
                            .issuer()
                            .id());
        } finally {
            reportTo("null");
        }
    }

    private void reportTo(String office) {
        county.database()
                .execute("update office set reports_to_id = %s where id = %d"
                        .formatted(office, county.third().id()));
    }

    private static Subject subject(Workshop.Bench bench, long caseId) {
        return bench.transactions.run(
                () -> Subject.of(bench.caseActs.cases.find(caseId).orElseThrow()));
    }
}
