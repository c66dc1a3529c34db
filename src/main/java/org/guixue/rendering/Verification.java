package org.guixue.rendering;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the codes on a paper lead, in one of the two spellings of {@link SheetCode}: the short one in capitals where the
 * public address is a scheme and a host alone, whose case means nothing (RFC 3986, 6.2.2.1), and both are in QR's
 * alphanumeric alphabet; else the long one, since the case of a path does matter.
 */
public record Verification(URI publicUrl, String token) {
    /** Of ASCII only: a letter like ı has a capital in the alphabet and is none of it. */
    private static final Pattern ALPHANUMERIC_ROOT = Pattern.compile("(?i:https?)://[0-9A-Za-z.:-]+");

    public Verification {
        if (!SheetCode.isToken(token)) {
            throw new IllegalArgumentException("expected 32 lower-case hexadecimal digits, found: " + token);
        }
    }

    /** The link on one page of one copy, both counted from 1. */
    public String link(int page, int copy) {
        String root = publicUrl.toString().replaceAll("/+$", "");
        return ALPHANUMERIC_ROOT.matcher(root).matches()
                ? root.toUpperCase(Locale.ROOT) + "/V/" + new SheetCode(token, page, copy).capitals()
                : root + "/v/" + token + "?p=" + page + "&c=" + copy;
    }
}
