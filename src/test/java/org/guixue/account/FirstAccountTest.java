package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Installations;
import org.guixue.office.Offices;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstAccountTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Logger LOG = Logger.getLogger(FirstAccount.class.getName());
    private static final String GIVEN = "b1e7c0ffee77aa11d00dfeed";

    private final HouseDatabase house = HouseDatabase.inMemory();
    private final EntityManager entities = house.entities();
    private final Identifiers identifiers = house.identifiers();
    private final Transactions transactions = HouseDatabase.transactions(entities);
    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords = new Passwords(random);
    private final Offices offices = new Offices(entities, identifiers);
    private final Accounts accounts = new Accounts(entities, passwords, offices, identifiers);
    private final Installations installations = new Installations(entities, CLOCK, random);
    private final FirstAccount first = new FirstAccount(
            accounts,
            passwords,
            offices,
            installations,
            transactions,
            new HouseTrail(
                    new AuditTrail(entities, identifiers, new AuditWriter(entities, transactions, identifiers)), CLOCK),
            CLOCK,
            random);
    private final List<String> said = new ArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line.getMessage());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void begin() {
        LOG.addHandler(listening);
        transactions.perform(() -> installations.begin(false, Duration.ZERO));
    }

    @AfterEach
    void close() {
        LOG.removeHandler(listening);
        entities.close();
        house.close();
    }

    private void open(Optional<String> given) {
        first.open("bureau", "管理员", given);
    }

    private Account bureau() {
        return transactions.run(() -> accounts.byUsername("bureau").orElseThrow());
    }

    @Test
    void isMadeWheneverThereIsNone() {
        transactions.perform(() -> open(Optional.of(GIVEN)));
        assertTrue(passwords.fits(bureau().passwordHash(), GIVEN));
        assertTrue(bureau().mustChangePassword());
        assertEquals(List.of("first account: bureau waits for its first sign-in"), said);
    }

    @Test
    void isSaidAgainAfterAStartThatWasKilledBeforeItCouldSayIt() {
        open(Optional.of(GIVEN));
        said.clear();
        open(Optional.of(GIVEN));
        assertEquals(List.of("first account: bureau waits for its first sign-in"), said);
        assertEquals(1, transactions.run(accounts::count));
    }

    @Test
    void isLeftAloneByTheStartsAfterIt() {
        open(Optional.of(GIVEN));
        said.clear();
        open(Optional.of("another-that-this-start-made"));
        assertTrue(passwords.fits(bureau().passwordHash(), GIVEN));
        assertEquals(List.of(), said);
    }

    @Test
    void getsAPasswordOfItsOwnWhereNoneWasGiven() {
        open(Optional.empty());
        assertTrue(said.get(0).startsWith("one-time password of bureau: "), said.toString());
    }

    @Test
    void aLostPasswordIsResetOnTheMachineAndOnRecord() {
        open(Optional.of(GIVEN));
        transactions.perform(() -> accounts.changePassword(bureau().id(), "梧桐 铁壶 三更 海盐"));
        first.reset("bureau", Optional.of("7d1a9b3c5e7f00aa11bb22cc"));
        assertTrue(passwords.fits(bureau().passwordHash(), "7d1a9b3c5e7f00aa11bb22cc"));
        assertTrue(bureau().mustChangePassword());
        List<AuditEvent> trail = transactions.run(
                () -> entities.createQuery("select e from AuditEvent e order by e.happenedAt, e.id", AuditEvent.class)
                        .getResultList());
        assertEquals(
                List.of("{\"what\":\"first account\"}", "{\"what\":\"password reset on the machine\"}"),
                trail.stream().map(AuditEvent::detail).toList());
        assertThrows(IllegalStateException.class, () -> first.reset("nobody", Optional.of(GIVEN)));
    }

    @Test
    void bearsTheNameThatTheSetupSettled() {
        first.open("wangmin", "王敏", Optional.of(GIVEN));
        assertEquals("王敏", transactions.run(() -> accounts.byUsername("wangmin")
                .orElseThrow()
                .displayName()));
        assertEquals(List.of("first account: wangmin waits for its first sign-in"), said);
        assertFalse(transactions.run(() -> accounts.byUsername("bureau")).isPresent());
    }

    @Test
    void aDemoHomeHasItsOwn() {
        house.execute("update installation set demo = true");
        entities.clear();
        open(Optional.of(GIVEN));
        assertFalse(transactions.run(() -> accounts.byUsername("bureau")).isPresent());
    }
}
