package org.guixue.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.junit.jupiter.api.Test;

/** A preview went with its session: whoever signed in again was told that something conflicted. */
class WaitingFilesTest {
    private static final String OFFICES = "/admin/offices/import";

    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private final WaitingFiles files = new WaitingFiles(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private static Caller caller(long account) {
        return new Caller(
                account, "bureau" + account, "管理员", Role.BUREAU, new Scope(1, "/1/"), false, false, "127.0.0.1");
    }

    private void keep(long account, String name) {
        files.keep(caller(account), OFFICES, new WaitingFiles.Waiting(name, new byte[0], "", now));
    }

    private Optional<String> found(long account) {
        return files.find(caller(account), OFFICES).map(WaitingFiles.Waiting::name);
    }

    @Test
    void waitsForItsAccountAloneWhateverTheSession() {
        keep(1, "一.xlsx");
        keep(2, "二.xlsx");
        assertEquals(Optional.of("一.xlsx"), found(1));
        assertEquals(Optional.of("二.xlsx"), found(2));
        assertTrue(files.find(caller(1), "/admin/accounts/import").isEmpty(), "each import has a place of its own");
    }

    @Test
    void goesWhenItWasTakenInReplacedOrADayOld() {
        keep(1, "一.xlsx");
        keep(1, "改正.xlsx");
        assertEquals(Optional.of("改正.xlsx"), found(1));
        now = now.plus(Duration.ofHours(25));
        assertTrue(found(1).isEmpty());
        keep(1, "三.xlsx");
        files.forget(caller(1), OFFICES);
        assertTrue(found(1).isEmpty());
    }

    @Test
    void theLongestWaitingMakesRoom() {
        for (long account = 1; account <= 17; account++) {
            keep(account, account + ".xlsx");
        }
        assertFalse(found(1).isPresent());
        assertTrue(found(17).isPresent());
    }
}
