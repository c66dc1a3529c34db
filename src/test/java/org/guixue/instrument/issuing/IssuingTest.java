package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guixue.Conflict;
import org.guixue.Sha256;
import org.guixue.Unavailable;
import org.guixue.access.Caller;
import org.guixue.archive.Archive;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Approved;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Subject;
import org.guixue.office.Office;
import org.guixue.signing.KeySafe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Issuing, with something that goes wrong between each of its steps. */
class IssuingTest {
    private static final Optional<String> NO_KEY = Optional.empty();
    private static final int LARGEST_NOTICE_BYTES = 76_000;
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(3);

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private WorkshopCounty county;
    private Workshop.Bench bench;
    private Caller clerk;

    @BeforeEach
    void sitDown() {
        county = workshop.county();
        bench = workshop.bench();
        clerk = county.clerk();
    }

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
    void adoptsTheFileThatWasArchivedAndNotConfirmed() {
        bench.beforeConfirming.add(() -> {
            throw new IllegalStateException("meant to fail");
        });
        Instrument reserved = issue();
        assertReserved(reserved, 1);
        byte[] lying = workshop.archive().lying(reserved.archivalNumber()).orElseThrow();
        Instrument issued = assertSealedLater(bench, reserved);
        assertEquals(Sha256.of(lying), issued.sha256().orElseThrow());
        assertTrue(issued.pages() > 0);
    }

    @Test
    void adoptsTheFileThatWasPublishedAndNotEntered() throws IOException {
        issue();
        Instrument reserved = reserve();
        byte[] lying = bench.papers.seal(reserved).file();
        lay(reserved, lying);
        workshop.openArchiveAgain();
        Instrument issued = assertSealedLater(workshop.bench(), reserved);
        assertEquals(Sha256.of(lying), issued.sha256().orElseThrow());
        assertEquals(List.of(), workshop.filesIn("quarantine"));
        assertEquals(List.of(), workshop.archive().check(List.of()));
    }

    @Test
    void entersTheCertificateThatSealedTheFileThoughTheOfficeHasGotAnother() throws Exception {
        issue();
        Instrument reserved = reserve();
        lay(reserved, bench.papers.seal(reserved).file());
        Office office = reserved.issuer();
        Sha256 sealedWith =
                Sha256.of(county.safe().key(office.code()).certificate().getEncoded());
        county.safe().keys().orElseThrow().enrol(county.safe().authority(), office.code(), office.name());
        workshop.openArchiveAgain();
        assertSealedLater(workshop.bench(), reserved);
        String entered = workshop.archive()
                .history(reserved.archivalNumber())
                .accession()
                .orElseThrow()
                .text();
        assertTrue(entered.contains(sealedWith.hex()), entered);
    }

    @Test
    void quarantinesTheSealedFileOfAnotherPaper() throws IOException {
        Instrument other = issue();
        assertIsQuarantined(workshop.archive().read(other.archivalNumber()));
    }

    @Test
    void quarantinesWhatIsNoPaperAtAll() throws IOException {
        issue();
        assertIsQuarantined("a letter that somebody laid here".getBytes(StandardCharsets.UTF_8));
    }

    private void assertIsQuarantined(byte[] foreign) throws IOException {
        Instrument reserved = reserve();
        lay(reserved, foreign);
        Instrument issued = assertSealedLater(bench, reserved);
        assertNotEquals(Sha256.of(foreign), issued.sha256().orElseThrow());
        List<Path> quarantined = workshop.filesIn("quarantine");
        assertEquals(1, quarantined.size());
        assertArrayEquals(foreign, Files.readAllBytes(quarantined.get(0)));
        assertEquals(List.of(), workshop.archive().check(List.of()));
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
    void answersTheSameKeyWithTheSamePaper() {
        IssueOrder order = notice(county.first());
        Instrument one = bench.issuing.issue(clerk, order, Optional.of("key-of-one"));
        long papers = bench.papers();
        Instrument again = workshop.bench().issuing.issue(clerk, order, Optional.of("key-of-one"));
        assertEquals(one.id(), again.id());
        assertEquals(papers, bench.papers());
        Instrument others = bench.issuing.issue(county.colleague(), order, Optional.of("key-of-one"));
        assertNotEquals(one.id(), others.id());
    }

    @Test
    void sealsTheReservedPaperWhenTheSameKeyComesAgain() {
        IssueOrder order = notice(county.first());
        bench.beforeSealing.add(() -> {
            throw new IllegalStateException("as if killed");
        });
        assertThrows(
                IllegalStateException.class, () -> bench.issuing.issue(clerk, order, Optional.of("key-of-a-kill")));
        long papers = bench.papers();
        Instrument again = workshop.bench().issuing.issue(clerk, order, Optional.of("key-of-a-kill"));
        assertEquals(InstrumentState.ISSUED, again.state());
        assertEquals(papers, bench.papers());
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        bench.issuing.issue(clerk, notice(county.first()), Optional.of("key-of-two"));
        long papers = bench.papers();
        IssueOrder other = notice(county.first());
        assertThrows(Conflict.class, () -> bench.issuing.issue(clerk, other, Optional.of("key-of-two")));
        assertThrows(Conflict.class, () -> bench.issuing.refuseUsed(clerk, "key-of-two"));
        bench.issuing.refuseUsed(clerk, "key-of-none");
        assertEquals(papers, bench.papers());
    }

    @Test
    void oneKeyAtTheSameTimeIsOnePaper() throws Exception {
        IssueOrder order = notice(county.first());
        long papers = bench.papers();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Instrument> request = () -> {
            Workshop.Bench own = workshop.bench();
            together.await();
            return own.issuing.issue(clerk, order, Optional.of("key-at-once"));
        };
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        try {
            Future<Instrument> one = clerks.submit(request);
            Future<Instrument> two = clerks.submit(request);
            assertEquals(one.get().id(), two.get().id());
            assertEquals(papers + 1, bench.papers());
            assertSealed(find(workshop.bench(), one.get()), 1);
        } finally {
            clerks.shutdown();
        }
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

    private IssueOrder notice(Office school) {
        return new IssueOrder(
                FormId.parse("shangtianti/persuasion-notice"),
                Subject.of(bench.child(school)),
                Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访"));
    }

    private Instrument issue() {
        return bench.issuing.issue(clerk, notice(county.first()), NO_KEY);
    }

    /** Numbered, and then nothing. */
    private Instrument reserve() {
        IssueOrder order = notice(county.first());
        long id = bench.reserving.reserve(bench.check.check(clerk, order), Optional.empty(), NO_KEY, order.digest());
        return bench.instruments.find(id).orElseThrow();
    }

    private boolean isDue(Instrument paper, Duration later) {
        return workshop.bench()
                .instruments
                .dueForSealing(workshop.now().plus(later), 50)
                .contains(paper.id());
    }

    private static Instrument find(Workshop.Bench at, Instrument paper) {
        return at.instruments.find(paper.id()).orElseThrow();
    }

    private void assertReserved(Instrument paper, int attempts) {
        assertEquals(InstrumentState.RESERVED, paper.state());
        assertEquals(attempts, paper.attempts());
        assertEquals(Optional.empty(), paper.sha256());
    }

    /** Under the number that it has, and with one line in the register. */
    private Instrument assertSealedLater(Workshop.Bench at, Instrument reserved) {
        workshop.pass(LONGER_THAN_A_LEASE);
        assertTrue(at.sealer.seal(reserved.id()));
        Instrument issued = find(at, reserved);
        assertEquals(reserved.serial(), issued.serial());
        assertEquals(reserved.archivalNumber(), issued.archivalNumber());
        assertSealed(issued, 1);
        return issued;
    }

    private void assertSealed(Instrument issued, int lines) {
        Archive archive = workshop.archive();
        assertEquals(InstrumentState.ISSUED, issued.state());
        byte[] file = archive.read(issued.archivalNumber());
        assertEquals(Sha256.of(file), issued.sha256().orElseThrow());
        assertTrue(county.safe().signatures().check(file).passed());
        assertEquals(lines, archive.history(issued.archivalNumber()).lines().size());
    }

    private static String lastPart(Instrument paper) {
        return paper.archivalNumber().toString().replaceFirst(".*-", "");
    }

    private void lay(Instrument paper, byte[] file) throws IOException {
        Path place = workshop.archive().pathOf(paper.archivalNumber());
        Files.createDirectories(place.getParent());
        Files.write(place, file);
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
