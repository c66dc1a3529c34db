package org.guixue.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.guixue.Home;
import org.guixue.office.Installations;
import org.guixue.store.HouseClock;
import org.guixue.store.HouseDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupGaugeTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    @TempDir
    Path home;

    private final HouseDatabase database = HouseDatabase.inMemory();
    private EntityManager entities;

    @BeforeEach
    void open() {
        entities = database.entities();
    }

    @AfterEach
    void close() {
        entities.close();
        database.close();
    }

    private BackupGauge at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new BackupGauge(
                new HomeFiles(new Home(home)),
                new Installations(entities, clock, new SecureRandom()),
                new HouseClock(clock));
    }

    private void found(boolean demo) {
        entities.getTransaction().begin();
        new Installations(entities, Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom()).begin(demo, Duration.ZERO);
        entities.getTransaction().commit();
    }

    private Signal read(Instant now) {
        return at(now).read().get(0);
    }

    private void note(Instant ended, String verified, String result) throws Exception {
        Files.writeString(home.resolve("backup.json"), """
                {"began":"2026-11-29T20:00:00Z","ended":"%s","verified":%s,"to":"guixue-2026","bytes":123456789,"result":"%s",\
                "message":"the disk is full"}
                """.formatted(ended, verified, result));
    }

    @Test
    void aHomeThatWasNeverBackedUpIsWatchedForTwoDaysAndThenActedUpon() {
        found(false);
        assertEquals(Urgency.WATCH, read(NOW.plus(Duration.ofDays(1))).urgency());
        Signal late = read(NOW.plus(Duration.ofDays(3)));
        assertEquals(Urgency.ACT, late.urgency());
        assertEquals("deploy/backup --home " + home + " 备份文件夹", late.command());
    }

    @Test
    void aDemoIsWatchedOnly() {
        found(true);
        assertEquals(Urgency.WATCH, read(NOW.plus(Duration.ofDays(30))).urgency());
    }

    @Test
    void aVerifiedBackupIsFineForTwoDays() throws Exception {
        found(false);
        note(NOW, "\"2026-11-30T09:00:00Z\"", "ok");
        Signal fresh = read(NOW.plus(Duration.ofDays(1)));
        assertEquals(Urgency.FINE, fresh.urgency(), fresh.figure());
        assertEquals(NOW, fresh.since().orElseThrow());
        assertTrue(fresh.figure().contains("118 MB"), fresh.figure());
        assertEquals(Urgency.WATCH, read(NOW.plus(Duration.ofDays(3))).urgency());
        assertEquals(Urgency.ACT, read(NOW.plus(Duration.ofDays(9))).urgency());
    }

    @Test
    void oneThatWasNotVerifiedIsWatchedAndOneThatFailedActedUpon() throws Exception {
        found(false);
        note(NOW, "null", "ok");
        assertEquals(Urgency.WATCH, read(NOW).urgency());
        note(NOW, "null", "failed");
        Signal failed = read(NOW);
        assertEquals(Urgency.ACT, failed.urgency());
        assertTrue(failed.figure().contains("the disk is full"), failed.figure());
    }

    @Test
    void whatIsNoNoteSaysSo() throws Exception {
        found(false);
        Files.writeString(home.resolve("backup.json"), "{\"ended\":");
        assertEquals(Urgency.ACT, read(NOW).urgency());
        Files.writeString(home.resolve("backup.json"), "{}");
        assertEquals(Urgency.ACT, read(NOW).urgency());
        Files.writeString(home.resolve("backup.json"), "");
        assertEquals(Urgency.ACT, read(NOW).urgency());
    }
}
