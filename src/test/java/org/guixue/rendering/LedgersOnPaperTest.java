package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.FormSample;
import org.guixue.form.Ledger;
import org.guixue.form.PackagedForms;
import org.guixue.form.SheetFacts;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every packed ledger as the sealed paper that it becomes when it is submitted, and blank. */
class LedgersOnPaperTest {
    private static final FormCatalog CATALOG = FormCatalog.load(List.of(PackagedForms.root()));

    static Stream<Named<Ledger>> ledgers() {
        return CATALOG.ledgers().stream().map(ledger -> Named.of(ledger.id().toString(), ledger));
    }

    private static FormSample sample(Ledger ledger) {
        return FormSample.read(CATALOG.folder(ledger.id()).orElseThrow().resolve("sample.json"));
    }

    private static Paper paper(Ledger ledger, Map<String, Object> values) {
        FormSample sample = sample(ledger);
        String html = CATALOG.sheet(ledger.paper()).forPaper(values, sample.facts());
        About about = new About(ledger.title(), "", sample.serial(), Samples.ABOUT.createdAt());
        return Paper.of(html, about).withVerification(Samples.LINK).withSeal(sample.issuerName());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void sampleKeepsBothStandardsAndGivesTheExpectedText(Ledger ledger) throws IOException {
        Rendered rendered =
                new Renderer(Samples.FONTS).render(paper(ledger, sample(ledger).values()));
        keep(ledger, "sample", rendered);
        ConformityCheck.assertConforms(rendered.pdf());
        assertInOrder(
                text(rendered.pdf()),
                Files.readAllLines(CATALOG.folder(ledger.id()).orElseThrow().resolve("expected.txt")));
        SealsOnPaperTest.assertSealed(rendered, sample(ledger));
        assertEquals(1, rendered.pages(), "what the source prints on one page stands on one");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void blankIsAPaperToo(Ledger ledger) throws IOException {
        String html = CATALOG.sheet(ledger.paper()).blank(SheetFacts.blank(LocalDate.of(2026, 11, 22)));
        Rendered blank = new Renderer(Samples.FONTS)
                .render(Paper.of(html, new About(ledger.title(), "", "", Samples.ABOUT.createdAt()))
                        .withMark(Mark.BLANK));
        keep(ledger, "blank", blank);
        ConformityCheck.assertConforms(blank.pdf());
    }

    /** The sample's rows again and again: heads stand again on every page, no row is cut, and the sum stands once. */
    @Test
    void aLongLedgerRunsOverPages() throws IOException {
        for (String id : List.of("ganxian/return-ledger", "xixiangtang/monthly-report", "shifan/term-count")) {
            Ledger ledger = CATALOG.ledger(FormId.parse(id)).orElseThrow();
            Map<String, Object> values = new LinkedHashMap<>(sample(ledger).values());
            List<Object> rows = new ArrayList<>();
            while (rows.size() < 60) {
                rows.addAll((List<?>) values.get(Ledger.ROWS));
            }
            values.put(Ledger.ROWS, rows);
            values.put("corrects", "更正西中报〔2026〕11号（2026年9月25日）");
            values.put("changes", "增加：赵文博\n".repeat(80) + "去掉：钟雨欣");
            Rendered rendered = new Renderer(Samples.FONTS).render(paper(ledger, values));
            keep(ledger, "long", rendered);
            String text = text(rendered.pdf());
            assertTrue(rendered.pages() > 2, "pages of " + id);
            assertTrue(text.split("序号", -1).length > 4, "heads of " + id);
            if (ledger.rows().per().isPresent()) {
                assertEquals(1, text.split("合计", -1).length - 1, "sums of " + id);
            }
            assertEquals(80, text.split("增加：赵文博", -1).length - 1, "changes of " + id);
        }
    }

    private static void keep(Ledger ledger, String set, Rendered rendered) throws IOException {
        Files.createDirectories(Path.of("target/papers"));
        Files.write(
                Path.of("target/papers", ledger.id().toString().replace('/', '-') + "-" + set + ".pdf"),
                rendered.pdf());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static void assertInOrder(String text, List<String> lines) {
        int from = 0;
        for (String line : lines) {
            String wanted = line.replaceAll("\\s", "");
            int at = text.indexOf(wanted, from);
            assertTrue(at >= 0, "expected “" + line + "” in: " + text.substring(from));
            from = at + wanted.length();
        }
    }
}
