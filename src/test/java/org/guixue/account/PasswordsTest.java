package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.guixue.Refused;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void knowsThePasswordAgainAndNoOther() {
        String hash = passwords.hash("归学-guixue-demo");
        assertAll(
                () -> assertTrue(passwords.fits(hash, "归学-guixue-demo")),
                () -> assertFalse(passwords.fits(hash, "归学-guixue-dem0")),
                () -> assertFalse(passwords.fits(hash, "")),
                () -> assertFalse(passwords.fits(hash, "x".repeat(100_000))));
    }

    @Test
    void saltsEachHash() {
        assertNotEquals(passwords.hash("guixue-demo"), passwords.hash("guixue-demo"));
    }

    @Test
    void refusesShortAndEndlessPasswords() {
        assertThrows(Refused.class, () -> passwords.hash("123456789"));
        assertThrows(Refused.class, () -> passwords.hash("x".repeat(129)));
    }

    /** RFC 9106, 5.3: the test vector of Argon2id, so that the library can be trusted with the hashes. */
    @Test
    void computesArgon2idAsTheStandardSays() {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        byte[] tag = new byte[32];
        argon2.generateBytes(filled(32, 1), tag);
        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(tag));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
