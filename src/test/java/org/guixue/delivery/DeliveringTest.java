package org.guixue.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.archive.Act;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.Event;
import org.guixue.casefile.Case;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.evidence.ProofFile;
import org.guixue.evidence.ProofFiles;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.person.Student;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveringTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    private Workshop.Bench bench;
    private WorkshopCounty county;
    private Caller clerk;
    private Student child;
    private LocalDate monday;

    @BeforeEach
    void sitDown() {
        bench = workshop.bench();
        county = workshop.county();
        clerk = county.clerk();
        child = bench.child(county.first());
        monday = workshop.today();
    }

    private Instrument notice() {
        return bench.issuing.issue(
                clerk,
                new IssueOrder(
                        FormId.parse("shangtianti/persuasion-notice"),
                        Subject.of(child),
                        Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访")),
                Optional.empty());
    }

    private Case opened() {
        return bench.caseActs.casework.open(clerk, child.id(), monday.minusDays(7), "未返校");
    }

    private DeliveryDetails said(DeliveryOutcome outcome, String reason, Long... proofs) {
        return new DeliveryDetails(
                Optional.of(workshop.today()),
                Optional.of(outcome),
                outcome == DeliveryOutcome.PROXY ? "王秀英" : "",
                outcome == DeliveryOutcome.PROXY ? "祖母" : "",
                List.of("林晓芳", "陈建国"),
                outcome == DeliveryOutcome.LEFT ? "吴建新" : "",
                "",
                reason,
                List.of(proofs));
    }

    private Delivering.Recorded deliver(Instrument paper, DeliveryOutcome outcome, Long... proofs) {
        return bench.delivering.deliver(clerk, paper.id(), said(outcome, "", proofs));
    }

    private long picture(OptionalLong about) {
        ProofFile file = ProofFile.of(ProofFiles.png((int) child.id()), "现场.png");
        return bench.keepingEvidence.keep(clerk, file, about, false).id();
    }

    private InstrumentState state(Instrument paper) {
        bench.entities.clear();
        return bench.instruments.find(paper.id()).orElseThrow().state();
    }

    private List<Event> register(Instrument paper) {
        return workshop.archive().history(paper.archivalNumber()).lines().stream()
                .map(line -> line.event())
                .filter(event -> event.act() == Act.DELIVERY)
                .toList();
    }

    private List<CaseEvent> received(Case found) {
        return bench.caseActs.cases.history(found.id()).holding(workshop.now().plusSeconds(1)).stream()
                .filter(event -> event.kind() == EventKind.NOTICE_RECEIVED)
                .toList();
    }

    private Optional<LocalDate> clock(Case found) {
        return bench.caseActs
                .cases
                .history(found.id())
                .on(workshop.today(), workshop.now().plusSeconds(1))
                .flatMap(Situation::noticeReceived);
    }

    private void start() {
        workshop.openArchiveAgain();
        bench = workshop.bench();
        bench.entities.getTransaction().begin();
        bench.recovery.recover();
        bench.registering.catchUp();
        bench.entities.getTransaction().commit();
        bench.entities.clear();
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

    @Test
    void deliveryAndVoidAtOnceEndInOneOrder() throws Exception {
        for (int i = 0; i < 6; i++) {
            Case found = opened();
            Instrument paper = notice();
            Workshop.Bench one = workshop.bench();
            Workshop.Bench other = workshop.bench();
            CompletableFuture<Boolean> delivered = CompletableFuture.supplyAsync(() -> {
                try {
                    one.delivering.deliver(clerk, paper.id(), said(DeliveryOutcome.GUARDIAN, ""));
                    return true;
                } catch (Conflict e) {
                    return false;
                }
            });
            CompletableFuture<Boolean> voided = CompletableFuture.supplyAsync(() -> {
                other.voiding.voidWith(clerk, paper.id(), "姓名有误");
                return true;
            });
            assertTrue(voided.get(60, TimeUnit.SECONDS));
            boolean arrived = delivered.get(60, TimeUnit.SECONDS);
            assertEquals(InstrumentState.VOID, state(paper));
            assertEquals(arrived ? 1 : 0, register(paper).size());
            assertEquals(arrived ? 1 : 0, bench.deliveries.of(paper).size());
            assertEquals(Optional.empty(), clock(found), "a void notice starts no clock");
            child = bench.child(county.first());
        }
    }

    @Test
    void twoDeliveriesAtOnceAreOneAndAQuestion() throws Exception {
        Instrument paper = notice();
        List<Workshop.Bench> benches = List.of(workshop.bench(), workshop.bench());
        List<CompletableFuture<Boolean>> all = benches.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> {
                    try {
                        each.delivering.deliver(clerk, paper.id(), said(DeliveryOutcome.GUARDIAN, ""));
                        return true;
                    } catch (ValuesRefused e) {
                        return false;
                    }
                }))
                .toList();
        int recorded = 0;
        for (CompletableFuture<Boolean> each : all) {
            recorded += each.get(60, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertEquals(1, recorded);
        assertEquals(1, register(paper).size());
    }

    @Test
    void killedBeforeTheRegisterItsLineIsWrittenAtTheNextStart() {
        Instrument paper = notice();
        RegisteringDeliveries dead = new RegisteringDeliveries(null, null, null, null, null, null) {
            @Override
            void register(long id) {}
        };
        bench.delivering(dead).deliver(clerk, paper.id(), said(DeliveryOutcome.GUARDIAN, ""));
        assertEquals(List.of(), register(paper));
        start();
        assertEquals(1, register(paper).size());
        start();
        assertEquals(1, register(paper).size());
        assertEquals(InstrumentState.DELIVERED, state(paper));
    }

    @Test
    void whatTheDatabaseForgotIsReadBackFromTheRegister() {
        Instrument paper = notice();
        deliver(paper, DeliveryOutcome.FAILED);
        long id = deliver(paper, DeliveryOutcome.PROXY).delivery().id();
        for (String forgotten : List.of("Delivery d where d.instrument", "Instrument d where d")) {
            bench.transactions.perform(() -> forget(paper, forgotten));
            start();
            Instrument back =
                    bench.instruments.withArchivalNumber(paper.archivalNumber()).orElseThrow();
            assertEquals(InstrumentState.DELIVERED, back.state(), forgotten);
            List<Delivery> read = bench.deliveries.of(back);
            assertEquals(
                    List.of(DeliveryOutcome.FAILED, DeliveryOutcome.PROXY),
                    read.stream().map(Delivery::outcome).toList());
            assertEquals(Optional.of(monday), read.get(1).startsOn());
            assertEquals(id, read.get(1).id());
            assertEquals(2, register(paper).size());
        }
    }

    @Test
    void aDeliveryThatIsReadBackWritesItsEventIntoTheCaseAgainAndOnce() {
        Case found = opened();
        Instrument paper = notice();
        deliver(paper, DeliveryOutcome.GUARDIAN);
        bench.transactions.perform(() -> {
            forget(paper, "Delivery d where d.instrument");
            bench.entities
                    .createQuery("delete from RecordedEvent e where e.caseFile.id = :id and e.kind = :kind")
                    .setParameter("id", found.id())
                    .setParameter("kind", EventKind.NOTICE_RECEIVED)
                    .executeUpdate();
        });
        bench.entities.clear();
        assertEquals(Optional.empty(), clock(found));
        start();
        assertEquals(Optional.of(monday), clock(found));
        assertEquals("依归档登记簿补记", received(found).get(0).late());
        start();
        assertEquals(1, received(found).size());

        bench.transactions.perform(() -> forget(paper, "Delivery d where d.instrument"));
        start();
        assertEquals(1, received(found).size(), "the case still had it");
    }

    @Test
    void aDeliveryOfAVoidNoticeIsReadBackWithoutAnEvent() {
        Case found = opened();
        Instrument paper = notice();
        deliver(paper, DeliveryOutcome.GUARDIAN);
        workshop.pass(Duration.ofMinutes(1));
        bench.voiding.voidWith(clerk, paper.id(), "姓名有误");
        bench.transactions.perform(() -> {
            bench.entities
                    .createQuery("delete from Delivery d where d.instrument.id = :id")
                    .setParameter("id", paper.id())
                    .executeUpdate();
            bench.entities
                    .createQuery("delete from RecordedEvent e where e.caseFile.id = :id and e.kind <> :kind")
                    .setParameter("id", found.id())
                    .setParameter("kind", EventKind.OPENED)
                    .executeUpdate();
        });
        start();
        assertEquals(List.of(), received(found));
    }

    private void forget(Instrument paper, String which) {
        bench.entities
                .createQuery("delete from Delivery d where d.instrument.id = :id")
                .setParameter("id", paper.id())
                .executeUpdate();
        if (which.startsWith("Instrument")) {
            bench.entities
                    .createQuery("delete from Instrument i where i.id = :id")
                    .setParameter("id", paper.id())
                    .executeUpdate();
        } else {
            bench.entities
                    .createQuery("update Instrument i set i.state = :issued where i.id = :id")
                    .setParameter("issued", InstrumentState.ISSUED)
                    .setParameter("id", paper.id())
                    .executeUpdate();
        }
    }
}
