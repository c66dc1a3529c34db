package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Unavailable;
import org.guixue.access.Caller;
import org.guixue.form.FormId;
import org.guixue.instrument.Approved;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Subject;
import org.guixue.office.Office;
import org.guixue.signing.KeySafe;
import org.junit.jupiter.api.Test;

/** Issuing, with something that goes wrong between each of its steps. */
class IssuingTest extends IssuingDesk {
    private static final int LARGEST_NOTICE_BYTES = 76_000;

    @Test
    void issuesUnderConsecutiveNumbers() {
        Instrument one = issue();
        Instrument two = issue();
        assertEquals(InstrumentState.ISSUED, one.state());
        assertEquals(one.facts().serial().number() + 1, two.facts().serial().number());
        assertTrue(one.pages() > 0);
        assertSealed(one, 1);
        assertSealed(two, 1);
        assertEquals(List.of(), workshop.archive().check(List.of()));
    }

    /** Half a million papers a year lie in an archive: what a notice weighs is measured with its template and its seal. */
    @Test
    void aSealedNoticeIsSmall() {
        int bytes = workshop.archive().read(issue().archivalNumber()).length;
        assertTrue(bytes <= LARGEST_NOTICE_BYTES, "a sealed notice has " + bytes + " bytes");
    }

    @Test
    void staysReservedWhereSealingThrowsAndIsSealedLaterUnderItsNumber() {
        bench.beforeSealing.add(() -> workshop.address(Optional.empty()));
        Instrument reserved = issue();
        assertReserved(reserved, 1);
        workshop.address(Optional.of(URI.create("https://school.example/")));
        assertSealedLater(bench, reserved);
    }

    @Test
    void waitsTwiceAsLongAfterEachFailure() {
        bench.beforeSealing.add(() -> workshop.address(Optional.empty()));
        Instrument reserved = issue();
        assertFalse(isDue(reserved, Duration.ofSeconds(1)));
        assertTrue(isDue(reserved, Duration.ofSeconds(2)));
        workshop.pass(Duration.ofSeconds(2));
        assertFalse(bench.sealer.seal(reserved.id()));
        assertFalse(isDue(reserved, Duration.ofSeconds(3)));
        assertTrue(isDue(reserved, Duration.ofSeconds(4)));
        assertEquals(2, find(bench, reserved).attempts());
        workshop.address(Optional.of(URI.create("https://school.example/")));
        assertSealedLater(bench, reserved);
    }

    @Test
    void staysReservedWhereTheArchiveHasStoppedAndNothingMoreIsNumbered() {
        bench.beforeSealing.add(workshop.archive()::close);
        Instrument reserved = issue();
        assertReserved(reserved, 1);
        long before = bench.papers();
        IssueOrder next = notice(county.first());
        assertThrows(Unavailable.class, () -> bench.issuing.issue(clerk, next, NO_KEY));
        assertEquals(before, bench.papers());
        workshop.openArchiveAgain();
        assertSealedLater(workshop.bench(), reserved);
    }

    @Test
    void staysReservedWhereTheDiskRefuses() throws IOException {
        issue();
        Path staging = workshop.records().resolve(".staging");
        bench.beforeSealing.add(() -> inTheWay(staging));
        Instrument reserved = issue();
        assertReserved(reserved, 1);
        assertTrue(workshop.archive().stopped());
        Files.delete(staging);
        workshop.openArchiveAgain();
        assertSealedLater(workshop.bench(), reserved);
        assertEquals(List.of(), workshop.archive().check(List.of()));
    }

    @Test
    void staysReservedWhereTheKeyIsRevokedMeanwhile() throws IOException {
        Office second = county.second();
        KeySafe safe = county.safe();
        bench.beforeSealing.add(() -> revoke(safe, second));
        IssueOrder order = notice(second);
        Instrument reserved = bench.issuing.issue(county.secondClerk(), order, NO_KEY);
        safe.keys().orElseThrow().enrol(safe.authority(), second.code(), second.name());
        assertReserved(reserved, 1);
        assertTrue(reserved.lastFault().orElseThrow().contains("revoked"), reserved.lastFault()::toString);
        assertSealedLater(bench, reserved);
    }

    @Test
    void confirmsOnceMoreWhereAnotherHoldsTheRow() throws SQLException {
        try (Connection other = county.database().connect()) {
            county.lockWaitSeconds(1);
            bench.beforeConfirming.add(() -> hold(other));
            bench.afterRollback.add(() -> letGo(other));
            Instrument issued = issue();
            assertTrue(bench.afterRollback.isEmpty(), "nothing was taken back");
            assertEquals(InstrumentState.ISSUED, issued.state());
            assertEquals(0, issued.attempts());
            assertSealed(issued, 1);
        } finally {
            county.lockWaitSeconds(20);
        }
    }

    @Test
    void answersWithTheReservedPaperWhereNotEvenTheFailureCanBeNoted() {
        bench.beforeConfirming.add(() -> {
            throw new PersistenceException("meant to fail");
        });
        bench.beforePostponing.add(() -> {
            throw new PersistenceException("meant to fail");
        });
        Instrument reserved = issue();
        assertReserved(reserved, 0);
        workshop.pass(Duration.ofMinutes(1));
        assertFalse(bench.sealer.seal(reserved.id()), "the lease has not lapsed");
        assertSealedLater(bench, reserved);
    }

    @Test
    void givesTheNumberBackWhereTheReservationFails() {
        Instrument before = issue();
        long papers = bench.papers();
        IssueOrder order = notice(county.first());
        Checked checked = bench.check.check(clerk, order);
        assertThrows(
                IllegalStateException.class,
                () -> bench.issuing.issueApproved(checked, order, new Failing(clerk), "key-of-nothing"));
        assertEquals(papers, bench.papers());
        Instrument after = issue();
        assertEquals(
                before.facts().serial().number() + 1, after.facts().serial().number());
        assertEquals(Integer.parseInt(lastPart(before)) + 1, Integer.parseInt(lastPart(after)));
    }

    @Test
    void numbersNothingWhoseFormAsksForAnApproval() {
        long papers = bench.papers();
        IssueOrder order = new IssueOrder(
                FormId.parse("shifan/enrolment-certificate"),
                Subject.of(bench.child(county.first())),
                Map.of("purpose", "申请临时救助"));
        assertThrows(Conflict.class, () -> bench.issuing.issue(clerk, order, NO_KEY));
        Checked checked = bench.check.check(clerk, order);
        assertThrows(Conflict.class, () -> bench.reserving.reserve(checked, Optional.empty(), NO_KEY, order.digest()));
        assertEquals(papers, bench.papers());
    }

    private boolean isDue(Instrument paper, Duration later) {
        return workshop.bench()
                .instruments
                .dueForSealing(workshop.now().plus(later), 50)
                .contains(paper.id());
    }

    private static String lastPart(Instrument paper) {
        return paper.archivalNumber().toString().replaceFirst(".*-", "");
    }

    private static void inTheWay(Path folder) {
        try {
            Files.delete(folder);
            Files.createFile(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void revoke(KeySafe safe, Office office) {
        try {
            safe.authority().revoke(safe.key(office.code()).certificate());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hold(Connection other) {
        try (Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("update instrument set attempts = attempts where state = 'RESERVED'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void letGo(Connection other) {
        try {
            other.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails as the last thing of a reservation. */
    private record Failing(Caller approver) implements Approval {
        @Override
        public Approved confirm(Presented shown, Instant at) {
            return new Approved(approver.account(), approver.displayName(), at, at);
        }

        @Override
        public void issued(Instrument instrument) {
            throw new IllegalStateException("meant to fail");
        }
    }
}
