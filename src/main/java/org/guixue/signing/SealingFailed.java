package org.guixue.signing;

/** A document could not be sealed; nothing was written, and trying again with the same document is unlikely to help. */
public final class SealingFailed extends RuntimeException {
    SealingFailed(String message) {
        super(message);
    }

    SealingFailed(String message, Exception cause) {
        super(message, cause);
    }
}
