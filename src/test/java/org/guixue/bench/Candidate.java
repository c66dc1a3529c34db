package org.guixue.bench;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.guixue.form.Form;
import org.guixue.rendering.FormsOnPaperTest;
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
import org.guixue.signing.Seal;
import org.guixue.signing.SealClaim;
import org.guixue.signing.SealPlace;
import org.guixue.signing.Sealing;

/** One form, filled with its sample, and the ways to make it: rendered and sealed, by us and by stock pdfHTML. */
record Candidate(String form, Map<String, Supplier<byte[]>> ways) {
    static final String RENDER = "render";
    static final String SEAL = "seal";
    static final String RENDER_AND_SEAL = "render+seal";
    static final String STOCK_RENDER = "stock render";
    static final String STOCK_BOTH = "stock render+seal";

    private static final String OFFICE = "东山镇中心小学";

    static List<Candidate> all() throws IOException {
        Renderer renderer = new Renderer(Samples.FONTS);
        SealDrawing drawing = new SealDrawing(Samples.FONTS);
        Stock stock = new Stock();
        OfficeKey key = key();
        Sealing sealing = new Sealing(Optional.empty());
        List<Candidate> all = new ArrayList<>();
        for (Form form : FormsOnPaperTest.all()) {
            Paper paper = FormsOnPaperTest.paper(form, "sample");
            Impression place = renderer.render(paper).signatureSeal().orElseThrow();
            byte[] rendered = renderer.render(paper).pdf();
            Map<String, byte[]> pictures = FormsOnPaperTest.pictures(form);
            String stockHtml = withPictures(paper.html(), pictures);
            Signer signer = new Signer(sealing, drawing, key);
            Map<String, Supplier<byte[]>> ways = new LinkedHashMap<>();
            ways.put(RENDER, () -> renderer.render(paper).pdf());
            ways.put(SEAL, () -> signer.seal(rendered, place));
            ways.put(RENDER_AND_SEAL, () -> signer.seal(renderer, paper));
            ways.put(STOCK_RENDER, () -> stock.render(stockHtml));
            ways.put(
                    STOCK_BOTH,
                    () -> signer.seal(
                            stock.render(stockHtml),
                            new Impression(1, place.x(), place.y(), place.size(), place.label())));
            all.add(new Candidate(form.id().toString(), ways));
        }
        return all;
    }

    private record Signer(Sealing sealing, SealDrawing drawing, OfficeKey key) {
        private static final SealClaim CLAIM = new SealClaim("签发", OFFICE, Samples.WHEN);

        /** A document that was made elsewhere. */
        byte[] seal(byte[] pdf, Impression at) {
            return sealing.seal(pdf, place(at), this::draw, key, CLAIM);
        }

        /** As issuing does: the paper leaves room for its signature. */
        byte[] seal(Renderer renderer, Paper paper) {
            Seal seal = sealing.begin(key, CLAIM);
            Rendered rendered = renderer.render(paper, (document, at) -> seal.place(document, place(at), this::draw));
            return seal.sign(rendered.pdf());
        }

        private PdfFormXObject draw(PdfDocument document) {
            return drawing.draw(document, OFFICE);
        }

        private static SealPlace place(Impression at) {
            return new SealPlace(at.page(), at.x(), at.y(), at.size(), at.size(), "seal", OFFICE + "印章");
        }
    }

    /** The stock converter gets its pictures as data addresses. */
    private static String withPictures(String html, Map<String, byte[]> pictures) {
        String result = html;
        for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
            String type = picture.getKey().endsWith("png") ? "image/png" : "image/jpeg";
            result = result.replace(
                    "photo:" + picture.getKey(),
                    "data:" + type + ";base64," + Base64.getEncoder().encodeToString(picture.getValue()));
        }
        return result;
    }

    private static OfficeKey key() throws IOException {
        Path folder = Files.createTempDirectory("guixue-bench");
        Path secret = Files.writeString(folder.resolve("passphrase"), "correct horse battery staple\n");
        Passphrase passphrase = Passphrase.read(secret, folder.resolve("home"));
        OfficeKeys keys = OfficeKeys.open(folder.resolve("home/keys"), passphrase);
        CertificateAuthority authority = new CertificateAuthority(
                keys.authorityFolder(),
                passphrase,
                "http://127.0.0.1/authority.crl",
                Clock.systemUTC(),
                new SecureRandom());
        authority.found("示范县教育局");
        keys.enrol(authority, "BENCH", OFFICE);
        return keys.key("BENCH");
    }
}
