package org.guixue.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.PaperTrail;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.issuing.IssueOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clerk's notice names the head as its signatory, and no second person approves it. */
class ObjectionsTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    private Workshop.Bench bench;
    private WorkshopCounty county;
    private Caller head;
    private Instrument notice;

    @BeforeEach
    void issue() {
        bench = workshop.bench();
        county = workshop.county();
        head = county.approver();
        notice = bench.issuing.issue(
                county.clerk(),
                new IssueOrder(
                        FormId.parse("shangtianti/persuasion-notice"),
                        Subject.of(bench.child(county.first())),
                        Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访")),
                Optional.empty());
    }

    private Objections objections() {
        Clock clock = Clock.fixed(workshop.now(), Workshop.SHANGHAI);
        AuditTrail trail = new AuditTrail(
                bench.entities,
                bench.identifiers,
                new AuditWriter(bench.entities, bench.transactions, bench.identifiers));
        return new Objections(
                bench.entities,
                bench.transactions,
                bench.instruments,
                county.forms(),
                new PaperTrail(trail, clock),
                clock);
    }

    private boolean shownTo(Caller caller) {
        return objections().inNameOf(caller).stream().anyMatch(paper -> paper.id() == notice.id());
    }

    private List<String> told(Caller caller) {
        return bench.transactions.run(() -> objections().toldTo(caller).stream()
                .filter(each -> each.instrument().id() == notice.id())
                .map(Objection::reason)
                .toList());
    }

    @Test
    void theNamedSignatorySeesItTheSameDayAndNobodyElse() {
        assertTrue(shownTo(head));
        assertFalse(shownTo(county.clerk()));
        assertFalse(shownTo(county.otherApprover()));
        workshop.pass(Duration.ofDays(8));
        assertFalse(shownTo(head));
    }

    @Test
    void anObjectionIsRecordedAndToldToTheClerkAndTheBureau() {
        assertThrows(ValuesRefused.class, () -> objections().object(head, notice.id(), " "));
        objections().object(head, notice.id(), "没有见过这份通知书");
        assertEquals(List.of("没有见过这份通知书"), told(county.clerk()));
        assertEquals(List.of("没有见过这份通知书"), told(county.bureauClerk()));
        assertEquals(List.of(), told(county.secondClerk()));
        assertThrows(Conflict.class, () -> objections().object(head, notice.id(), "再说一次"));
        assertEquals(List.of("OBJECT"), bench.transactions.run(() -> bench.entities
                .createQuery(
                        "select e.act from AuditEvent e where e.subjectKind = 'instrument'"
                                + " and e.subjectId = :id and e.why = '没有见过这份通知书'",
                        String.class)
                .setParameter("id", String.valueOf(notice.id()))
                .getResultList()));
    }

    @Test
    void onlyTheNamedSignatoryMayObject() {
        assertThrows(Forbidden.class, () -> objections().object(county.clerk(), notice.id(), "我写的"));
        assertThrows(Forbidden.class, () -> objections().object(county.bureauClerk(), notice.id(), "不同意"));
    }
}
