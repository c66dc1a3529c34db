package org.guixue.person;

import java.text.Normalizer;
import java.util.Optional;

/** Telephone numbers as people give them: mobile, with area code, extension, two of them. */
final class Telephone {
    private Telephone() {}

    /** Full-width characters as half-width ones. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[—–－‐]", "-")
                .strip();
    }

    static Optional<String> refusal(String text) {
        return text.isEmpty() || text.matches("[+(]?[0-9][0-9 ()转、,/;-]{2,38}")
                ? Optional.empty()
                : Optional.of("电话应为手机号或带区号的座机号，如13900000000、0797-1234567");
    }
}
