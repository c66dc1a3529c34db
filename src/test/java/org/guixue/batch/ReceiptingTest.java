package org.guixue.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.delivery.DeliveringByReceipt;
import org.guixue.delivery.DeliveryDetails;
import org.guixue.delivery.DeliveryOutcome;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.person.Student;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 送达回证: one for the papers that go to one home together; completed once, it delivers each of them. */
class ReceiptingTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    private Workshop.Bench bench;
    private Caller clerk;
    private BatchBench desk;
    private Receipting receipting;
    private Student child;

    @BeforeEach
    void sitDown() {
        desk = new BatchBench(workshop);
        bench = desk.bench;
        clerk = workshop.county().clerk();
        receipting = new Receipting(
                bench.transactions,
                bench.instruments,
                bench.listed,
                bench.check,
                bench.issuing,
                bench.drafts,
                desk.preparing);
        child = bench.child(workshop.county().first());
    }

    private Instrument notice(Student about) {
        return bench.issuing.issue(
                clerk,
                new IssueOrder(
                        FormId.parse("shangtianti/persuasion-notice"),
                        Subject.of(about),
                        Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访")),
                Optional.empty());
    }

    private DeliveryDetails taken(DeliveryOutcome outcome, List<String> deliverers) {
        return new DeliveryDetails(
                Optional.of(workshop.today()), Optional.of(outcome), "王秀英", "", deliverers, "", "", "", List.of());
    }

    private InstrumentState state(Instrument paper) {
        bench.entities.clear();
        return bench.instruments.find(paper.id()).orElseThrow().state();
    }

    private Instrument receipt(Instrument... papers) {
        List<Receipting.Outcome> outcomes = receipting.issue(
                clerk, java.util.Arrays.stream(papers).map(Instrument::id).toList(), Optional.empty());
        assertEquals(1, outcomes.size());
        return outcomes.get(0).receipt().orElseThrow();
    }

    @Test
    void allPapersOfAChildStandOnOneAndAreDeliveredWithIt() {
        Instrument first = notice(child);
        Instrument second = notice(child);
        Instrument receipt = receipt(first, second);
        assertEquals(2, ((List<?>) ValuesJson.read(receipt.valuesJson()).get("papers")).size());
        assertEquals(receipt.id(), bench.listed.receiptOf(first).orElseThrow().id());
        DeliveringByReceipt.All all =
                bench.byReceipt.deliver(clerk, receipt.id(), taken(DeliveryOutcome.GUARDIAN, List.of("林晓芳")));
        assertEquals(2, all.papers().size());
        assertEquals(InstrumentState.DELIVERED, state(first));
        assertEquals(InstrumentState.DELIVERED, state(second));
        assertEquals(InstrumentState.DELIVERED, state(receipt));
        assertEquals(
                1,
                bench.deliveries
                        .of(bench.instruments.find(first.id()).orElseThrow())
                        .size());
    }

    @Test
    void whatWasDeliveredBeforeIsNotRecordedTwice() {
        Instrument first = notice(child);
        Instrument second = notice(child);
        Instrument receipt = receipt(first, second);
        bench.delivering.deliver(clerk, first.id(), taken(DeliveryOutcome.GUARDIAN, List.of("林晓芳")));
        DeliveringByReceipt.All all =
                bench.byReceipt.deliver(clerk, receipt.id(), taken(DeliveryOutcome.GUARDIAN, List.of("林晓芳")));
        assertEquals(1, all.papers().size());
        assertEquals(second.id(), all.papers().get(0).delivery().instrument().id());
    }

    @Test
    void whatIsRefusedNamesThePaper() {
        Instrument first = notice(child);
        Instrument receipt = receipt(first);
        ValuesRefused refused = assertThrows(
                ValuesRefused.class,
                () -> bench.byReceipt.deliver(clerk, receipt.id(), taken(DeliveryOutcome.GUARDIAN, List.of())));
        assertTrue(
                refused.violations().get(0).message().startsWith(first.serial()),
                refused.violations().toString());
        assertEquals(InstrumentState.ISSUED, state(receipt), "the receipt waits until all of it is true");
    }

    @Test
    void aTryThatFailedIsOneForEachAndTheyGoOutAgain() {
        Instrument first = notice(child);
        Instrument receipt = receipt(first);
        bench.byReceipt.deliver(clerk, receipt.id(), taken(DeliveryOutcome.FAILED, List.of("林晓芳")));
        assertEquals(InstrumentState.ISSUED, state(first));
        bench.byReceipt.deliver(clerk, receipt.id(), taken(DeliveryOutcome.GUARDIAN, List.of("林晓芳")));
        assertEquals(InstrumentState.DELIVERED, state(first));
    }

    @Test
    void eachChildHasItsOwn() {
        Student other = bench.child(workshop.county().first());
        Instrument first = notice(child);
        Instrument second = notice(other);
        List<Receipting.Outcome> outcomes =
                receipting.issue(clerk, List.of(first.id(), second.id()), Optional.of("k" + first.id()));
        assertEquals(2, outcomes.size());
        assertTrue(outcomes.stream().allMatch(outcome -> outcome.receipt().isPresent()), outcomes.toString());
        String prepared = receipting.begin(
                clerk, List.of(notice(child).id(), notice(other).id()));
        assertTrue(prepared.matches("/batches/\\d+/prepared"), prepared);
        long batch = Long.parseLong(prepared.split("/")[2]);
        bench.transactions.perform(
                () -> desk.batches.items(batch, ItemState.WAITING, 10).forEach(item -> {
                    assertEquals("", item.message(), "ready to be issued");
                    assertTrue(item.values().containsKey("papers"));
                }));
        String draft = receipting.begin(clerk, List.of(notice(child).id()));
        assertTrue(draft.matches("/drafts/\\d+"), draft);
    }

    @Test
    void refusesWhatStandsOnOneAlreadyWhatIsVoidAndWhatIsOutOfScope() {
        Instrument first = notice(child);
        Instrument receipt = receipt(first);
        Conflict listed =
                assertThrows(Conflict.class, () -> receipting.issue(clerk, List.of(first.id()), Optional.empty()));
        assertTrue(listed.getMessage().contains(receipt.serial()), listed.getMessage());
        bench.voiding.voidWith(clerk, receipt.id(), "写错");
        receipt(first);
        Instrument gone = notice(child);
        bench.voiding.voidWith(clerk, gone.id(), "写错");
        assertThrows(Conflict.class, () -> receipting.issue(clerk, List.of(gone.id()), Optional.empty()));
        Instrument own = notice(child);
        assertThrows(
                NotFound.class,
                () -> receipting.issue(workshop.county().secondClerk(), List.of(own.id()), Optional.empty()));
        assertThrows(ValuesRefused.class, () -> receipting.issue(clerk, List.of(), Optional.empty()));
    }

    @Test
    void moreThanTheFormHoldsIsRefused() {
        List<Long> seven = java.util.stream.Stream.generate(() -> notice(child).id())
                .limit(7)
                .toList();
        ValuesRefused refused =
                assertThrows(ValuesRefused.class, () -> receipting.issue(clerk, seven, Optional.empty()));
        assertTrue(refused.violations().get(0).message().contains("最多列6份"));
    }
}
