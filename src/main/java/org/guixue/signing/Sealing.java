package org.guixue.signing;

import com.itextpdf.commons.exceptions.ITextException;
import com.itextpdf.io.source.RandomAccessSourceFactory;
import com.itextpdf.kernel.pdf.CompressionConstants;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.ReaderProperties;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.kernel.pdf.WriterProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Seals a document: one PAdES signature (ETSI EN 319 142-1: B-B, or B-T with a timestamp authority) with its picture,
 * certified with DocMDP P=1.
 *
 * <p>The document is written once and whole, never appended to: a new one with room for the signature ({@link #begin}), a
 * finished one anew ({@link #seal}), for twice the work. What a reader needs to judge the signature in thirty years
 * without a network (the chain and the authority's list) is inside the signature, because P=1 allows nothing after them.
 * PDF/A-3a and PDF/UA-1 documents stay so when the picture is fit for them.
 *
 * <p>Thread-safe; no container, no disk. The only connection is to the timestamp authority.
 */
public class Sealing {
    private static final int SIGNATURE_BYTES = 64 * 1024;

    private final @Nullable TimestampAuthority timestamps;

    /** Seals as B-T when there is a timestamp authority, else as B-B. */
    public Sealing(Optional<TimestampAuthority> timestamps) {
        this.timestamps = timestamps.orElse(null);
    }

    /** A seal for a document that is being made. */
    public Seal begin(OfficeKey key, SealClaim claim) {
        return new Seal(key, claim, timestamps);
    }

    /**
     * A finished document, sealed.
     *
     * @throws TimestampUnavailable when the timestamp authority fails: try again later
     * @throws SealingFailed when the document cannot be read or sealed, or bears a signature field already
     */
    public byte[] seal(byte[] unsignedPdf, SealPlace place, Appearance appearance, OfficeKey key, SealClaim claim) {
        Seal seal = begin(key, claim);
        return seal.sign(withRoom(unsignedPdf, place, appearance, seal));
    }

    private static byte[] withRoom(byte[] unsignedPdf, SealPlace place, Appearance appearance, Seal seal) {
        ByteArrayOutputStream written = new ByteArrayOutputStream(unsignedPdf.length + SIGNATURE_BYTES);
        try (PdfReader reader = new PdfReader(
                        new RandomAccessSourceFactory().createSource(unsignedPdf), new ReaderProperties());
                PdfWriter writer = new PdfWriter(
                        written, new WriterProperties().setCompressionLevel(CompressionConstants.BEST_SPEED))) {
            SealableDocument document = new SealableDocument(reader, writer, new StampingProperties());
            seal.place(document, place, appearance);
            document.close();
        } catch (IOException | ITextException | IllegalArgumentException e) {
            throw new SealingFailed("the document could not be sealed: " + e.getMessage(), e);
        }
        return written.toByteArray();
    }
}
