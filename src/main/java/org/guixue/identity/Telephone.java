package org.guixue.identity;

import java.util.Optional;

/** Telephone numbers as people give them: mobile, with area code, extension, two of them. */
public final class Telephone {
    private Telephone() {}

    public static String plain(String typed) {
        return Normaliser.figures(typed);
    }

    public static Optional<String> refusal(String text) {
        return text.isEmpty() || text.matches("[+(]?[0-9][0-9 ()转、,/;-]{2,38}")
                ? Optional.empty()
                : Optional.of("电话应为手机号或带区号的座机号，如13900000000、0797-1234567");
    }
}
