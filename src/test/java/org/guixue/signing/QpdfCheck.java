package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What qpdf says of a document's structure. Needs {@code qpdf} on the path. */
public final class QpdfCheck {
    private QpdfCheck() {}

    /** Fails unless {@code qpdf --check} finds neither errors nor warnings. */
    public static void assertClean(byte[] pdf) throws IOException {
        Path file = Files.write(Files.createTempFile("qpdf", ".pdf"), pdf);
        try {
            Tool qpdf = Tool.run(List.of("qpdf", "--check", file.toString()));
            assertEquals(0, qpdf.status(), qpdf.output());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
