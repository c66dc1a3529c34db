package org.guixue.account;

import java.io.Serializable;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * A password that is handed out once: four groups of four characters that cannot be taken for one another, 79 bits.
 *
 * @param account the account that it opens
 */
public record OneTimePassword(long account, String text) implements Serializable {
    private static final String CHARACTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    static String text(SecureRandom random) {
        String characters = random.ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(i -> String.valueOf(CHARACTERS.charAt(i)))
                .collect(Collectors.joining());
        return characters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** Never shows the password where it might be logged. */
    @Override
    public String toString() {
        return "OneTimePassword[" + account + "]";
    }
}
