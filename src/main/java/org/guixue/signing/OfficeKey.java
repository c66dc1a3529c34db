package org.guixue.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** What an office seals with: its private key, its certificate and the authority that vouches for it. */
public record OfficeKey(PrivateKey privateKey, X509Certificate certificate, Anchor authority) {
    /** The chain from the office's certificate to the authority's. */
    public List<X509Certificate> chain() {
        return List.of(certificate, authority.certificate());
    }

    @Override
    public String toString() {
        return "OfficeKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
