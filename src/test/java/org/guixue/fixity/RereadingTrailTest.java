package org.guixue.fixity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.archive.Archive;
import org.guixue.archive.RegisterHead;
import org.guixue.audit.AuditHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RereadingTrailTest {
    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
        shelf.happened(300);
        shelf.happened(400);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private FixityRound kept() {
        return shelf.rounds.kept(FixityRound.TRAIL);
    }

    private void round(RereadingTrail walking) {
        Optional<Instant> before = kept().lastEndedAt();
        for (int steps = 0; kept().lastEndedAt().equals(before); steps++) {
            shelf.pass(Duration.ofSeconds(1));
            walking.step();
            assertTrue(steps < 100, "a round ends");
        }
    }

    @Test
    void walksAlongTheWholeTrailAndAgainADayLater() {
        RereadingTrail walking = shelf.walking();
        round(walking);
        assertEquals(700, kept().lastUnits());
        assertEquals(List.of(), shelf.open(FixityRound.TRAIL));
        walking.step();
        assertEquals(Optional.empty(), kept().beganAt());
        shelf.happened(10);
        shelf.pass(Duration.ofDays(1));
        round(walking);
        assertEquals(710, kept().lastUnits());
    }

    @Test
    void namesEveryChangedEventUntilItIsAsItWas() {
        shelf.database.execute(
                "update audit_event set account = 99 where id = (select event_id from audit_link where number = 20)",
                "update audit_event set account = 98 where id = (select event_id from audit_link where number = 600)");
        RereadingTrail walking = shelf.walking();
        round(walking);
        assertEquals(
                List.of("EVENT_CHANGED link 20", "EVENT_CHANGED link 600"),
                shelf.open(FixityRound.TRAIL).stream().sorted().toList());
        assertEquals(700, kept().lastUnits());
        shelf.database.execute(
                "update audit_event set account = 20 where id = (select event_id from audit_link where number = 20)",
                "update audit_event set account = 300 where id = (select event_id from audit_link where number = 600)");
        shelf.entities.clear();
        walking.soon();
        round(walking);
        assertEquals(List.of(), shelf.open(FixityRound.TRAIL));
    }

    @Test
    void namesATrailThatWasCutOff() {
        AuditHead head = shelf.chainer.head();
        shelf.archive.writeHeads(
                LocalDate.of(2026, 11, 22), new RegisterHead(Archive.AUDIT, head.length(), head.head()));
        shelf.database.execute("delete from audit_link where number > 650");
        round(shelf.walking());
        assertEquals(List.of("CUT_OFF link 651"), shelf.open(FixityRound.TRAIL));
    }

    @Test
    void goesOnAfterARestart() {
        RereadingTrail walking = shelf.walking();
        walking.step();
        shelf.pass(Duration.ofSeconds(31));
        walking.step();
        assertEquals(500, kept().units());
        round(shelf.walking());
        assertEquals(700, kept().lastUnits());
    }
}
