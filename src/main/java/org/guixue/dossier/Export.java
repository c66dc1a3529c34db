package org.guixue.dossier;

import java.io.IOException;
import java.io.OutputStream;

/** A dossier that is checked, recorded in the audit trail and ready to be written, once. */
record Export(String fileName, String title, String mediaType, Body body) {
    /** Writes all of it; the stream stays the caller's. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
