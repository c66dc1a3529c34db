package org.guixue.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.archive.Act;
import org.guixue.archive.Event;
import org.guixue.casefile.Case;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Situation;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.person.Student;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A notice for a child of the first school, who receives it, and what register and case say of that. */
abstract class DeliveryCourse {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    Workshop.Bench bench;
    WorkshopCounty county;
    Caller clerk;
    Student child;
    LocalDate monday;

    @BeforeEach
    void sitDown() {
        bench = workshop.bench();
        county = workshop.county();
        clerk = county.clerk();
        child = bench.child(county.first());
        monday = workshop.today();
    }

    Instrument notice() {
        return bench.issuing.issue(
                clerk,
                new IssueOrder(
                        FormId.parse("shangtianti/persuasion-notice"),
                        Subject.of(child),
                        Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访")),
                Optional.empty());
    }

    Case opened() {
        return bench.caseActs.casework.open(clerk, child.id(), monday.minusDays(7), "未返校");
    }

    DeliveryDetails said(DeliveryOutcome outcome, String reason, Long... proofs) {
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

    Delivering.Recorded deliver(Instrument paper, DeliveryOutcome outcome, Long... proofs) {
        return bench.delivering.deliver(clerk, paper.id(), said(outcome, "", proofs));
    }

    InstrumentState state(Instrument paper) {
        bench.entities.clear();
        return bench.instruments.find(paper.id()).orElseThrow().state();
    }

    List<Event> register(Instrument paper) {
        return workshop.archive().history(paper.archivalNumber()).lines().stream()
                .map(line -> line.event())
                .filter(event -> event.act() == Act.DELIVERY)
                .toList();
    }

    List<CaseEvent> received(Case found) {
        return bench.caseActs.cases.history(found.id()).holding(workshop.now().plusSeconds(1)).stream()
                .filter(event -> event.kind() == EventKind.NOTICE_RECEIVED)
                .toList();
    }

    Optional<LocalDate> clock(Case found) {
        return bench.caseActs
                .cases
                .history(found.id())
                .on(workshop.today(), workshop.now().plusSeconds(1))
                .flatMap(Situation::noticeReceived);
    }
}
