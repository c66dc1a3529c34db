package org.guixue.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** The public half of the authority: the certificate that everybody trusts and its list of revoked ones. */
public record Anchor(X509Certificate certificate, X509CRL crl) {
    static final String CERTIFICATE_FILE = "authority.crt";
    static final String CRL_FILE = "authority.crl";

    /**
     * Reads both from the authority's folder (DER). Needs no passphrase.
     *
     * @throws IOException when a file is missing or is none, or when the list is not the authority's
     */
    public static Anchor read(Path folder) throws IOException {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            X509Certificate certificate =
                    (X509Certificate) factory.generateCertificate(stream(folder.resolve(CERTIFICATE_FILE)));
            X509CRL crl = (X509CRL) factory.generateCRL(stream(folder.resolve(CRL_FILE)));
            crl.verify(certificate.getPublicKey());
            return new Anchor(certificate, crl);
        } catch (GeneralSecurityException e) {
            throw new IOException("expected the authority's certificate and list in " + folder, e);
        }
    }

    /** Since when a certificate is revoked. */
    public Optional<Instant> revokedAt(X509Certificate certificate) {
        return Optional.ofNullable(crl.getRevokedCertificate(certificate))
                .map(entry -> entry.getRevocationDate().toInstant());
    }

    /** The list as it is published (DER). */
    public byte[] encodedCrl() {
        try {
            return crl.getEncoded();
        } catch (CRLException e) {
            throw new IllegalStateException("a list that was read can be written", e);
        }
    }

    private static ByteArrayInputStream stream(Path file) throws IOException {
        return new ByteArrayInputStream(Files.readAllBytes(file));
    }
}
