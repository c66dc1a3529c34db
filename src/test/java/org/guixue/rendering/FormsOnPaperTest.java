package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormSample;
import org.guixue.form.PackagedForms;
import org.guixue.form.SheetFacts;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every packed form with its sample and its edge, and blank, as the papers that they become. */
public class FormsOnPaperTest {
    private static final FormCatalog CATALOG = FormCatalog.load(List.of(PackagedForms.root()));

    static Stream<Named<Form>> forms() {
        return CATALOG.forms().stream().map(form -> Named.of(form.id().toString(), form));
    }

    /** A form filled with one of its sets of values, as the paper that issuing would render. */
    public static Paper paper(Form form, String set) {
        try {
            Path folder = CATALOG.folder(form.id()).orElseThrow();
            FormSample sample = FormSample.read(folder.resolve(set + ".json"));
            String html = CATALOG.sheet(form).forPaper(sample.values(), sample.facts());
            About about = new About(form.title(), "东山镇中心小学", "东小〔2026〕12号", Samples.ABOUT.createdAt());
            return Paper.of(html, about)
                    .withVerification(Samples.LINK)
                    .withSeal("东山镇中心小学")
                    .withPictures(pictures(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packed forms. */
    public static List<Form> all() {
        return List.copyOf(CATALOG.forms());
    }

    /** The pictures in a form's folder, by file name. */
    public static Map<String, byte[]> pictures(Form form) throws IOException {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(CATALOG.folder(form.id()).orElseThrow())) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(jpe?g|png)")).toList()) {
                pictures.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return pictures;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void sampleEdgeAndBlankKeepBothStandards(Form form) throws IOException {
        Renderer renderer = new Renderer(Samples.FONTS);
        Files.createDirectories(Path.of("target/papers"));
        List<String> broken = new ArrayList<>();
        for (String set : List.of("sample", "edge")) {
            Rendered rendered = renderer.render(paper(form, set));
            Files.write(
                    Path.of("target/papers", form.id().toString().replace('/', '-') + "-" + set + ".pdf"),
                    rendered.pdf());
            assertTrue(rendered.pages() >= 1);
            try {
                ConformityCheck.assertConforms(rendered.pdf());
            } catch (AssertionError e) {
                broken.add(set + ": " + e.getMessage());
            }
        }
        String html = CATALOG.sheet(form).blank(SheetFacts.blank(java.time.LocalDate.of(2026, 11, 22)));
        Rendered blank = renderer.render(Paper.of(html, new About(form.title(), "", "", Samples.ABOUT.createdAt()))
                .withMark(Mark.BLANK));
        Files.write(Path.of("target/papers", form.id().toString().replace('/', '-') + "-blank.pdf"), blank.pdf());
        assertEquals(List.of(), broken);
        ConformityCheck.assertConforms(blank.pdf());
    }

    /** Every label that the source prescribes is there, in order. */
    @ParameterizedTest
    @MethodSource("forms")
    void sampleGivesTheExpectedText(Form form) throws IOException {
        String text;
        try (PDDocument document = Loader.loadPDF(
                new Renderer(Samples.FONTS).render(paper(form, "sample")).pdf())) {
            text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
        int from = 0;
        for (String line :
                Files.readAllLines(CATALOG.folder(form.id()).orElseThrow().resolve("expected.txt"))) {
            String wanted = line.replaceAll("\\s", "");
            int at = text.indexOf(wanted, from);
            assertTrue(at >= 0, "expected “" + line + "” in: " + text.substring(from));
            from = at + wanted.length();
        }
    }
}
