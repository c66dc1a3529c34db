package org.guixue.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guixue.Sha256;
import org.guixue.archive.ArchivalNumber;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormSample;
import org.guixue.form.PackagedForms;
import org.guixue.form.SheetFacts;
import org.guixue.instrument.RecordFacts.Account;
import org.guixue.instrument.RecordFacts.FormThen;
import org.guixue.instrument.RecordFacts.OfficeThen;
import org.guixue.instrument.RecordFacts.SubjectThen;
import org.guixue.rendering.About;
import org.guixue.rendering.Fonts;
import org.guixue.rendering.FormsOnPaperTest;
import org.guixue.rendering.Paper;
import org.guixue.rendering.Rendered;
import org.guixue.rendering.Renderer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every packed form with its sample and its edge: what was rendered, what is frozen of it, and what the index is told. */
class PrintedSheetTest {
    private static final FormCatalog CATALOG = FormCatalog.load(List.of(PackagedForms.root()));
    private static final Renderer RENDERER = new Renderer(Fonts.packed());

    private record Sample(Form form, Map<String, Object> values, SheetFacts facts, FormSample sample) {}

    static Stream<Named<Sample>> samples() {
        return CATALOG.forms().stream().flatMap(form -> Stream.of("sample", "edge")
                .map(set -> Named.of(form.id() + " " + set, sample(form, set))));
    }

    private static Sample sample(Form form, String set) {
        Path folder = CATALOG.folder(form.id()).orElseThrow();
        FormSample sample = FormSample.read(folder.resolve(set + ".json"));
        return new Sample(form, sample.values(), sample.facts(), sample);
    }

    /** As a rebuild of the index makes it: values.json, record.json and the frozen template have all been bytes since. */
    private static PrintedSheet rebuilt(Sample sample) {
        Form form = sample.form();
        byte[] values = ValuesJson.write(sample.values());
        FrozenTemplate template = FrozenTemplate.of(form.digest(), form.id(), form.version(), form.template());
        Form frozen = FrozenForms.of(
                CATALOG.frozen(template.form(), template.files()),
                RecordJson.read(RecordJson.write(facts(sample, Sha256.of(values)))));
        return PrintedSheet.of(frozen, CATALOG.sheet(frozen), ValuesJson.read(values), sample.facts());
    }

    private static RecordFacts facts(Sample sample, Sha256 values) {
        Form form = sample.form();
        return new RecordFacts(
                ArchivalNumber.parse("SF01-WS.2026-D30-0012"),
                new SerialNumber("serial:5:访:2026", 2026, 12, "东小访〔2026〕12号"),
                form.title(),
                form.words(),
                form.kind(),
                new FormThen(form.id(), form.version(), form.digest()),
                new OfficeThen(5, "360702001001", "东山镇中心小学", "东小", "SF01"),
                sample.sample().issuedOn(),
                Instant.parse("2026-11-23T01:05:07Z"),
                new Account(7, "李秀英"),
                Optional.empty(),
                new SubjectThen(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                form.retention(),
                false,
                "0123456789abcdef0123456789abcdef",
                values,
                Map.of(),
                Optional.empty());
    }

    private static PrintedSheet printed(Sample sample) {
        return PrintedSheet.of(sample.form(), CATALOG.sheet(sample.form()), sample.values(), sample.facts());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsTheIndexTheSameFromTheRenderedSheetAndOnARebuild(Sample sample) {
        PrintedSheet printed = printed(sample);
        PrintedSheet rebuilt = rebuilt(sample);
        assertEquals(printed.html(), rebuilt.html());
        assertEquals(printed.text(), rebuilt.text());
    }

    /** Character by character, since cells that wrap are extracted line by line across the row. */
    @ParameterizedTest
    @MethodSource("samples")
    void tellsTheIndexWhatStandsOnThePages(Sample sample) throws IOException {
        PrintedSheet printed = printed(sample);
        Rendered rendered = RENDERER.render(Paper.of(
                        printed.html(), new About(sample.form().title(), "", "", Instant.parse("2026-11-23T01:05:07Z")))
                .withPictures(FormsOnPaperTest.pictures(sample.form())));
        Map<Integer, Long> onPaper;
        try (PDDocument document = Loader.loadPDF(rendered.pdf())) {
            assertEquals(document.getNumberOfPages(), rendered.pages());
            onPaper = letters(new PDFTextStripper().getText(document));
        }
        Map<Integer, Long> told = letters(printed.text().open());
        assertFalse(told.isEmpty());
        told.forEach((letter, times) -> assertTrue(
                onPaper.getOrDefault(letter, 0L) >= times,
                () -> times + " times “" + Character.toString(letter) + "”, on paper " + onPaper.get(letter)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsSensitiveValuesOutOfTheOpenText(Sample sample) {
        PaperText text = printed(sample).text();
        for (Field field : sample.form().fields()) {
            Object value = sample.values().get(field.name());
            if (field.sensitive() && value instanceof String words && words.length() > 6) {
                assertFalse(text.open().contains(words), field.name());
                assertTrue(text.sensitive().contains(field.label()), field.name());
            }
        }
    }

    private static Map<Integer, Long> letters(String text) {
        return text.codePoints()
                .filter(Character::isIdeographic)
                .boxed()
                .collect(Collectors.groupingBy(letter -> letter, TreeMap::new, Collectors.counting()));
    }
}
