package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What poppler (and NSS below it) says of a signature. Needs {@code pdfsig} on the path. */
public final class PopplerCheck {
    private PopplerCheck() {}

    /** Fails unless the one signature is valid and covers the whole file. Trust in the signer is not judged here. */
    public static void assertValidAndTotal(byte[] pdf) throws IOException {
        Path file = Files.write(Files.createTempFile("pdfsig", ".pdf"), pdf);
        try {
            Tool pdfsig = Tool.run(List.of("pdfsig", "-nocert", file.toString()));
            assertEquals(0, pdfsig.status(), pdfsig.output());
            assertTrue(pdfsig.output().contains("Signature Validation: Signature is Valid."), pdfsig.output());
            assertTrue(pdfsig.output().contains("Total document signed"), pdfsig.output());
            assertTrue(!pdfsig.output().contains("Signature #2"), pdfsig.output());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
