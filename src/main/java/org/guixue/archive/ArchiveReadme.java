package org.guixue.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** README.md among the records, for the person who finds them in thirty years. */
final class ArchiveReadme {
    private ArchiveReadme() {}

    /** Lays it, or today's in place of an older one. */
    static void lay(Disk disk, Path records) throws IOException {
        try (InputStream packed = Archive.class.getResourceAsStream("/archive/README.md")) {
            if (packed == null) {
                throw new IllegalStateException("archive/README.md is not on the class path");
            }
            byte[] text = packed.readAllBytes();
            Path readme = records.resolve("README.md");
            if (!Files.exists(readme) || !Arrays.equals(Files.readAllBytes(readme), text)) {
                disk.replace(readme, text);
            }
        }
    }
}
