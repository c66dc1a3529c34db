package org.guixue.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A county with an authority and one office that has a key, in a folder of its own. */
record County(Path folder, Passphrase passphrase, CertificateAuthority authority, OfficeKeys keys) {
    static final String OFFICE = "360799-JY";
    static final String CRL_URL = "http://127.0.0.1:9/authority.crl";

    static County found(Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("passphrase"), "correct horse battery staple\n");
        Path home = folder.resolve("home");
        Passphrase passphrase = Passphrase.read(secret, home);
        OfficeKeys keys = OfficeKeys.open(home.resolve("keys"), passphrase);
        CertificateAuthority authority = new CertificateAuthority(
                keys.authorityFolder(), passphrase, CRL_URL, Clock.systemUTC(), new SecureRandom());
        authority.found("示范县控辍保学印章管理中心");
        keys.enrol(authority, OFFICE, "示范县教育局");
        return new County(folder, passphrase, authority, keys);
    }

    byte[] seal(byte[] unsealed) {
        return new Sealing(Optional.empty())
                .seal(unsealed, SealablePaper.PLACE, SealablePaper::ring, keys.key(OFFICE), claim());
    }

    static SealClaim claim() {
        return new SealClaim("签发文书", "示范县", Instant.now());
    }
}
