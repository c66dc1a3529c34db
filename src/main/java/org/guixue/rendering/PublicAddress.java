package org.guixue.rendering;

import java.net.URI;

/** The address under which the public reaches the house, as the QR codes say it. Asked each time: it may be set later. */
@FunctionalInterface
public interface PublicAddress {
    URI url();

    /** Whether somebody has named it, so that papers that bear it may leave. */
    default boolean chosen() {
        return true;
    }
}
