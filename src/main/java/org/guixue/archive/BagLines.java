package org.guixue.archive;

import java.io.IOException;

/** Manifest and register of a bag opened together; when space runs out, both are as before. */
final class BagLines implements AutoCloseable {
    private final LineFile.Appender manifestLines;
    private final LineFile.Appender registerLines;

    BagLines(Manifest manifest, Register register) throws IOException {
        manifestLines = manifest.open();
        registerLines = register.open();
    }

    void list(String line) throws IOException {
        append(manifestLines, line);
    }

    void enter(String line) throws IOException {
        append(registerLines, line);
    }

    private void append(LineFile.Appender file, String line) throws IOException {
        try {
            file.append(line);
        } catch (NoSpace e) {
            registerLines.cut();
            manifestLines.cut();
            throw e;
        }
    }

    void force() throws IOException {
        manifestLines.force();
        registerLines.force();
    }

    @Override
    public void close() throws IOException {
        manifestLines.close();
        registerLines.close();
    }
}
