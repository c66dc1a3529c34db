package org.guixue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.archive.Archive;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.Chainer;
import org.guixue.audit.HouseTrail;
import org.guixue.audit.Who;
import org.guixue.office.Installations;
import org.guixue.store.HouseClock;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts at one time after the other, on a real Derby. */
class OpenClockTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @TempDir
    Path folder;

    private final HouseDatabase house = HouseDatabase.inMemory();
    private final EntityManager entities = house.entities();
    private final Transactions transactions = HouseDatabase.transactions(entities);
    private final Identifiers identifiers = house.identifiers();
    private final AuditTrail trail =
            new AuditTrail(entities, identifiers, new AuditWriter(entities, transactions, identifiers));
    private final Map<String, String> set = new HashMap<>();
    private Archive archive;

    @BeforeEach
    void openArchive() {
        archive = Archive.open(folder.resolve("records"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        archive.close();
        entities.close();
        house.close();
    }

    private HouseClock start(Instant machine) {
        HouseClock clock = new HouseClock(Clock.fixed(machine, Workshop.SHANGHAI));
        Chainer chainer = new Chainer(entities, clock);
        OpenClock opening = new OpenClock(
                name -> Optional.ofNullable(set.get(name)),
                new Installations(entities, clock, new SecureRandom()),
                chainer,
                new HouseTrail(trail, clock),
                transactions,
                archive,
                clock);
        transactions.perform(opening::open);
        return clock;
    }

    private Chainer chainer() {
        return new Chainer(entities, Clock.systemUTC());
    }

    private void happens(Instant at) {
        transactions.perform(() -> trail.record(
                new AuditEvent(Who.stranger("", ""), at, AuditAct.SYSTEM, AuditSubject.NONE, 0, "", Map.of())));
        transactions.run(() -> chainer().chain());
    }

    private boolean holds() {
        return transactions.run(() -> chainer().check(List.of()).holds());
    }

    private void begin(boolean demo, HouseClock clock) {
        transactions.perform(() -> new Installations(entities, clock, new SecureRandom()).begin(demo, clock.shift()));
    }

    @Test
    void doesNotOpenBeforeTheLastEventButForAFewMinutes() {
        happens(MONDAY);
        assertEquals(MONDAY, start(MONDAY.minusSeconds(200)).instant());
        OpenClock.ClockBehind refused =
                assertThrows(OpenClock.ClockBehind.class, () -> start(MONDAY.minus(Duration.ofDays(1))));
        assertTrue(refused.getMessage().contains("2026-11-22T10:00+08:00"), refused.getMessage());
        assertTrue(refused.getMessage().contains("--accept-clock"), refused.getMessage());
    }

    @Test
    void countsWhatHasNoLinkYet() {
        transactions.perform(() -> trail.record(
                new AuditEvent(Who.stranger("", ""), MONDAY, AuditAct.SYSTEM, AuditSubject.NONE, 0, "", Map.of())));
        assertThrows(OpenClock.ClockBehind.class, () -> start(MONDAY.minusSeconds(4000)));
    }

    @Test
    void goesOnAfterAWrongDateOnceSomebodyGaveAReasonAndTheTrailStillHolds() {
        happens(MONDAY);
        happens(MONDAY.plus(Duration.ofDays(400)));
        transactions.perform(() -> trail.record(new AuditEvent(
                Who.stranger("", ""),
                MONDAY.plus(Duration.ofDays(401)),
                AuditAct.SYSTEM,
                AuditSubject.NONE,
                0,
                "",
                Map.of())));
        Instant right = MONDAY.plus(Duration.ofDays(1));
        set.put("guixue.accept.clock", "主板电池没电，时间跳到了2027年");
        assertEquals(right, start(right).instant());
        set.clear();
        happens(right.plusSeconds(60));
        assertTrue(holds());
        assertEquals(right.plusSeconds(90), start(right.plusSeconds(90)).instant());
        assertThrows(OpenClock.ClockBehind.class, () -> start(right.minusSeconds(600)));
        assertEquals(
                MONDAY.plus(Duration.ofDays(401)),
                transactions.run(() -> chainer().accepted()).orElseThrow().last());
    }

    @Test
    void aStepBackThatNobodyAcceptedStaysOdd() {
        happens(MONDAY);
        happens(MONDAY.minus(Duration.ofDays(1)));
        assertFalse(holds());
    }

    @Test
    void aDemoHomeStartsOnTheDayThatWasAskedForAndGoesOnFromThere() {
        set.put("guixue.today", "2026-09-01");
        HouseClock first = start(MONDAY);
        assertEquals(LocalDate.of(2026, 9, 1), LocalDate.now(first));
        begin(true, first);
        happens(first.instant());
        set.clear();
        assertEquals(LocalDate.of(2026, 9, 4), LocalDate.now(start(MONDAY.plus(Duration.ofDays(3)))));
        set.put("guixue.today", "2026-09-01");
        assertFalse(start(MONDAY.plus(Duration.ofDays(3)).minusSeconds(3600))
                .instant()
                .isBefore(first.instant()));
        set.put("guixue.today", "2026-08-31");
        assertThrows(OpenClock.ClockBehind.class, () -> start(MONDAY));
        set.put("guixue.today", "2026-10-01");
        assertEquals(LocalDate.of(2026, 10, 1), LocalDate.now(start(MONDAY)));
        set.clear();
        assertEquals(LocalDate.of(2026, 10, 1), LocalDate.now(start(MONDAY.plusSeconds(60))));
    }

    @Test
    void onlyADemoHomeHasADayOfItsOwn() {
        begin(false, new HouseClock(Clock.fixed(MONDAY, Workshop.SHANGHAI)));
        set.put("guixue.today", "2026-09-01");
        assertThrows(IllegalStateException.class, () -> start(MONDAY));
    }
}
