package org.guixue.archive;

import org.guixue.Sha256;

/** One file of a record that comes into a bag. */
record Part(String payload, byte[] bytes, Sha256 sha256) {
    static Part of(String payload, byte[] bytes) {
        return new Part(payload, bytes, Sha256.of(bytes));
    }
}
