package org.guixue.scan.reading;

import java.util.regex.Pattern;

/**
 * A QR code that a page bears, whoever made it: its text as it is, and where it lies, in fractions from 0 to 1 of the upright
 * picture.
 */
public record SeenCode(String text, double left, double top, double right, double bottom) {
    /** A link to the public check: 128 bits in hexadecimal or in base 32. Whether such a paper exists is not asked. */
    private static final Pattern OURS =
            Pattern.compile(".*/v/(?:[0-9a-f]{32}|[A-Z2-7]{26}).*", Pattern.CASE_INSENSITIVE);

    /** Whether it has the shape of a code of ours. */
    public boolean ours() {
        return ours(text);
    }

    static boolean ours(String text) {
        return OURS.matcher(text).matches();
    }
}
