package org.guixue.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Where somebody wanted to go before the sign-in. Only addresses of ours: it begins with one slash and names no host. */
final class WantedAddress {
    private static final String MARKS = "/?#&=+$,;:@-_.!~*'()";
    private static final URI DESK = URI.create("/");

    private WantedAddress() {}

    /** What no address may have is encoded; what is none of ours becomes the desk. */
    static URI of(String next) {
        if (!next.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*")) {
            return DESK;
        }
        try {
            return new URI(encoded(next));
        } catch (URISyntaxException e) {
            return DESK;
        }
    }

    private static String encoded(String next) {
        StringBuilder text = new StringBuilder();
        boolean fragment = false;
        for (int at = 0; at < next.length(); at += Character.charCount(next.codePointAt(at))) {
            int each = next.codePointAt(at);
            boolean escape = each == '%' && next.substring(at).matches("(?s)%[0-9A-Fa-f]{2}.*");
            boolean plain = each < 128 && (Character.isLetterOrDigit(each) || MARKS.indexOf(each) >= 0);
            if (escape || (plain && !(each == '#' && fragment))) {
                text.appendCodePoint(each);
                fragment |= each == '#';
            } else {
                for (byte one : Character.toString(each).getBytes(StandardCharsets.UTF_8)) {
                    text.append('%').append(String.format("%02X", one));
                }
            }
        }
        return text.toString();
    }
}
