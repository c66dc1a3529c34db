package org.guixue.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.person.RegistryDesk;
import org.guixue.sheet.Draft;
import org.guixue.sheet.DraftState;
import org.guixue.sheet.Ordered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a county wants 用印审批 for the table of a comparison, it goes that way. */
class ComparisonUnderApprovalTest {
    private static final Path SHIFAN = Path.of("forms/shifan/jurisdiction.json");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private Workshop.Bench bench;
    private ReconciliationDesk desk;
    private IssuingComparison issuing;
    private Caller clerk;

    @BeforeEach
    void wantApproval() throws IOException {
        String json = Files.readString(SHIFAN)
                .replaceFirst(
                        "\"adopts\": \\[",
                        "\"adopts\": [{\"form\": \"national/register-comparison\", \"approval\": true},");
        workshop.county().forms().learn("shifan", json.getBytes(StandardCharsets.UTF_8));
        bench = workshop.bench();
        clerk = workshop.county().clerk();
        desk = new ReconciliationDesk(
                new RegistryDesk(workshop.county().database(), bench.identifiers, workshop.clock()));
        issuing = new IssuingComparison(
                desk.reconciliations,
                desk.settling,
                desk.paper,
                workshop.county().forms(),
                bench.issuing,
                bench.approving,
                bench.offices,
                workshop.clock());
    }

    @AfterEach
    void wantNone() throws IOException {
        workshop.county().forms().learn("shifan", Files.readAllBytes(SHIFAN));
    }

    private long compared() {
        return desk.compared(
                clerk,
                "学籍系统",
                ReconciliationDesk.list("姓名,出生日期,年级", "审批生" + System.nanoTime() % 1000 + ",2015-03-05,五年级"));
    }

    private Reconciliation found(long id) {
        desk.desk.entities.clear();
        return desk.reconciliations.find(id, clerk);
    }

    @Test
    void isHandedInAndIssuedOnceItIsApproved() {
        long id = compared();

        Ordered asked = issuing.issue(clerk, id);
        Draft waiting = asked.waiting().orElseThrow();
        assertEquals(Optional.empty(), asked.issued());
        assertEquals(DraftState.SUBMITTED, waiting.state());
        assertEquals(ReconciliationState.OPEN, found(id).state());
        assertEquals(
                waiting.id(), issuing.issue(clerk, id).waiting().orElseThrow().id(), "asked twice");
        assertTrue(issuing.waiting(found(id)).isPresent());

        Instrument paper = workshop.bench()
                .approving
                .approve(
                        workshop.county().approver(),
                        waiting.id(),
                        waiting.submission().orElseThrow().digest().hex());
        issuing.noteApproval(found(id));

        assertEquals(ReconciliationState.ISSUED, found(id).state());
        assertEquals(paper.id(), found(id).instrument().orElseThrow());
    }

    @Test
    void whatIsSettledAfterwardsIsHandedInAnew() {
        long id = compared();
        long first = issuing.issue(clerk, id).waiting().orElseThrow().id();
        desk.settling.kind(clerk, id, FindingKind.ONLY_THERE, "", Taken.HERE, "");
        assertEquals(Optional.empty(), issuing.waiting(found(id)));
        assertTrue(first != issuing.issue(clerk, id).waiting().orElseThrow().id());
    }
}
