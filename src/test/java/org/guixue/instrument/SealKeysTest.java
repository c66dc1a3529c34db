package org.guixue.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.rendering.PublicAddress;
import org.guixue.signing.KeySafe;
import org.guixue.signing.ListAddress;
import org.guixue.signing.Passphrase;
import org.guixue.signing.ReadyKeys;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeysTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String CODE = "990721";

    @TempDir
    Path folder;

    private final HouseDatabase house = HouseDatabase.inMemory();
    private final EntityManager entities = house.entities();
    private final Identifiers identifiers = house.identifiers();
    private final Transactions transactions = HouseDatabase.transactions(entities);
    private final Offices offices = new Offices(entities, identifiers);
    private Office bureau;
    private KeySafe safe;
    private URI url = URI.create("http://127.0.0.1:8080/");
    private boolean chosen;
    private SealKeys seals;

    @BeforeEach
    void found() throws IOException {
        ReadyKeys.use();
        Path secret = Files.writeString(folder.resolve("passphrase"), "correct horse battery staple\n");
        Path home = folder.resolve("home");
        safe = KeySafe.open(
                home.resolve("keys"), Optional.of(Passphrase.read(secret, home)), () -> url, CLOCK, new SecureRandom());
        bureau = transactions.run(() -> offices.add(
                new Office(null, OfficeKind.COUNTY_BUREAU, "示范县教育局", CODE, "示教", "shifan", "示范县").withFonds("SF01")));
        seals = new SealKeys(
                safe,
                offices,
                new HouseTrail(
                        new AuditTrail(entities, identifiers, new AuditWriter(entities, transactions, identifiers)),
                        CLOCK),
                null,
                new PublicAddress() {
                    @Override
                    public URI url() {
                        return url;
                    }

                    @Override
                    public boolean chosen() {
                        return chosen;
                    }
                },
                transactions);
    }

    @AfterEach
    void close() {
        entities.close();
        house.close();
    }

    private X509Certificate certificate() {
        return safe.keys().orElseThrow().certificate(CODE).orElseThrow();
    }

    private Caller caller(Role role) {
        return new Caller(1, "bureau", "赵明", role, new Scope(bureau.id(), bureau.path()), false, false, "127.0.0.1");
    }

    private void revoke(Role role, String reason) {
        transactions.perform(() -> seals.revoke(caller(role), bureau.id(), reason));
    }

    @Test
    void makesNoKeyBeforeThePublicAddressIsKnown() {
        seals.enrolAll();
        assertFalse(safe.authority().exists());
        assertTrue(safe.keys().orElseThrow().lacks(CODE));
        chosen = true;
        url = URI.create("https://guixue.example.cn/");
        seals.enrolAll();
        assertFalse(ListAddress.isLoopback(certificate()));
    }

    @Test
    void issuesAnewWhatNamesTheMachineItselfOnceThePublicAddressIsNamed() throws IOException {
        chosen = true;
        seals.enrolAll();
        X509Certificate first = certificate();
        assertTrue(ListAddress.isLoopback(first));
        seals.enrolAll();
        assertEquals(first, certificate(), "a start alone changes nothing");
        url = URI.create("https://guixue.example.cn/");
        seals.enrolAll();
        X509Certificate second = certificate();
        assertFalse(ListAddress.isLoopback(second));
        assertEquals(List.of(first), safe.keys().orElseThrow().former(CODE));
        assertFalse(safe.anchor().crl().isRevoked(first), "what it sealed stays good");
        seals.enrolAll();
        assertEquals(second, certificate());
    }

    @Test
    void aBureauRevokesWhatWasStolenTheFormerKeysToo() throws IOException {
        chosen = true;
        seals.enrolAll();
        X509Certificate former = certificate();
        seals.enrol(List.of(bureau));
        X509Certificate present = certificate();
        assertThrows(Forbidden.class, () -> revoke(Role.CLERK, "电脑被盗"));
        assertThrows(ValuesRefused.class, () -> revoke(Role.BUREAU, " "));
        assertTrue(safe.keys().orElseThrow().has(CODE));
        revoke(Role.BUREAU, "电脑被盗");
        assertFalse(safe.keys().orElseThrow().has(CODE));
        assertTrue(safe.revokedAt(former).isPresent());
        assertTrue(safe.revokedAt(present).isPresent());
        assertThrows(Conflict.class, () -> revoke(Role.BUREAU, "电脑被盗"));
        seals.enrolAll();
        assertFalse(safe.keys().orElseThrow().has(CODE), "no start gives it a new one unasked");
        seals.enrol(List.of(bureau));
        assertTrue(safe.keys().orElseThrow().has(CODE));
    }
}
