package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A paper that was sealed once, and what must be said of a file that is not it. */
abstract class SealedSample {
    static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    static Path folder;

    static County county;
    static SignatureCheck check;
    static byte[] sealed;

    @BeforeAll
    static void seal() throws IOException {
        county = County.copy(folder);
        check = new SignatureCheck(Set.of(county.authority().anchor().certificate()));
        sealed = county.seal(SealablePaper.unsealed());
    }

    static void assertRefused(byte[] file) {
        assertTimeoutPreemptively(LIMIT, () -> {
            SignatureReport report = check.check(file);
            assertFalse(report.passed(), report.toString());
            assertEquals(9, report.checks().size());
            check.bearsTraceOfSeal(file);
        });
    }

    static byte[] appended(byte[] original, Consumer<PdfDocument> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(
                new PdfReader(new ByteArrayInputStream(original)),
                new PdfWriter(bytes),
                new StampingProperties().useAppendMode())) {
            change.accept(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertTrue(bytes.size() > original.length);
        return bytes.toByteArray();
    }
}
