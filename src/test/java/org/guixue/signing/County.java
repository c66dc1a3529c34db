package org.guixue.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A county with an authority and one office that has a key, in a folder of its own. */
record County(Path folder, Passphrase passphrase, CertificateAuthority authority, OfficeKeys keys) {
    static final String OFFICE = "360799-JY";
    static final String CRL_URL = "http://127.0.0.1:9/authority.crl";
    private static Optional<Path> master = Optional.empty();

    /** With keys that no other has. */
    static County found(Path folder) throws IOException {
        ReadyKeys.use();
        County county = open(folder);
        county.authority.found("示范县控辍保学印章管理中心");
        county.keys.enrol(county.authority, OFFICE, "示范县教育局");
        return county;
    }

    /** A copy of one and the same county: its keys are made once in a Java machine. */
    static County copy(Path folder) throws IOException {
        Path from = master();
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(path -> !path.equals(from)).toList()) {
                Files.copy(each, folder.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return open(folder);
    }

    private static synchronized Path master() throws IOException {
        if (master.isEmpty()) {
            Path folder = Files.createTempDirectory("county");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            found(folder);
            master = Optional.of(folder);
        }
        return master.orElseThrow();
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static County open(Path folder) throws IOException {
        Path secret = folder.resolve("passphrase");
        if (!Files.exists(secret)) {
            Files.writeString(secret, "correct horse battery staple\n");
        }
        Path home = folder.resolve("home");
        Passphrase passphrase = Passphrase.read(secret, home);
        OfficeKeys keys = OfficeKeys.open(home.resolve("keys"), passphrase);
        CertificateAuthority authority = new CertificateAuthority(
                keys.authorityFolder(), passphrase, CRL_URL, Clock.systemUTC(), new SecureRandom());
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
