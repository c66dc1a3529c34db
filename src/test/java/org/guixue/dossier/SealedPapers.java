package org.guixue.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.rendering.About;
import org.guixue.rendering.Attachment;
import org.guixue.rendering.Impression;
import org.guixue.rendering.Paper;
import org.guixue.rendering.Rendered;
import org.guixue.rendering.Renderer;
import org.guixue.rendering.Samples;
import org.guixue.rendering.SealDrawing;
import org.guixue.signing.CertificateAuthority;
import org.guixue.signing.OfficeKey;
import org.guixue.signing.OfficeKeys;
import org.guixue.signing.Passphrase;
import org.guixue.signing.ReadyKeys;
import org.guixue.signing.SealClaim;
import org.guixue.signing.SealPlace;
import org.guixue.signing.Sealing;

/** Papers that a school has really rendered and sealed, with a key and an authority of their own. */
final class SealedPapers {
    static final String SCHOOL = "东山镇中心小学";
    private static final String CODE = "360799-XX";
    private static Optional<OfficeKey> made = Optional.empty();

    private final SealDrawing seal = new SealDrawing(Samples.FONTS);
    private final Renderer renderer = new Renderer(Samples.FONTS, seal);
    private final OfficeKey key;

    SealedPapers() throws IOException {
        key = keyOfThisMachine();
    }

    /** Made once in a Java machine, in a folder that goes at once: a key in hand needs none. */
    private static synchronized OfficeKey keyOfThisMachine() throws IOException {
        if (made.isEmpty()) {
            Path folder = Files.createTempDirectory("sealed-papers");
            made = Optional.of(make(folder));
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return made.orElseThrow();
    }

    private static OfficeKey make(Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("passphrase"), "correct horse battery staple\n");
        Path home = folder.resolve("home");
        Passphrase passphrase = Passphrase.read(secret, home);
        OfficeKeys keys = OfficeKeys.open(home.resolve("keys"), passphrase);
        CertificateAuthority authority = new CertificateAuthority(
                keys.authorityFolder(),
                passphrase,
                "http://127.0.0.1:9/authority.crl",
                Clock.systemUTC(),
                new SecureRandom());
        ReadyKeys.use();
        authority.found("示范县控辍保学印章管理中心");
        keys.enrol(authority, CODE, SCHOOL);
        return keys.key(CODE);
    }

    /** A sealed notice of one page; {@code more} is HTML that follows. */
    byte[] notice(String name, String serial, String more) {
        Paper paper = Paper.of(
                        Samples.notice(name).replace("东小访〔2026〕12号", serial).replace("</body>", more + "</body>"),
                        new About("劝返复学通知书", SCHOOL, serial, Instant.parse("2026-11-22T02:00:00Z")))
                .withSeal(SCHOOL)
                .withAttachments(List.of(new Attachment(
                        "values.json",
                        "application/json",
                        Attachment.Relationship.DATA,
                        "填写的内容",
                        "{\"studentName\":\"张三\"}".getBytes(StandardCharsets.UTF_8))));
        Rendered rendered = renderer.render(paper);
        Impression place = rendered.signatureSeal().orElseThrow();
        return new Sealing(Optional.empty())
                .seal(
                        rendered.pdf(),
                        new SealPlace(
                                place.page(), place.x(), place.y(), place.size(), place.size(), "seal", SCHOOL + "印章"),
                        document -> seal.draw(document, SCHOOL),
                        key,
                        new SealClaim("签发" + serial, SCHOOL, Instant.parse("2026-11-22T02:00:01Z")));
    }
}
