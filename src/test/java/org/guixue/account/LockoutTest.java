package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.guixue.Refused;
import org.junit.jupiter.api.Test;

class LockoutTest {
    private final Hand hand = new Hand();
    private final Lockout lockout = new Lockout(hand);

    @Test
    void locksAPairAfterFiveFailuresForAQuarterOfAnHour() {
        fail("clerk", "10.0.0.1", 4);
        assertDoesNotThrow(() -> lockout.check("clerk", "10.0.0.1"));
        fail("clerk", "10.0.0.1", 1);
        Refused refused = assertThrows(Refused.class, () -> lockout.check("clerk", "10.0.0.1"));
        assertEquals(Refused.Reason.LOCKED, refused.reason());
        hand.now = hand.now.plus(Duration.ofMinutes(15)).plusSeconds(1);
        assertDoesNotThrow(() -> lockout.check("clerk", "10.0.0.1"));
    }

    @Test
    void letsTheAccountInFromElsewhereAndOthersFromThere() {
        fail("clerk", "10.0.0.1", 5);
        assertDoesNotThrow(() -> lockout.check("clerk", "10.0.0.2"));
        assertDoesNotThrow(() -> lockout.check("township", "10.0.0.1"));
    }

    @Test
    void slowsAnAccountThatFailsFromManyAddressesButNeverLocksIt() {
        for (int i = 0; i < 200; i++) {
            lockout.failed("clerk", "10.0.1." + i);
        }
        assertEquals(Duration.ofSeconds(2), lockout.delay("clerk"));
        assertEquals(Duration.ZERO, lockout.delay("township"));
        assertDoesNotThrow(() -> lockout.check("clerk", "10.0.2.1"));
    }

    @Test
    void takesNoAddressForAPartOfAName() {
        fail("clerk 10.0.0.1", "10.0.0.9", 5);
        assertDoesNotThrow(() -> lockout.check("clerk", "10.0.0.1"));
    }

    @Test
    void forgetsThePairsFailuresAtSuccess() {
        fail("clerk", "10.0.0.1", 4);
        lockout.succeeded("clerk", "10.0.0.1");
        fail("clerk", "10.0.0.1", 4);
        assertDoesNotThrow(() -> lockout.check("clerk", "10.0.0.1"));
        assertTrue(lockout.delay("clerk").compareTo(Duration.ofSeconds(2)) <= 0);
    }

    private void fail(String username, String address, int times) {
        for (int i = 0; i < times; i++) {
            lockout.failed(username, address);
        }
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
