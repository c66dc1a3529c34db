package org.guixue.shelving;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the page of a box lies. */
final class BoxAddress {
    private BoxAddress() {}

    static String of(long office, String box) {
        return "/shelf/boxes/" + URLEncoder.encode(box, StandardCharsets.UTF_8).replace("+", "%20") + "?office="
                + office;
    }
}
