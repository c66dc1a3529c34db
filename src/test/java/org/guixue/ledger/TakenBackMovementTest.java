package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.calendar.Reporting;
import org.guixue.casefile.Case;
import org.guixue.casefile.RecordedEvent;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakenBackMovementTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    private LedgerTable at;

    @BeforeEach
    void lay() {
        at = new LedgerTable(workshop);
    }

    /** A return that was recorded by mistake and taken back: it stands in no register. */
    @Test
    void aMovementThatACorrectionTookBackStandsInNoRegister() {
        Case found = at.away(at.school, workshop.today().minusDays(20));
        Caller clerk = at.clerk(at.school);
        at.bench.caseActs.recording.record(clerk, found.id(), event(EventKind.CONFIRMED, 19, Map.of()));
        RecordedEvent returned = at.bench.caseActs.recording.record(
                clerk,
                found.id(),
                event(
                        EventKind.RETURNED,
                        5,
                        Map.of(Fact.GRADE, "三年级", Fact.SCHOOL_CLASS, "1班", Fact.CLASS_FORM, "随班就读")));
        at.bench.caseActs.correcting.correct(clerk, found.id(), returned.id(), Optional.empty(), "登记错了人");
        at.bench.entities.clear();

        ReadLedger read = at.reading.onRecord(
                at.ledger(FormId.parse("shangtianti/movement-register")),
                at.school,
                Reporting.of(Reporting.Kind.TERM, workshop.today()));
        assertEquals(List.of("辍学"), LedgerTable.column(read.content(), "kind"));
    }

    private CaseEvent event(EventKind kind, int daysAgo, Map<Fact, String> facts) {
        return CaseEvent.said(kind, workshop.today().minusDays(daysAgo), "入户核实", "补录", new Facts(facts), List.of());
    }
}
