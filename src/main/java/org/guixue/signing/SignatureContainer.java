package org.guixue.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.CertificateList;
import org.guixue.Sha256;

/**
 * The CMS of a seal (RFC 5652) in the one shape that we write: CAdES attributes for PAdES baseline (ETSI EN 319 142-1,
 * 6.3), SHA-256 with RSA, the chain, at most a signature timestamp, all of it DER.
 *
 * <p>Since the shape is fixed, a checker can write the container again from its parts and compare: no byte of it is free.
 */
final class SignatureContainer {
    private static final AlgorithmIdentifier DIGEST = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    /** adbe-revocationInfoArchival (ISO 32000-1, 12.8.3.3.2). */
    private static final ASN1ObjectIdentifier REVOCATION = new ASN1ObjectIdentifier("1.2.840.113583.1.1.8");

    private SignatureContainer() {}

    /**
     * The attributes that are signed in place of the document: type, digest, which certificate signed, and the authority's
     * list that clears it.
     */
    static ASN1Set signedAttributes(byte[] documentSha256, OfficeKey key) throws GeneralSecurityException {
        ESSCertIDv2 certificate =
                new ESSCertIDv2(Sha256.digester().digest(key.certificate().getEncoded()));
        CertificateList list = CertificateList.getInstance(key.authority().encodedCrl());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(documentSha256))));
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(certificate))));
        attributes.add(new Attribute(
                REVOCATION, new DERSet(new DERSequence(new DERTaggedObject(true, 0, new DERSequence(list))))));
        return new DERSet(attributes);
    }

    static byte[] sign(ASN1Set attributes, OfficeKey key) throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance(KeyFile.SIGNATURE_ALGORITHM);
        signature.initSign(key.privateKey());
        signature.update(attributes.getEncoded(ASN1Encoding.DER));
        return signature.sign();
    }

    static boolean verifies(ASN1Set attributes, byte[] value, X509Certificate signer)
            throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance(KeyFile.SIGNATURE_ALGORITHM);
        signature.initVerify(signer.getPublicKey());
        signature.update(attributes.getEncoded(ASN1Encoding.DER));
        return signature.verify(value);
    }

    /** The container; {@code unsignedAttributes} is empty or holds the timestamp. */
    static byte[] encode(List<X509Certificate> chain, ASN1Set attributes, byte[] signature, ASN1Set unsignedAttributes)
            throws GeneralSecurityException, IOException {
        Certificate signer = Certificate.getInstance(chain.get(0).getEncoded());
        SignerInfo info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(
                        signer.getIssuer(), chain.get(0).getSerialNumber())),
                DIGEST,
                attributes,
                RSA,
                new DEROctetString(signature),
                unsignedAttributes.size() == 0 ? null : unsignedAttributes);
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        for (X509Certificate certificate : chain) {
            certificates.add(ASN1Primitive.fromByteArray(certificate.getEncoded()));
        }
        SignedData data = new SignedData(
                new DERSet(DIGEST),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(certificates),
                null,
                new DERSet(info));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
    }

    static ASN1Set noTimestamp() {
        return new DERSet();
    }

    static ASN1Set timestamp(byte[] token) throws IOException {
        return new DERSet(new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token))));
    }
}
