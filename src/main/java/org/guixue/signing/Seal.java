package org.guixue.signing;

import com.itextpdf.forms.PdfAcroForm;
import com.itextpdf.forms.fields.PdfFormCreator;
import com.itextpdf.forms.fields.PdfSignatureFormField;
import com.itextpdf.forms.fields.SignatureFormFieldBuilder;
import com.itextpdf.forms.form.element.SignatureFieldAppearance;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDeveloperExtension;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfLiteral;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfNumber;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import com.itextpdf.kernel.validation.context.SignatureValidationContext;
import com.itextpdf.signatures.PdfSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateKey;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Set;
import org.guixue.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One seal on its way into one document: first its field is put into the document while that is made ({@link #place}),
 * then, when it is written, its signature into the room that the field left ({@link #sign}). For one thread and one
 * document; the document is changed by nothing in between but its closing.
 */
public final class Seal {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int RANGE_BYTES = 80;
    private static final PdfName TRANSFORM_VERSION = new PdfName("1.2");

    private final OfficeKey key;
    private final SealClaim claim;
    private final @Nullable TimestampAuthority timestamps;
    private final int reservedBytes;
    private final PdfLiteral range = new PdfLiteral(RANGE_BYTES);
    private final PdfLiteral contents;

    Seal(OfficeKey key, SealClaim claim, @Nullable TimestampAuthority timestamps) {
        this.key = key;
        this.claim = claim;
        this.timestamps = timestamps;
        this.reservedBytes = reservedBytes(key, timestamps);
        this.contents = new PdfLiteral(2 * reservedBytes + 2);
    }

    /**
     * Puts the field with its picture on a page and certifies the document with P=1. It may be new or read to be written
     * again; as it is written, the signature must not move any more.
     *
     * @throws SealingFailed when there is no such page, or the document bears a field already
     */
    public void place(PdfDocument document, SealPlace place, Appearance appearance) {
        PdfAcroForm form = PdfFormCreator.getAcroForm(document, true);
        if (!form.getAllFormFields().isEmpty()) {
            throw new SealingFailed("expected a document without form fields");
        }
        if (place.page() > document.getNumberOfPages()) {
            throw new SealingFailed("expected a page up to " + document.getNumberOfPages() + ", found " + place.page());
        }
        form.setSignatureFlags(PdfAcroForm.SIGNATURE_EXIST | PdfAcroForm.APPEND_ONLY);
        PdfDictionary signature = signature(document);
        addField(form, document, signature, place, appearance);
        PdfDictionary permissions = new PdfDictionary();
        permissions.put(PdfName.DocMDP, signature);
        document.getCatalog().put(PdfName.Perms, permissions);
        document.getCatalog().addDeveloperExtension(PdfDeveloperExtension.ESIC_1_7_EXTENSIONLEVEL2);
        document.checkIsoConformance(new SignatureValidationContext(signature));
        signature.flush(false);
    }

    private PdfDictionary signature(PdfDocument document) {
        PdfSignature signature = new PdfSignature(PdfName.Adobe_PPKLite, PdfName.ETSI_CAdES_DETACHED);
        signature.setReason(claim.reason());
        signature.setLocation(claim.location());
        signature.setSignatureCreator("Guixue");
        signature.setDate(new PdfDate(GregorianCalendar.from(ZonedDateTime.ofInstant(claim.claimedAt(), ZONE))));
        signature.put(PdfName.ByteRange, range);
        signature.put(PdfName.Contents, contents);
        signature.put(PdfName.Reference, new PdfArray(certification(document)));
        signature.getPdfObject().makeIndirect(document);
        return signature.getPdfObject();
    }

    private static PdfDictionary certification(PdfDocument document) {
        PdfDictionary parameters = new PdfDictionary();
        parameters.put(PdfName.P, new PdfNumber(1));
        parameters.put(PdfName.V, TRANSFORM_VERSION);
        parameters.put(PdfName.Type, PdfName.TransformParams);
        PdfDictionary reference = new PdfDictionary();
        reference.put(PdfName.TransformMethod, PdfName.DocMDP);
        reference.put(PdfName.Type, PdfName.SigRef);
        reference.put(PdfName.TransformParams, parameters);
        reference.put(PdfName.Data, document.getCatalog().getPdfObject());
        return reference;
    }

    private static void addField(
            PdfAcroForm form, PdfDocument document, PdfDictionary signature, SealPlace place, Appearance appearance) {
        PdfSignatureFormField field = new SignatureFormFieldBuilder(document, place.fieldName())
                .setWidgetRectangle(new Rectangle(place.x(), place.y(), place.width(), place.height()))
                .setPage(place.page())
                .createSignature();
        field.getWidgets().get(0).setFlags(PdfAnnotation.PRINT | PdfAnnotation.LOCKED);
        form.addField(field);
        field.setSignatureAppearanceLayer(appearance.draw(document));
        field.setAlternativeName(place.alternativeText());
        field.put(PdfName.P, document.getPage(place.page()).getPdfObject());
        field.put(PdfName.V, signature);
        SignatureFieldAppearance blank = new SignatureFieldAppearance(place.fieldName());
        blank.getAccessibilityProperties().setAlternateDescription(place.alternativeText());
        field.getFirstFormAnnotation().setFormFieldElement(blank);
        field.regenerateField();
    }

    /**
     * Signs the document as written.
     *
     * @param written not kept, and not to be used any more: the signature is put into it
     * @throws TimestampUnavailable when the timestamp authority fails: try again later
     * @throws SealingFailed when there is no signing, or a timestamp is larger than ever before: try again at once
     */
    public byte[] sign(byte[] written) {
        int from = (int) contents.getPosition();
        int to = from + contents.getBytesCount();
        SignedRange signed = new SignedRange(from, to, written.length - to);
        String numbers = "[0 %d %d %d ]".formatted(from, to, written.length - to);
        put(numbers.getBytes(StandardCharsets.US_ASCII), written, (int) range.getPosition());
        try {
            byte[] container = container(signed.digest(written));
            if (container.length > reservedBytes) {
                throw new SealingFailed(
                        "expected a signature of at most " + reservedBytes + " bytes, found " + container.length);
            }
            String digits = "<" + HexFormat.of().formatHex(Arrays.copyOf(container, reservedBytes)) + ">";
            put(digits.getBytes(StandardCharsets.US_ASCII), written, from);
            return written;
        } catch (IOException | GeneralSecurityException e) {
            throw new SealingFailed("the document could not be signed: " + e.getMessage(), e);
        }
    }

    private static void put(byte[] part, byte[] whole, int at) {
        System.arraycopy(part, 0, whole, at, part.length);
    }

    private byte[] container(byte[] documentSha256) throws IOException, GeneralSecurityException {
        ASN1Set attributes = SignatureContainer.signedAttributes(documentSha256, key);
        byte[] value = SignatureContainer.sign(attributes, key);
        ASN1Set unsigned = timestamps == null
                ? SignatureContainer.noTimestamp()
                : SignatureContainer.timestamp(
                        timestamps.token(Sha256.digester().digest(value)));
        return SignatureContainer.encode(key.chain(), attributes, value, unsigned);
    }

    private static int reservedBytes(OfficeKey key, @Nullable TimestampAuthority timestamps) {
        try {
            ASN1Set attributes = SignatureContainer.signedAttributes(new byte[32], key);
            int keyBytes = ((RSAPrivateKey) key.privateKey()).getModulus().bitLength() / Byte.SIZE;
            int bare = SignatureContainer.encode(
                            key.chain(), attributes, new byte[keyBytes], SignatureContainer.noTimestamp())
                    .length;
            return timestamps == null ? bare : bare + timestamps.expectedTokenBytes();
        } catch (IOException | GeneralSecurityException e) {
            throw new SealingFailed("expected a certificate and a list that can be written", e);
        }
    }
}
