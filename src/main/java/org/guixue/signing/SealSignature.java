package org.guixue.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.guixue.Sha256;

/** A signature container as read from a file that nobody vouches for yet. */
final class SealSignature {
    private static final int CHAIN_LENGTH = 2;

    private final byte[] container;
    private final List<X509Certificate> certificates;
    private final ASN1Set signedAttributes;
    private final byte[] value;
    private final ASN1Set unsignedAttributes;

    private SealSignature(byte[] container, List<X509Certificate> certificates, SignerInfo signer) {
        ASN1Set unsigned = signer.getUnauthenticatedAttributes();
        this.container = container;
        this.certificates = certificates;
        this.signedAttributes = new DERSet(signer.getAuthenticatedAttributes().toArray());
        this.value = signer.getEncryptedDigest().getOctets();
        this.unsignedAttributes = unsigned == null ? new DERSet() : unsigned;
    }

    /** Reads a container; what follows it may only be zeros. */
    static SealSignature read(byte[] padded) throws IOException, GeneralSecurityException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(padded);
        ContentInfo content;
        try (ASN1InputStream asn1 = new ASN1InputStream(bytes, padded.length)) {
            content = ContentInfo.getInstance(asn1.readObject());
        }
        int length = padded.length - bytes.available();
        for (int i = length; i < padded.length; i++) {
            if (padded[i] != 0) {
                throw new IOException("expected zeros after the signature");
            }
        }
        SignedData data = SignedData.getInstance(content.getContent());
        if (data.getSignerInfos().size() != 1 || data.getCertificates().size() != CHAIN_LENGTH) {
            throw new IOException("expected one signer and two certificates");
        }
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        return new SealSignature(Arrays.copyOf(padded, length), certificates(data.getCertificates()), signer);
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    /** The certificate that signed: the one that the signed attributes name by its digest. */
    X509Certificate signer() throws IOException, GeneralSecurityException {
        SigningCertificateV2 named = SigningCertificateV2.getInstance(
                attribute(signedAttributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2.getId()));
        byte[] digest = named.getCerts()[0].getCertHash();
        for (X509Certificate certificate : certificates) {
            if (MessageDigest.isEqual(digest, Sha256.digester().digest(certificate.getEncoded()))) {
                return certificate;
            }
        }
        throw new IOException("expected the signer's certificate in the signature");
    }

    /** Whether it is a signature of a document with this digest, in our shape to the last byte. */
    boolean seals(byte[] documentSha256) throws IOException, GeneralSecurityException {
        byte[] signedDigest = ASN1OctetString.getInstance(
                        attribute(signedAttributes, CMSAttributes.messageDigest.getId()))
                .getOctets();
        X509Certificate signer = signer();
        List<X509Certificate> chain = new ArrayList<>(certificates);
        chain.remove(signer);
        chain.add(0, signer);
        return MessageDigest.isEqual(signedDigest, documentSha256)
                && SignatureContainer.verifies(signedAttributes, value, signer)
                && Arrays.equals(
                        container, SignatureContainer.encode(chain, signedAttributes, value, unsignedAttributes))
                && (unsignedAttributes.size() == 0 || isTimestamped());
    }

    private boolean isTimestamped() throws IOException, GeneralSecurityException {
        try {
            TimeStampToken token = new TimeStampToken(ContentInfo.getInstance(
                    attribute(unsignedAttributes, PKCSObjectIdentifiers.id_aa_signatureTimeStampToken.getId())));
            X509CertificateHolder authority = token.getCertificates().getMatches(null).stream()
                    .filter(certificate -> token.getSID().match(certificate))
                    .findFirst()
                    .orElseThrow(() -> new IOException("expected the timestamp authority's certificate"));
            SignerInformationVerifier verifier = new JcaSimpleSignerInfoVerifierBuilder().build(authority);
            return unsignedAttributes.size() == 1
                    && token.isSignatureValid(verifier)
                    && MessageDigest.isEqual(
                            token.getTimeStampInfo().getMessageImprintDigest(),
                            Sha256.digester().digest(value));
        } catch (TSPException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static ASN1Encodable attribute(ASN1Set attributes, String type) throws IOException {
        for (ASN1Encodable element : attributes) {
            Attribute attribute = Attribute.getInstance(element);
            if (attribute.getAttrType().getId().equals(type)
                    && attribute.getAttrValues().size() == 1) {
                return attribute.getAttrValues().getObjectAt(0);
            }
        }
        throw new IOException("expected the attribute " + type);
    }

    private static List<X509Certificate> certificates(ASN1Set set) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (ASN1Encodable element : set) {
            byte[] encoded = element.toASN1Primitive().getEncoded(ASN1Encoding.DER);
            certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
        }
        return List.copyOf(certificates);
    }
}
