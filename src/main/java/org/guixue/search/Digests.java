package org.guixue.search;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests (HMAC-SHA-256, RFC 2104) that stand in the index for resident IDs and student numbers, so that who holds
 * the index files and not the key learns none. Thread-safe.
 */
final class Digests {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    /** @throws IllegalArgumentException for a key of less than 16 bytes */
    Digests(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("expected a digest key of at least 16 bytes, found " + key.length);
        }
        this.key = key.clone();
    }

    String whole(String nationalId) {
        return digest("whole", nationalId);
    }

    String firstSix(String digits) {
        return digest("first", digits);
    }

    String lastFour(String digits) {
        return digest("last", digits);
    }

    String studentNumber(String number) {
        return digest("student", number);
    }

    /** Tells one key from another without telling the key. */
    String fingerprint() {
        return digest("key", "");
    }

    private String digest(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            String text = purpose + ':' + value.toUpperCase(Locale.ROOT);
            byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
