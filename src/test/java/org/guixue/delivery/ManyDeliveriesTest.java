package org.guixue.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.office.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManyDeliveriesTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    private Workshop.Bench bench;
    private WorkshopCounty county;
    private Caller clerk;
    private ManyDeliveries many;
    private Undelivered undelivered;

    @BeforeEach
    void sitDown() {
        bench = workshop.bench();
        county = workshop.county();
        clerk = county.clerk();
        many = new ManyDeliveries(bench.byReceipt);
        undelivered = new Undelivered(bench.deliveries, Clock.fixed(workshop.now(), Workshop.SHANGHAI));
    }

    private Instrument notice() {
        return bench.issuing.issue(
                clerk,
                new IssueOrder(
                        FormId.parse("shangtianti/persuasion-notice"),
                        Subject.of(bench.child(county.first())),
                        Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访")),
                Optional.empty());
    }

    private DeliveryDetails taken(DeliveryOutcome outcome, String relation) {
        return new DeliveryDetails(
                Optional.of(workshop.today()),
                Optional.of(outcome),
                "王秀英",
                relation,
                List.of("林晓芳"),
                "",
                "",
                "",
                List.of());
    }

    private InstrumentState state(Instrument paper) {
        bench.entities.clear();
        return bench.instruments.find(paper.id()).orElseThrow().state();
    }

    @Test
    void oneThatIsRefusedKeepsBackNoOther() {
        Instrument first = notice();
        Instrument wrong = notice();
        Instrument last = notice();
        Map<Long, DeliveryDetails> all = new LinkedHashMap<>();
        all.put(first.id(), taken(DeliveryOutcome.GUARDIAN, ""));
        all.put(wrong.id(), taken(DeliveryOutcome.PROXY, "同学"));
        all.put(last.id(), taken(DeliveryOutcome.PROXY, "祖母（同住）"));
        all.put(Long.MAX_VALUE, taken(DeliveryOutcome.GUARDIAN, ""));
        List<ManyDeliveries.Outcome> outcomes = many.deliver(clerk, all);
        assertEquals(
                List.of(true, false, true, false),
                outcomes.stream().map(each -> each.recorded().isPresent()).toList());
        assertEquals("relation", outcomes.get(1).violations().get(0).field());
        assertEquals(InstrumentState.DELIVERED, state(first));
        assertEquals(InstrumentState.ISSUED, state(wrong));
        assertEquals(InstrumentState.DELIVERED, state(last));
    }

    @Test
    void whatNobodyHasDeliveredWaitsAtTheDeskOfItsOwnOffice() {
        List<Instrument> before = undelivered.of(clerk);
        Instrument paper = notice();
        assertEquals(before.size() + 1, undelivered.of(clerk).size());
        Task task = undelivered.waitingFor(clerk, workshop.today()).get(0);
        assertTrue(task.title().startsWith("送达"), task.title());
        assertTrue(undelivered.of(county.secondClerk()).stream().noneMatch(each -> each.id() == paper.id()));
        many.deliver(clerk, Map.of(paper.id(), taken(DeliveryOutcome.FAILED, "")));
        assertTrue(undelivered.waitingFor(clerk, workshop.today()).get(0).note().contains("上次没有送到"));
        many.deliver(clerk, Map.of(paper.id(), taken(DeliveryOutcome.GUARDIAN, "")));
        bench.entities.clear();
        assertEquals(before.size(), undelivered.of(clerk).size());
    }

    @Test
    void anInspectorRecordsNone() {
        Caller inspector = WorkshopCounty.caller(99, "督导", Role.INSPECTOR, county.bureau(), false);
        assertThrows(Forbidden.class, () -> many.deliver(inspector, Map.of()));
        assertTrue(undelivered.of(inspector).isEmpty());
    }
}
