package org.guixue.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The one secret that opens every key file, read from a file that a backup of the home does not carry away.
 *
 * <p>Immutable and thread-safe. It never shows its text.
 */
public final class Passphrase {
    private static final int MINIMUM_CHARACTERS = 12;
    private static final int RANDOM_BYTES = 24;

    private final String text;

    private Passphrase(String text) {
        this.text = text;
    }

    /**
     * Reads the first line of {@code file}.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when the file lies inside {@code home}, has fewer than 12 characters or others than
     *     ASCII, which no key file can be locked with
     */
    public static Passphrase read(Path file, Path home) throws IOException {
        Path place = file.toRealPath();
        if (place.startsWith(
                Files.exists(home) ? home.toRealPath() : home.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException("expected a passphrase file outside " + home + ", found: " + file);
        }
        String text = Files.readString(place).lines().findFirst().orElse("").strip();
        if (text.length() < MINIMUM_CHARACTERS) {
            throw new IllegalArgumentException(
                    "expected at least " + MINIMUM_CHARACTERS + " characters in the passphrase file " + file);
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(
                    "expected letters, digits and signs of ASCII alone in the passphrase file " + file);
        }
        return new Passphrase(text);
    }

    /** Makes a file with a random passphrase where there is none; false where there is one already. */
    public static boolean make(Path file, SecureRandom random) throws IOException {
        if (Files.exists(file)) {
            return false;
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        OwnerOnly.write(file, (HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    public boolean isSameAs(Passphrase other) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), other.text.getBytes(StandardCharsets.UTF_8));
    }

    char[] characters() {
        return text.toCharArray();
    }

    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }
}
