package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.guixue.Conflict;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.Ledger;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.ValuesJson;
import org.guixue.sheet.Draft;
import org.guixue.sheet.DraftState;
import org.guixue.sheet.Ordered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a county wants 用印审批 for a ledger, it is handed in, approved and sealed as it was frozen when it was handed in. */
class LedgerUnderApprovalTest {
    private static final Path SHIFAN = Path.of("forms/shifan/jurisdiction.json");
    private static final AtomicInteger ACCOUNTS = new AtomicInteger(7000);

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private LedgerTable at;
    private Caller clerk;
    private Caller approver;
    private Ledger ledger;

    @BeforeEach
    void wantApproval() throws IOException {
        String json = Files.readString(SHIFAN)
                .replaceFirst(
                        "\"adopts\": \\[", "\"adopts\": [{\"form\": \"shifan/own-register\", \"approval\": true},");
        workshop.county().forms().learn("shifan", json.getBytes(StandardCharsets.UTF_8));
        at = new LedgerTable(workshop);
        clerk = at.clerk(at.school);
        approver = WorkshopCounty.caller(ACCOUNTS.incrementAndGet(), "郑雅琴", Role.CLERK, at.school, true);
        workshop.county().open(approver);
        ledger =
                workshop.county().forms().ledger(LedgerTable.REGISTER, "shifan").orElseThrow();
    }

    @AfterEach
    void wantNone() throws IOException {
        workshop.county().forms().learn("shifan", Files.readAllBytes(SHIFAN));
    }

    private Ordered submit() {
        return at.submitting.submit(clerk, ledger, at.school, at.month());
    }

    private Draft handIn() {
        Ordered ordered = submit();
        assertFalse(ordered.issued().isPresent());
        return ordered.waiting().orElseThrow();
    }

    private Instrument approve(Draft waiting) {
        return at.bench.approving.approve(
                approver,
                waiting.id(),
                waiting.submission().orElseThrow().digest().hex());
    }

    private List<Object> names(Instrument paper) {
        return LedgerTable.column(SubmittedLedgers.content(paper, ledger), "name");
    }

    @Test
    void isSealedWithTheRowsAsFrozenWhenItWasHandedIn() {
        String child = at.away(at.school).student().name();
        Draft waiting = handIn();
        assertEquals(DraftState.SUBMITTED, waiting.state());
        assertTrue(at.read(LedgerTable.REGISTER, at.school).latest().isEmpty());
        assertEquals(waiting.id(), handIn().id(), "the same asked twice");

        at.away(at.school);
        Instrument paper = approve(waiting);

        assertEquals(InstrumentState.ISSUED, paper.state());
        assertEquals(List.of(child), names(paper));
        assertEquals(1, at.read(LedgerTable.REGISTER, at.school).differences().size());
    }

    @Test
    void aCorrectionIsApprovedToo() {
        Instrument first = approve(handIn());
        assertThrows(Conflict.class, this::submit);
        String child = at.away(at.school).student().name();

        Draft waiting = handIn();
        assertEquals(
                1, at.submitted.of(LedgerTable.REGISTER, at.school, at.month()).size());
        Instrument second = approve(waiting);

        Map<String, Object> values = ValuesJson.read(second.valuesJson());
        assertEquals("更正" + first.serial(), values.get("corrects"));
        assertTrue(String.valueOf(values.get("changes")).contains("新增：" + child));
        assertEquals(List.of(child), names(second));
    }

    @Test
    void whatWasSentBackIsChangedAndHandedInAnew() {
        Draft first = handIn();
        at.bench.approving.sendBack(approver, first.id(), "漏报一名");
        String child = at.away(at.school).student().name();

        Draft second = handIn();

        assertEquals(second.id(), at.submitting.handedIn(own()).orElseThrow().id());
        assertTrue(at.bench.drafts.own(clerk, first.id()).isEmpty(), "the one that was sent back gives way");
        assertEquals(List.of(child), names(approve(second)));
        assertTrue(at.submitting.handedIn(own()).isEmpty());
    }

    @Test
    void nothingElseIsHandedInWhileItWaits() {
        handIn();
        at.away(at.school);
        Conflict refused = assertThrows(Conflict.class, this::submit);
        assertTrue(refused.getMessage().contains("林晓芳"), refused.getMessage());
    }

    @Test
    void nobodyTypesIntoWhatIsComputed() {
        Draft waiting = handIn();
        at.bench.approving.sendBack(approver, waiting.id(), "再核对");
        Caller owner = clerk;
        assertThrows(
                Conflict.class,
                () -> at.bench.drafts.save(owner, waiting.id(), Map.of("count", 7), OptionalInt.empty()));
        assertThrows(Conflict.class, () -> at.bench.approving.handIn(owner, waiting.id()));
    }

    private OwnLedger own() {
        return new OwnLedger(ledger, at.school, at.month());
    }
}
