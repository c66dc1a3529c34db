package org.guixue.rendering;

import java.net.URI;

/** Where the codes on a paper lead: {@code <publicUrl>/v/<token>?p=<page>&c=<copy>}. */
public record Verification(URI publicUrl, String token) {
    public Verification {
        if (!token.matches("[A-Za-z0-9_-]{16,64}")) {
            throw new IllegalArgumentException("expected a token of 16 to 64 URL-safe characters, found: " + token);
        }
    }

    /** The link on one page of one copy, both counted from 1. */
    public String link(int page, int copy) {
        return publicUrl.toString().replaceAll("/+$", "") + "/v/" + token + "?p=" + page + "&c=" + copy;
    }
}
