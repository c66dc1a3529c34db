package org.guixue.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.Event;
import org.guixue.casefile.Case;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.Fact;
import org.guixue.evidence.ProofFile;
import org.guixue.evidence.ProofFiles;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.junit.jupiter.api.Test;

/** What a delivery asks, writes and starts. */
class DeliveringTest extends DeliveryCourse {
    private long picture(OptionalLong about) {
        ProofFile file = ProofFile.of(ProofFiles.png((int) child.id()), "现场.png");
        return bench.keepingEvidence.keep(clerk, file, about, false).id();
    }

    private static String fields(ValuesRefused refused) {
        return refused.violations().stream().map(Violation::field).collect(Collectors.joining(" "));
    }

    @Test
    void aDeliveredNoticeStartsTheClockInTheCase() {
        Case found = opened();
        Instrument paper = notice();
        Delivering.Recorded recorded = deliver(paper, DeliveryOutcome.GUARDIAN);
        assertTrue(recorded.startsClock());
        assertEquals(InstrumentState.DELIVERED, state(paper));
        assertEquals(Optional.of(monday), clock(found));
        CaseEvent event = received(found).get(0);
        assertEquals(OptionalLong.of(recorded.delivery().id()), event.facts().id(Fact.DELIVERY));
        Event line = register(paper).get(0);
        assertEquals(
                Map.of(
                        "delivery",
                        Long.toString(recorded.delivery().id()),
                        "on",
                        monday.toString(),
                        "outcome",
                        "GUARDIAN",
                        "starts",
                        monday.toString()),
                line.facts());
        assertEquals(
                ArchivedRecord.State.DELIVERED,
                workshop.archive().history(paper.archivalNumber()).state());
        assertEquals(
                1L,
                bench.entities
                        .createQuery(
                                "select count(e) from AuditEvent e where e.act = 'DELIVER' and e.subjectId = :id",
                                Long.class)
                        .setParameter("id", Long.toString(paper.id()))
                        .getSingleResult());
    }

    @Test
    void eachWayOfArrivingStartsItAndAFailedOneNothing() {
        long proof = picture(OptionalLong.of(child.id()));
        for (DeliveryOutcome outcome : DeliveryOutcome.values()) {
            child = bench.child(county.first());
            Case found = opened();
            Instrument paper = notice();
            Long[] proofs = outcome == DeliveryOutcome.LEFT || outcome == DeliveryOutcome.POST
                    ? new Long[] {picture(OptionalLong.empty())}
                    : new Long[0];
            assertEquals(outcome.arrived(), deliver(paper, outcome, proofs).startsClock(), outcome.name());
            assertEquals(outcome.arrived() ? Optional.of(monday) : Optional.empty(), clock(found), outcome.name());
            assertEquals(
                    outcome.arrived() ? InstrumentState.DELIVERED : InstrumentState.ISSUED,
                    state(paper),
                    outcome.name());
        }
        ValuesRefused refused = assertThrows(ValuesRefused.class, () -> deliver(notice(), DeliveryOutcome.LEFT, proof));
        assertEquals("photos", fields(refused));
    }

    @Test
    void whatFailedIsTriedAgainAndWhatArrivedOnlyForAReason() {
        Instrument paper = notice();
        deliver(paper, DeliveryOutcome.FAILED);
        workshop.pass(Duration.ofDays(1));
        deliver(paper, DeliveryOutcome.PROXY);
        ValuesRefused refused = assertThrows(ValuesRefused.class, () -> deliver(paper, DeliveryOutcome.GUARDIAN));
        assertEquals("reason", fields(refused));
        bench.delivering.deliver(clerk, paper.id(), said(DeliveryOutcome.GUARDIAN, "代收人没有转交"));
        assertEquals(
                List.of("FAILED", "PROXY", "GUARDIAN"),
                register(paper).stream()
                        .map(event -> event.facts().get("outcome"))
                        .toList());
        assertEquals(3, bench.deliveries.of(paper).size());
    }

    @Test
    void theFirstReceiptOfASpellStartsTheWeekUnlessItsNoticeIsVoid() {
        Case found = opened();
        Instrument first = notice();
        deliver(first, DeliveryOutcome.GUARDIAN);
        workshop.pass(Duration.ofDays(3));
        Instrument second = notice();
        assertFalse(deliver(second, DeliveryOutcome.GUARDIAN).startsClock());
        assertEquals(Optional.of(monday), clock(found));
        workshop.pass(Duration.ofMinutes(1));
        bench.voiding.voidWith(clerk, first.id(), "姓名有误");
        assertEquals(Optional.of(monday.plusDays(3)), clock(found));
    }

    @Test
    void aPaperOfNoCaseIsDeliveredAllTheSame() {
        assertTrue(deliver(notice(), DeliveryOutcome.GUARDIAN).startsClock());
    }

    @Test
    void whoMayDeliverWhat() {
        Instrument paper = notice();
        Caller inspector = WorkshopCounty.caller(77, "督导", Role.INSPECTOR, county.bureau(), false);
        DeliveryDetails details = said(DeliveryOutcome.GUARDIAN, "");
        assertThrows(Forbidden.class, () -> bench.delivering.deliver(inspector, paper.id(), details));
        assertThrows(NotFound.class, () -> bench.delivering.deliver(county.secondClerk(), paper.id(), details));
        bench.voiding.voidWith(clerk, paper.id(), "姓名有误");
        assertThrows(Conflict.class, () -> bench.delivering.deliver(clerk, paper.id(), details));
        bench.beforeSealing.add(() -> {
            throw new IllegalStateException("not sealed");
        });
        Instrument reserved = reserved();
        assertEquals(InstrumentState.RESERVED, reserved.state());
        assertThrows(Conflict.class, () -> deliver(reserved, DeliveryOutcome.GUARDIAN));
        assertEquals(List.of(), register(reserved));
    }

    private Instrument reserved() {
        assertThrows(IllegalStateException.class, this::notice);
        return bench.instruments.of(child.id(), clerk.scope()).stream()
                .filter(paper -> paper.state() == InstrumentState.RESERVED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void somebodyWhoIsNoGuardianOnTheRosterIsAskedAbout() {
        Instrument paper = notice();
        DeliveryDetails stranger = new DeliveryDetails(
                Optional.of(monday),
                Optional.of(DeliveryOutcome.GUARDIAN),
                "某某",
                "",
                List.of("林晓芳"),
                "",
                "",
                "",
                List.of());
        assertEquals(
                1,
                bench.delivering.deliver(clerk, paper.id(), stranger).warnings().size());
    }
}
