package org.guixue.page;

import java.net.URI;
import java.util.Set;

/**
 * How people reach the house from outside.
 *
 * @param proxies addresses of the proxies whose word about a sender counts ({@code GUIXUE_TRUSTED_PROXY})
 * @param publicUrl what the address begins with outside
 */
public record Entrance(Set<String> proxies, URI publicUrl) {
    public Entrance {
        proxies = Set.copyOf(proxies);
    }

    /** Whether nobody comes in but by TLS. */
    public boolean encrypted() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
