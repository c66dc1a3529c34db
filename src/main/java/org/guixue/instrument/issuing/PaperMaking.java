package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.form.Field;
import org.guixue.form.FieldType;
import org.guixue.form.Form;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Photo;
import org.guixue.instrument.Photos;
import org.guixue.instrument.PrintedSheet;
import org.guixue.instrument.PrintedSheets;
import org.guixue.instrument.RecordJson;
import org.guixue.office.Office;
import org.guixue.rendering.About;
import org.guixue.rendering.Attachment;
import org.guixue.rendering.Fonts;
import org.guixue.rendering.Mark;
import org.guixue.rendering.MissingGlyphException;
import org.guixue.rendering.PageImage;
import org.guixue.rendering.Paper;
import org.guixue.rendering.PublicAddress;
import org.guixue.rendering.Rendered;
import org.guixue.rendering.Renderer;
import org.guixue.rendering.SealDrawing;
import org.guixue.rendering.Verification;
import org.guixue.signing.KeySafe;
import org.guixue.signing.Seal;
import org.guixue.signing.SealClaim;
import org.guixue.signing.SealPlace;
import org.guixue.signing.Sealing;

/** Makes papers from values: those that are only looked at, and the sealed file of a reserved instrument. */
@ApplicationScoped
public class PaperMaking {
    private static final int PICTURE_WIDTH_PIXELS = 1240;

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "form.json", "application/json",
            "form.html", "text/html",
            "form.css", "text/css",
            "ledger.json", "application/json",
            "ledger.html", "text/html",
            "ledger.css", "text/css",
            "paper.css", "text/css");

    private final KeySafe safe;
    private final PublicAddress address;
    private final Fonts fonts;
    private final SealDrawing sealDrawing;
    private final Renderer renderer;
    private final Sealing sealing;
    private final PrintedSheets sheets;
    private final Photos photos;
    private final Iterable<Enclosures> enclosures;
    private final Clock clock;

    @Inject
    public PaperMaking(
            KeySafe safe,
            PublicAddress address,
            Fonts fonts,
            SealDrawing sealDrawing,
            Renderer renderer,
            Sealing sealing,
            PrintedSheets sheets,
            Photos photos,
            @Any Instance<Enclosures> enclosures,
            Clock clock) {
        this(
                safe,
                address,
                fonts,
                sealDrawing,
                renderer,
                sealing,
                sheets,
                photos,
                (Iterable<Enclosures>) enclosures,
                clock);
    }

    /** With what papers enclose, without a container. */
    public PaperMaking(
            KeySafe safe,
            PublicAddress address,
            Fonts fonts,
            SealDrawing sealDrawing,
            Renderer renderer,
            Sealing sealing,
            PrintedSheets sheets,
            Photos photos,
            Iterable<Enclosures> enclosures,
            Clock clock) {
        this.safe = safe;
        this.address = address;
        this.fonts = fonts;
        this.sealDrawing = sealDrawing;
        this.renderer = renderer;
        this.sealing = sealing;
        this.sheets = sheets;
        this.photos = photos;
        this.enclosures = enclosures;
        this.clock = clock;
    }

    /**
     * A paper that is no instrument: never numbered, sealed or stored, and marked as what it is.
     *
     * @throws ValuesRefused where the form's own words or the office's name hold a character that no font draws
     */
    public Rendered marked(Form form, Office issuer, String html, Map<String, Object> values, Mark mark) {
        try {
            return renderer.render(paper(form, html, issuer, "", clock.instant())
                    .withPictures(pictures(form, values))
                    .withMark(mark));
        } catch (MissingGlyphException e) {
            throw new ValuesRefused("form", GlyphAdvice.of(e.missing()));
        }
    }

    /**
     * A form that is filled by hand: marked as of no effect, with a code that is no instrument's.
     *
     * @throws ValuesRefused where a character on it is drawn by no font
     */
    public Rendered toFill(Form form, Office issuer, String html, Map<String, Object> values, String token) {
        try {
            return renderer.render(paper(form, html, issuer, "", clock.instant())
                    .withPictures(pictures(form, values))
                    .withVerification(new Verification(address.url(), token))
                    .withMark(Mark.TO_FILL));
        } catch (MissingGlyphException e) {
            throw new ValuesRefused("form", GlyphAdvice.of(e.missing()));
        }
    }

    /** A violation for each field with a character that no font can draw. */
    List<Violation> undrawable(Form form, Map<String, Object> values) {
        List<Violation> undrawable = new ArrayList<>();
        for (Field field : form.fields()) {
            Object value = values.get(field.name());
            if (value != null && field.type() != FieldType.PHOTOS) {
                fonts.firstMissing(String.valueOf(value))
                        .ifPresent(missing -> undrawable.add(new Violation(field.name(), GlyphAdvice.of(missing))));
            }
        }
        return undrawable;
    }

    /** A file that was rendered and sealed just now, with the number of its pages. */
    record Sealed(byte[] file, int pages) {}

    /** The sealed file of a reserved instrument, from what was frozen and nothing else. The index will want its text. */
    Sealed seal(Instrument instrument) {
        PrintedSheet printed = sheets.of(instrument);
        Office issuer = instrument.issuer();
        SealClaim claim = new SealClaim("签发" + instrument.serial(), issuer.name(), clock.instant());
        Seal seal = sealing.begin(safe.key(issuer.code()), claim);
        Rendered rendered = renderer.render(paper(instrument, printed), (document, place) -> {
            SealPlace field = new SealPlace(
                    place.page(), place.x(), place.y(), place.size(), place.size(), "seal", issuer.name() + "印章");
            seal.place(document, field, target -> sealDrawing.draw(target, issuer.name()));
        });
        if (rendered.signatureSeal().isEmpty()) {
            throw new IllegalStateException("the form " + instrument.form() + " has no place for a seal");
        }
        sheets.rendered(instrument, printed);
        return new Sealed(seal.sign(rendered.pdf()), rendered.pages());
    }

    private Paper paper(Instrument instrument, PrintedSheet printed) {
        Office issuer = instrument.issuer();
        return paper(printed.form(), printed.html(), issuer, instrument.serial(), instrument.reservedAt())
                .withPictures(pictures(printed.form(), printed.values()))
                .withAttachments(attachments(instrument, printed))
                .withVerification(new Verification(address.url(), instrument.token()))
                .withSeal(issuer.name());
    }

    /** A page of a paper as PNG; refused as not found where there is no such page. */
    public byte[] picture(Rendered paper, int page) {
        if (page < 1 || page > paper.pages()) {
            throw new NotFound("页");
        }
        try {
            return PageImage.png(paper.pdf(), page, PICTURE_WIDTH_PIXELS);
        } catch (IOException e) {
            throw new UncheckedIOException("a page of ours cannot be drawn", e);
        }
    }

    private static Paper paper(Form form, String html, Office issuer, String serial, Instant createdAt) {
        return Paper.of(html, new About(form.title(), issuer.name(), serial, createdAt));
    }

    private Map<String, byte[]> pictures(Form form, Map<String, Object> values) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (field.type() == FieldType.PHOTOS && values.get(field.name()) instanceof List<?> ids) {
                ids.forEach(id -> photos.find(String.valueOf(id))
                        .map(Photo::picture)
                        .ifPresent(picture -> pictures.put(String.valueOf(id), picture)));
            }
        }
        return pictures;
    }

    private List<Attachment> attachments(Instrument instrument, PrintedSheet printed) {
        List<Attachment> attachments = new ArrayList<>();
        attachments.add(new Attachment(
                "values.json", "application/json", Attachment.Relationship.DATA, "填写内容", instrument.valuesJson()));
        attachments.add(new Attachment(
                RecordJson.FILE,
                "application/json",
                Attachment.Relationship.SUPPLEMENT,
                "归档元数据",
                instrument.recordJson()));
        enclosures.forEach(each -> attachments.addAll(each.of(printed)));
        new TreeMap<>(printed.form().template())
                .forEach((name, bytes) -> attachments.add(new Attachment(
                        name,
                        Optional.ofNullable(MEDIA_TYPES.get(name)).orElse("application/octet-stream"),
                        Attachment.Relationship.SOURCE,
                        "表样文件",
                        bytes)));
        return attachments;
    }
}
