package org.guixue.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one secret that opens every key file, read from a file that a backup of the home does not carry away.
 *
 * <p>Immutable and thread-safe. It never shows its text.
 */
public final class Passphrase {
    private static final int MINIMUM_CHARACTERS = 12;
    private final String text;

    private Passphrase(String text) {
        this.text = text;
    }

    /**
     * Reads the first line of {@code file}.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when the file lies inside {@code home} or has fewer than 12 characters
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
        return new Passphrase(text);
    }

    char[] characters() {
        return text.toCharArray();
    }

    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }
}
