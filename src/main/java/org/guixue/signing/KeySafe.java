package org.guixue.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.guixue.Unavailable;

/**
 * The seal keys of a home and the county's own authority. Without a passphrase there are no keys, and the authority is
 * founded with the first of them: so each is asked for when it is used, and never kept. Safe for many threads.
 */
public class KeySafe {
    private final Optional<OfficeKeys> keys;
    private final Optional<Passphrase> passphrase;
    private final Supplier<URI> publicUrl;
    private final Clock clock;
    private final SecureRandom random;

    private KeySafe(
            Optional<OfficeKeys> keys,
            Optional<Passphrase> passphrase,
            Supplier<URI> publicUrl,
            Clock clock,
            SecureRandom random) {
        this.keys = keys;
        this.passphrase = passphrase;
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.random = random;
    }

    /** @param publicUrl where certificates say that the list of revoked ones lies */
    public static KeySafe open(
            Path folder, Optional<Passphrase> passphrase, Supplier<URI> publicUrl, Clock clock, SecureRandom random)
            throws IOException {
        Optional<OfficeKeys> keys =
                passphrase.isPresent() ? Optional.of(OfficeKeys.open(folder, passphrase.get())) : Optional.empty();
        return new KeySafe(keys, passphrase, publicUrl, clock, random);
    }

    /** @throws IOException where the passphrase does not open what was made before */
    public void tryKeys() throws IOException {
        if (keys.isPresent()) {
            authority().tryKey();
        }
    }

    /** Empty until a passphrase file is named. */
    public Optional<OfficeKeys> keys() {
        return keys;
    }

    /** @throws NoSealKey where the office has none */
    public OfficeKey key(String officeCode) {
        return expectKeys().key(officeCode);
    }

    /** The county's own authority, for giving an office its certificate; nothing else needs its key. */
    public CertificateAuthority authority() {
        return new CertificateAuthority(
                expectKeys().authorityFolder(),
                passphrase.orElseThrow(),
                publicUrl.get().resolve("/authority.crl").toString(),
                clock,
                random);
    }

    /** Checks seals of our authority. */
    public SignatureCheck signatures() {
        Anchor anchor = anchor();
        return new SignatureCheck(Set.of(anchor.certificate()), Optional.of(anchor.crl()));
    }

    /** What anybody may have: the authority's certificate and its list of revoked ones. */
    public Anchor anchor() {
        try {
            return Anchor.read(expectKeys().authorityFolder());
        } catch (IOException e) {
            throw new UncheckedIOException("the authority's certificate cannot be read", e);
        }
    }

    /** Since when a certificate of ours is revoked. */
    public Optional<Instant> revokedAt(X509Certificate certificate) {
        return anchor().revokedAt(certificate);
    }

    /**
     * Revokes whatever the office has or had that is not revoked yet: nobody knows which copy was stolen, and what was in the
     * register before stays good.
     *
     * @return how many
     */
    public int revoke(String officeCode) throws IOException {
        List<X509Certificate> unrevoked = unrevoked(officeCode);
        if (!unrevoked.isEmpty()) {
            authority().revoke(unrevoked);
        }
        return unrevoked.size();
    }

    /** Whether the office has or had a certificate that is not revoked yet. */
    public boolean hasUnrevoked(String officeCode) throws IOException {
        return !unrevoked(officeCode).isEmpty();
    }

    private List<X509Certificate> unrevoked(String officeCode) throws IOException {
        OfficeKeys all = expectKeys();
        List<X509Certificate> known = new ArrayList<>(all.former(officeCode));
        all.certificate(officeCode).ifPresent(known::add);
        known.removeIf(certificate -> revokedAt(certificate).isPresent());
        return known;
    }

    private OfficeKeys expectKeys() {
        return keys.orElseThrow(() -> new Unavailable("尚未设置印章密钥的口令文件"));
    }
}
