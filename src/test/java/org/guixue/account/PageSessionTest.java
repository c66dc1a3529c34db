package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.junit.jupiter.api.Test;

class PageSessionTest {
    private static final Instant SIGN_IN = Instant.parse("2026-11-22T00:00:00Z");

    private final Account account = new Account("clerk", "", "李文静", Role.CLERK, new Scope(1, "/1/"));

    @Test
    void endsTwelveHoursAfterTheSignInHoweverBusy() {
        PageSession.Ticket ticket = new PageSession.Ticket(1, account.version(), SIGN_IN);
        assertTrue(ticket.fits(account, SIGN_IN.plus(Duration.ofHours(12)).minusMillis(1)));
        assertFalse(ticket.fits(account, SIGN_IN.plus(Duration.ofHours(12))));
    }

    @Test
    void endsWithAnotherVersionOfTheAccount() {
        assertFalse(new PageSession.Ticket(1, account.version() + 1, SIGN_IN).fits(account, SIGN_IN));
    }

    @Test
    void endsAfterThirtyIdleMinutes() throws Exception {
        String webXml = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
        assertEquals("30", webXml.replaceAll("(?s).*<session-timeout>\\s*(\\d+)\\s*</session-timeout>.*", "$1"));
    }

    @Test
    void letsAPasswordThatWasHandedOutLapse() {
        account.handOut("", SIGN_IN);
        assertFalse(account.lapsed(SIGN_IN));
        assertTrue(account.lapsed(SIGN_IN.plusSeconds(1)));
        account.changePassword("");
        assertFalse(account.lapsed(SIGN_IN.plusSeconds(1)));
    }
}
