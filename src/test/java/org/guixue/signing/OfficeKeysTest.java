package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeKeysTest {
    @TempDir
    Path folder;

    private County county;

    @BeforeEach
    void found() throws IOException {
        county = County.copy(folder);
    }

    @Test
    void certifiesAnOfficeByName() throws Exception {
        X509Certificate certificate = county.keys().key(County.OFFICE).certificate();
        certificate.verify(county.authority().anchor().certificate().getPublicKey());
        assertEquals(
                "CN=示范县教育局,OU=360799-JY,C=CN",
                certificate.getSubjectX500Principal().getName());
        boolean[] usage = certificate.getKeyUsage();
        assertTrue(usage[0] && usage[1]);
        assertFalse(usage[5] || usage[6]);
        assertTrue(new String(
                        certificate.getExtensionValue(Extension.cRLDistributionPoints.getId()),
                        StandardCharsets.ISO_8859_1)
                .contains(County.CRL_URL));
    }

    @Test
    void keepsTheCertificateOfAKeyThatWasReplaced() throws IOException {
        X509Certificate first = county.keys().key(County.OFFICE).certificate();
        assertEquals(List.of(), county.keys().former(County.OFFICE));
        county.keys().enrol(county.authority(), County.OFFICE, "示范县教育和体育局");
        X509Certificate second = county.keys().certificate(County.OFFICE).orElseThrow();
        assertNotEquals(first, second);
        assertEquals(List.of(first), county.keys().former(County.OFFICE));
        assertTrue(county.keys().certificate("nobody").isEmpty());
    }

    @Test
    void opensAgainAfterARestart() throws IOException {
        OfficeKeys again = OfficeKeys.open(folder.resolve("home/keys"), county.passphrase());
        assertTrue(again.has(County.OFFICE));
        assertEquals(
                county.keys().key(County.OFFICE).certificate(),
                again.key(County.OFFICE).certificate());
    }

    @Test
    void isReadableByTheOwnerOnly() throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve("home/keys"))) {
            List<Path> paths = walk.toList();
            assertTrue(paths.size() >= 6, paths.toString());
            for (Path path : paths) {
                String expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
                assertEquals(
                        expected, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), path.toString());
                assertFalse(path.getFileName().toString().startsWith(".staged"), path.toString());
            }
        }
    }

    @Test
    void saysWhichOfficeHasNoKey() throws IOException {
        assertFalse(county.keys().has("360799-DS"));
        NoSealKey missing = assertThrows(NoSealKey.class, () -> county.keys().key("360799-DS"));
        assertEquals("360799-DS", missing.officeCode());
        assertFalse(county.keys().has("../authority/authority"));
        Files.write(folder.resolve("home/keys/BROKEN.p12"), new byte[100]);
        assertFalse(county.keys().has("BROKEN"));
    }

    @Test
    void doesNotOpenWithAnotherPassphrase() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "another passphrase\n");
        Passphrase wrong = Passphrase.read(other, folder.resolve("home"));
        OfficeKeys keys = OfficeKeys.open(folder.resolve("home/keys"), wrong);
        assertFalse(keys.has(County.OFFICE));
    }

    @Test
    void takesNoPassphraseFromInsideTheHome() throws IOException {
        Path inside = Files.writeString(folder.resolve("home/passphrase"), "correct horse battery staple\n");
        assertThrows(IllegalArgumentException.class, () -> Passphrase.read(inside, folder.resolve("home")));
        Path tooShort = Files.writeString(folder.resolve("short"), "secret\n");
        assertThrows(IllegalArgumentException.class, () -> Passphrase.read(tooShort, folder.resolve("home")));
    }

    @Test
    void refusesARevokedKeyAtOnceAndAcceptsItsSuccessor() throws IOException {
        X509Certificate old = county.keys().key(County.OFFICE).certificate();
        county.authority().revoke(old);
        assertFalse(county.keys().has(County.OFFICE));
        county.keys().enrol(county.authority(), County.OFFICE, "示范县教育局");
        assertTrue(county.keys().has(County.OFFICE));
        assertNotEquals(old, county.keys().key(County.OFFICE).certificate());
        X509CRL list = county.authority().anchor().crl();
        assertTrue(list.isRevoked(old), "a later list keeps earlier entries");
    }

    @Test
    void numbersItsListsUpwards() throws Exception {
        BigInteger before = number(county.authority().anchor().crl());
        county.authority().revoke(county.keys().key(County.OFFICE).certificate());
        assertEquals(
                before.add(BigInteger.ONE), number(county.authority().anchor().crl()));
    }

    @Test
    void isFoundedOnce() {
        assertThrows(IllegalStateException.class, () -> county.authority().found("别的机构"));
    }

    private static BigInteger number(X509CRL list) throws Exception {
        return ASN1Integer.getInstance(new X509CRLHolder(list.getEncoded())
                        .getExtension(Extension.cRLNumber)
                        .getParsedValue())
                .getPositiveValue();
    }
}
