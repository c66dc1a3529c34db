package org.guixue.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The county's own authority: it vouches with one certificate per office (RFC 5280), and publishes which are revoked.
 *
 * <p>Its folder holds the key ({@code authority.p12}) and what may be published: {@code authority.crt} and
 * {@code authority.crl}. The key is read only to certify or revoke; sealing and checking need the two public files alone.
 * A new list is issued with every certificate, so that no certificate is younger than the list that clears it. Lists run
 * for ten years, since sealed files carry the list of their day and are never touched again.
 *
 * <p>Thread-safe within one process; a folder has one process.
 */
public final class CertificateAuthority {
    private static final String KEY_FILE = "authority.p12";
    private static final Period AUTHORITY_VALIDITY = Period.ofYears(40);
    private static final Period OFFICE_VALIDITY = Period.ofYears(10);
    private static final Period LIST_VALIDITY = Period.ofYears(10);
    private static final int SERIAL_BITS = 127;

    private final Path folder;
    private final Passphrase passphrase;
    private final String crlUrl;
    private final Clock clock;
    private final SecureRandom random;

    /** An authority in {@code folder}; {@code crlUrl} is where offices' certificates say that its list is found. */
    public CertificateAuthority(Path folder, Passphrase passphrase, String crlUrl, Clock clock, SecureRandom random) {
        this.folder = folder;
        this.passphrase = passphrase;
        this.crlUrl = crlUrl;
        this.clock = clock;
        this.random = random;
    }

    /** Whether the authority has been founded. */
    public boolean exists() {
        return Files.exists(folder.resolve(Anchor.CRL_FILE));
    }

    /** @throws IOException where it has been founded and the passphrase is not the one that its key was made with */
    void tryKey() throws IOException {
        if (exists()) {
            key();
        }
    }

    /**
     * Makes the authority's key, certificate and first, empty list.
     *
     * @throws IllegalStateException when it exists already
     */
    public synchronized void found(String name) throws IOException {
        if (exists()) {
            throw new IllegalStateException("the authority exists already in " + folder);
        }
        OwnerOnly.createFolder(folder);
        KeyPair pair = KeyFile.newKeyPair(random);
        X500Name subject = new X500NameBuilder()
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, name)
                .addRDN(BCStyle.CN, name)
                .build();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject, serial(), now(), after(AUTHORITY_VALIDITY), subject, pair.getPublic());
        X509Certificate certificate;
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            identifiers().createSubjectKeyIdentifier(pair.getPublic()));
            certificate = signed(builder, pair.getPrivate());
            new KeyFile(pair.getPrivate(), List.of(certificate)).write(folder.resolve(KEY_FILE), passphrase);
            OwnerOnly.write(folder.resolve(Anchor.CERTIFICATE_FILE), certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority's certificate could not be made", e);
        }
        publish(key(), emptyList(certificate), BigInteger.ONE);
    }

    /** The public half as it lies in the folder now. */
    public Anchor anchor() throws IOException {
        return Anchor.read(folder);
    }

    /** Makes a key and a certificate for an office: CN is its name, OU its code. Valid for ten years from now. */
    KeyFile certify(String officeCode, String officeName) throws IOException {
        KeyPair pair = KeyFile.newKeyPair(random);
        synchronized (this) {
            KeyFile authority = key();
            X509Certificate issuer = authority.chain().get(0);
            X509Certificate certificate =
                    signed(officeCertificate(issuer, pair, officeCode, officeName), authority.key());
            publish(authority, successor(), nextNumber());
            return new KeyFile(pair.getPrivate(), List.of(certificate, issuer));
        }
    }

    /** Revokes a certificate (reason: key compromise) from now on and publishes the next list. */
    public void revoke(X509Certificate certificate) throws IOException {
        revoke(List.of(certificate));
    }

    synchronized void revoke(List<X509Certificate> certificates) throws IOException {
        X509v2CRLBuilder list = successor();
        certificates.forEach(each -> list.addCRLEntry(each.getSerialNumber(), now(), CRLReason.keyCompromise));
        publish(key(), list, nextNumber());
    }

    private X509v3CertificateBuilder officeCertificate(
            X509Certificate authority, KeyPair pair, String officeCode, String officeName) throws IOException {
        X500Name subject = new X500NameBuilder()
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.OU, officeCode)
                .addRDN(BCStyle.CN, officeName)
                .build();
        DistributionPoint point = new DistributionPoint(
                new DistributionPointName(
                        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, crlUrl))),
                null,
                null);
        try {
            return new JcaX509v3CertificateBuilder(
                            authority, serial(), now(), after(OFFICE_VALIDITY), subject, pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .addExtension(
                            Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            identifiers().createSubjectKeyIdentifier(pair.getPublic()))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers().createAuthorityKeyIdentifier(authority.getPublicKey()));
        } catch (CertIOException e) {
            throw new IOException("the certificate of office " + officeCode + " could not be made", e);
        }
    }

    private X509v2CRLBuilder emptyList(X509Certificate authority) throws IOException {
        try {
            return new X509v2CRLBuilder(new JcaX509CertificateHolder(authority).getSubject(), now());
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority's certificate could not be read", e);
        }
    }

    private X509v2CRLBuilder successor() throws IOException {
        Anchor anchor = anchor();
        X509v2CRLBuilder list = emptyList(anchor.certificate());
        list.addCRL(new X509CRLHolder(anchor.encodedCrl()));
        return list;
    }

    private BigInteger nextNumber() throws IOException {
        X509CRLHolder last = new X509CRLHolder(anchor().encodedCrl());
        return ASN1Integer.getInstance(last.getExtension(Extension.cRLNumber).getParsedValue())
                .getPositiveValue()
                .add(BigInteger.ONE);
    }

    private void publish(KeyFile authority, X509v2CRLBuilder list, BigInteger number) throws IOException {
        try {
            list.setNextUpdate(after(LIST_VALIDITY));
            list.addExtension(Extension.cRLNumber, false, new ASN1Integer(number));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers()
                            .createAuthorityKeyIdentifier(
                                    authority.chain().get(0).getPublicKey()));
            byte[] encoded = new JcaX509CRLConverter()
                    .getCRL(list.build(signer(authority.key())))
                    .getEncoded();
            OwnerOnly.write(folder.resolve(Anchor.CRL_FILE), encoded);
        } catch (GeneralSecurityException e) {
            throw new IOException("the list of revoked certificates could not be made", e);
        }
    }

    private KeyFile key() throws IOException {
        return KeyFile.read(folder.resolve(KEY_FILE), passphrase);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key) throws IOException {
        try {
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate could not be signed", e);
        }
    }

    private static ContentSigner signer(PrivateKey key) throws IOException {
        try {
            return new JcaContentSignerBuilder(KeyFile.SIGNATURE_ALGORITHM).build(key);
        } catch (OperatorCreationException e) {
            throw new IOException("the authority's key does not sign", e);
        }
    }

    private static JcaX509ExtensionUtils identifiers() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-1 for key identifiers", e);
        }
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }

    private Date now() {
        return Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private Date after(Period period) {
        Instant end = clock.instant().atOffset(ZoneOffset.UTC).plus(period).toInstant();
        return Date.from(end.truncatedTo(ChronoUnit.SECONDS));
    }
}
