package org.guixue.signing;

import com.itextpdf.commons.exceptions.ITextException;
import com.itextpdf.forms.fields.PdfFormCreator;
import com.itextpdf.forms.fields.PdfSignatureFormField;
import com.itextpdf.forms.form.element.SignatureFieldAppearance;
import com.itextpdf.io.source.RandomAccessSourceFactory;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.CompressionConstants;
import com.itextpdf.kernel.pdf.PdfDeveloperExtension;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.ReaderProperties;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.signatures.AccessPermissions;
import com.itextpdf.signatures.IExternalSignatureContainer;
import com.itextpdf.signatures.PdfSigner;
import com.itextpdf.signatures.SignerProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Set;
import org.guixue.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Seals a finished document: one PAdES signature (ETSI EN 319 142-1: B-B, or B-T with a timestamp authority) with its
 * picture, certified with DocMDP P=1.
 *
 * <p>The document is written once and whole, never appended to. What a reader needs to judge the signature in thirty years
 * without a network (the chain and the authority's list) is inside the signature, because P=1
 * allows nothing after them. PDF/A-3a and PDF/UA-1 documents stay so when the picture is fit for them.
 *
 * <p>Thread-safe; no container, no disk. The only connection is to the timestamp authority.
 */
public final class Sealing {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CHUNK_BYTES = 64 * 1024;

    private final @Nullable TimestampAuthority timestamps;

    /** Seals as B-T when there is a timestamp authority, else as B-B. */
    public Sealing(Optional<TimestampAuthority> timestamps) {
        this.timestamps = timestamps.orElse(null);
    }

    /**
     * The sealed document.
     *
     * @throws TimestampUnavailable when the timestamp authority fails: try again later
     * @throws SealingFailed when the document cannot be read or sealed, or bears a signature field already
     */
    public byte[] seal(byte[] unsignedPdf, SealPlace place, Appearance appearance, OfficeKey key, SealClaim claim) {
        try {
            int reserved = reservedBytes(key);
            try {
                return seal(unsignedPdf, place, appearance, key, claim, reserved);
            } catch (IOException e) {
                int learned = reservedBytes(key);
                if (learned <= reserved) {
                    throw e;
                }
                return seal(unsignedPdf, place, appearance, key, claim, learned);
            }
        } catch (IOException | GeneralSecurityException | ITextException | IllegalArgumentException e) {
            throw new SealingFailed("the document could not be sealed: " + e.getMessage(), e);
        }
    }

    private byte[] seal(
            byte[] unsignedPdf,
            SealPlace place,
            Appearance appearance,
            OfficeKey key,
            SealClaim claim,
            int reservedBytes)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(unsignedPdf.length + CHUNK_BYTES);
        PdfSigner signer = new Signer(unsignedPdf, sealed, properties(place, claim));
        PdfDocument document = signer.getDocument();
        if (!PdfFormCreator.getAcroForm(document, true).getAllFormFields().isEmpty()) {
            throw new SealingFailed("expected a document without form fields");
        }
        if (place.page() > document.getNumberOfPages()) {
            throw new SealingFailed("expected a page up to " + document.getNumberOfPages() + ", found " + place.page());
        }
        document.getCatalog().addDeveloperExtension(PdfDeveloperExtension.ESIC_1_7_EXTENSIONLEVEL2);
        PdfSignatureFormField field = signer.getSignatureField();
        field.setSignatureAppearanceLayer(appearance.draw(document));
        field.setAlternativeName(place.alternativeText());
        signer.signExternalContainer(new Container(key), reservedBytes);
        return sealed.toByteArray();
    }

    private static SignerProperties properties(SealPlace place, SealClaim claim) {
        SignatureFieldAppearance blank = new SignatureFieldAppearance(SignerProperties.IGNORED_ID);
        blank.getAccessibilityProperties().setAlternateDescription(place.alternativeText());
        return new SignerProperties()
                .setCertificationLevel(AccessPermissions.NO_CHANGES_PERMITTED)
                .setFieldName(place.fieldName())
                .setPageNumber(place.page())
                .setPageRect(new Rectangle(place.x(), place.y(), place.width(), place.height()))
                .setReason(claim.reason())
                .setLocation(claim.location())
                .setSignatureCreator("Guixue")
                .setSignatureAppearance(blank)
                .setClaimedSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(claim.claimedAt(), ZONE)));
    }

    private int reservedBytes(OfficeKey key) throws IOException, GeneralSecurityException {
        byte[] digest = new byte[32];
        ASN1Set attributes = SignatureContainer.signedAttributes(digest, key);
        int keyBytes = ((RSAPrivateKey) key.privateKey()).getModulus().bitLength() / Byte.SIZE;
        int bare = SignatureContainer.encode(
                        key.chain(), attributes, new byte[keyBytes], SignatureContainer.noTimestamp())
                .length;
        return timestamps == null ? bare : bare + timestamps.expectedTokenBytes();
    }

    /** Compresses quickly: a hundredth more bytes for a tenth less work. */
    private static final class Signer extends PdfSigner {
        Signer(byte[] pdf, OutputStream sealed, SignerProperties properties) throws IOException {
            super(
                    new PdfReader(new RandomAccessSourceFactory().createSource(pdf), new ReaderProperties()),
                    sealed,
                    null,
                    new StampingProperties(),
                    properties);
        }

        @Override
        protected PdfDocument initDocument(PdfReader reader, PdfWriter writer, StampingProperties properties) {
            writer.setCompressionLevel(CompressionConstants.BEST_SPEED);
            return new SealableDocument(reader, writer, properties);
        }
    }

    private final class Container implements IExternalSignatureContainer {
        private final OfficeKey key;

        Container(OfficeKey key) {
            this.key = key;
        }

        @Override
        public byte[] sign(InputStream signedBytes) throws GeneralSecurityException {
            try {
                ASN1Set attributes = SignatureContainer.signedAttributes(digest(signedBytes), key);
                byte[] signature = SignatureContainer.sign(attributes, key);
                ASN1Set unsigned = timestamps == null
                        ? SignatureContainer.noTimestamp()
                        : SignatureContainer.timestamp(
                                timestamps.token(Sha256.digester().digest(signature)));
                return SignatureContainer.encode(key.chain(), attributes, signature, unsigned);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void modifySigningDictionary(PdfDictionary dictionary) {
            dictionary.put(PdfName.Filter, PdfName.Adobe_PPKLite);
            dictionary.put(PdfName.SubFilter, PdfName.ETSI_CAdES_DETACHED);
        }

        private static byte[] digest(InputStream stream) throws IOException {
            MessageDigest digest = Sha256.digester();
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int n = stream.read(chunk); n > 0; n = stream.read(chunk)) {
                digest.update(chunk, 0, n);
            }
            return digest.digest();
        }
    }
}
