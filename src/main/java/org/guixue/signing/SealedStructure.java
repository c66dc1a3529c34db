package org.guixue.signing;

import com.itextpdf.forms.PdfAcroForm;
import com.itextpdf.kernel.pdf.MemoryLimitsAwareHandler;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfNumber;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.ReaderProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The objects of a document whose signature has been verified already: even a signer's mistake, or a stolen key, may not
 * seal what moves. Bounded in objects, depth and inflated bytes. For one thread.
 */
final class SealedStructure implements AutoCloseable {
    private static final int MAXIMUM_OBJECTS = 100_000;
    private static final int MAXIMUM_DEPTH = 64;
    private static final long MAXIMUM_INFLATED_BYTES = 256L * 1024 * 1024;
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "GoToR",
            "GoToE",
            "SubmitForm",
            "ResetForm",
            "ImportData",
            "Rendition",
            "Movie",
            "Sound",
            "Hide",
            "Named",
            "SetOCGState",
            "Trans",
            "GoTo3DView",
            "RichMediaExecute",
            "Thread");
    private static final Set<String> MOVING =
            Set.of("RichMedia", "3D", "Screen", "Movie", "Sound", "FileAttachment", "PrinterMark", "TrapNet", "Redact");
    private static final Set<String> TYPES = Set.of("OCG", "OCMD");

    private final PdfDocument document;

    SealedStructure(byte[] pdf) throws IOException {
        ReaderProperties properties = new ReaderProperties()
                .setMemoryLimitsAwareHandler(new MemoryLimitsAwareHandler()
                        .setMaxSizeOfSingleDecompressedPdfStream((int) (MAXIMUM_INFLATED_BYTES / 4))
                        .setMaxSizeOfDecompressedPdfStreamsSum(MAXIMUM_INFLATED_BYTES));
        document = new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf), properties));
    }

    /** Whether the file was written once: one cross-reference section, whole, nothing encrypted. */
    boolean isWrittenOnce() {
        PdfDictionary trailer = document.getTrailer();
        return !document.getReader().hasRebuiltXref()
                && !document.getReader().hasFixedXref()
                && !trailer.containsKey(PdfName.Prev)
                && !trailer.containsKey(PdfName.XRefStm)
                && !trailer.containsKey(PdfName.Encrypt);
    }

    /** The one signature, if it is the one field of the form, stands in this range and certifies with P=1. */
    Optional<PdfDictionary> certification(SignedRange range) {
        PdfDictionary catalog = document.getCatalog().getPdfObject();
        PdfDictionary form = catalog.getAsDictionary(PdfName.AcroForm);
        PdfArray fields = form == null ? null : form.getAsArray(PdfName.Fields);
        PdfDictionary permissions = catalog.getAsDictionary(PdfName.Perms);
        if (form == null || fields == null || fields.size() != 1 || permissions == null) {
            return Optional.empty();
        }
        PdfDictionary field = fields.getAsDictionary(0);
        PdfDictionary signature = field == null ? null : field.getAsDictionary(PdfName.V);
        boolean fits = signature != null
                && PdfName.Sig.equals(field.getAsName(PdfName.FT))
                && !form.containsKey(PdfName.XFA)
                && Integer.valueOf(PdfAcroForm.SIGNATURE_EXIST | PdfAcroForm.APPEND_ONLY)
                        .equals(form.getAsInt(PdfName.SigFlags))
                && signature == permissions.getAsDictionary(PdfName.DocMDP)
                && PdfName.ETSI_CAdES_DETACHED.equals(signature.getAsName(PdfName.SubFilter))
                && standsIn(range, signature)
                && allowsNoChange(signature);
        return fits ? Optional.of(signature) : Optional.empty();
    }

    /** When the signature says that it was made. */
    static Optional<Instant> claimedAt(PdfDictionary signature) {
        PdfString date = signature.getAsString(PdfName.M);
        return date == null
                ? Optional.empty()
                : Optional.ofNullable(PdfDate.decode(date.getValue())).map(calendar -> calendar.toInstant());
    }

    /** Whether any object could move, run, hide or ask: scripts, actions, media, layers, a second signature. */
    boolean isStill() {
        PdfDictionary catalog = document.getCatalog().getPdfObject();
        if (document.getNumberOfPdfObjects() > MAXIMUM_OBJECTS
                || catalog.containsKey(PdfName.OCProperties)
                || catalog.containsKey(PdfName.Collection)
                || catalog.get(PdfName.OpenAction) instanceof PdfDictionary) {
            return false;
        }
        int signatures = 0;
        for (int number = 1; number < document.getNumberOfPdfObjects(); number++) {
            PdfObject object = document.getPdfObject(number);
            if (object != null && !isStill(object, 0)) {
                return false;
            }
            if (object instanceof PdfDictionary dictionary && dictionary.containsKey(PdfName.ByteRange)) {
                signatures++;
            }
        }
        return signatures == 1;
    }

    /** The bytes of an embedded file. */
    Optional<byte[]> embedded(String name) {
        Map<PdfString, PdfObject> files =
                document.getCatalog().getNameTree(PdfName.EmbeddedFiles).getNames();
        for (Map.Entry<PdfString, PdfObject> file : files.entrySet()) {
            if (file.getKey().toUnicodeString().equals(name)
                    && file.getValue() instanceof PdfDictionary specification) {
                PdfDictionary content = specification.getAsDictionary(PdfName.EF);
                PdfStream stream = content == null ? null : content.getAsStream(PdfName.F);
                return stream == null ? Optional.empty() : Optional.of(stream.getBytes());
            }
        }
        return Optional.empty();
    }

    private static boolean isStill(PdfObject object, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return false;
        }
        if (object instanceof PdfArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (!isStillInside(array.get(i, false), depth)) {
                    return false;
                }
            }
        }
        if (object instanceof PdfDictionary dictionary) {
            if (isMoving(dictionary)) {
                return false;
            }
            for (PdfObject value : dictionary.values(false)) {
                if (!isStillInside(value, depth)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isStillInside(PdfObject object, int depth) {
        return object.isIndirectReference() || object.getIndirectReference() != null || isStill(object, depth + 1);
    }

    private static boolean isMoving(PdfDictionary dictionary) {
        return dictionary.containsKey(PdfName.JS)
                || dictionary.containsKey(PdfName.AA)
                || names(ACTIONS, dictionary, PdfName.S)
                || names(MOVING, dictionary, PdfName.Subtype)
                || names(TYPES, dictionary, PdfName.Type);
    }

    private static boolean names(Set<String> set, PdfDictionary dictionary, PdfName key) {
        PdfName value = dictionary.getAsName(key);
        return value != null && set.contains(value.getValue());
    }

    private static boolean standsIn(SignedRange range, PdfDictionary signature) {
        PdfArray numbers = signature.getAsArray(PdfName.ByteRange);
        return numbers != null
                && numbers.size() == 4
                && numbers.toLongArray()[1] == range.gapStart()
                && numbers.toLongArray()[2] == range.gapEnd()
                && numbers.toLongArray()[3] == range.tail();
    }

    private static boolean allowsNoChange(PdfDictionary signature) {
        PdfArray references = signature.getAsArray(PdfName.Reference);
        PdfDictionary reference = references == null || references.size() != 1 ? null : references.getAsDictionary(0);
        PdfDictionary parameters = reference == null ? null : reference.getAsDictionary(PdfName.TransformParams);
        PdfNumber permission = parameters == null ? null : parameters.getAsNumber(PdfName.P);
        return permission != null
                && permission.intValue() == 1
                && PdfName.DocMDP.equals(reference.getAsName(PdfName.TransformMethod));
    }

    @Override
    public void close() {
        document.close();
    }
}
