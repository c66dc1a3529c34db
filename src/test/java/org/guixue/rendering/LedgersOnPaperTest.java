package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guixue.form.FieldType;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.FormSample;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;
import org.guixue.form.PackagedForms;
import org.guixue.form.SheetFacts;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every packed ledger as the sealed paper that it becomes when it is submitted, and blank. */
class LedgersOnPaperTest {
    /** Letters, which no line break cuts, at the beginning and in the longest cell of every row and nowhere else. */
    private static final String MARK = "龖";

    private static final String END = "靐";

    private static final int EDGE_ROWS = 45;

    private static final FormCatalog CATALOG = FormCatalog.load(List.of(PackagedForms.root()));

    static Stream<Named<Ledger>> ledgers() {
        return CATALOG.ledgers().stream().map(ledger -> Named.of(ledger.id().toString(), ledger));
    }

    private static FormSample sample(Ledger ledger) {
        return sample(ledger, "sample");
    }

    private static FormSample sample(Ledger ledger, String set) {
        return FormSample.read(CATALOG.folder(ledger.id()).orElseThrow().resolve(set + ".json"));
    }

    private static Paper paper(Ledger ledger, Map<String, Object> values) {
        return paper(ledger, sample(ledger), values);
    }

    private static Paper paper(Ledger ledger, FormSample sample, Map<String, Object> values) {
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

    /**
     * The hardest rows again and again, over pages: the head stands on each page that has rows, no row is cut or lost, notes and
     * sums stand once, and the seal lies on its line on the last page.
     */
    @ParameterizedTest
    @MethodSource("ledgers")
    void itsHardestRowsRunOverPages(Ledger ledger) throws IOException {
        FormSample edge = sample(ledger, "edge");
        List<String> texts = ledger.columns().stream()
                .filter(column -> column.type() == FieldType.TEXT || column.type() == FieldType.NAME)
                .filter(column -> column.kind() != LedgerColumn.Kind.BLANK)
                .map(LedgerColumn::name)
                .toList();
        String marked = texts.get(0);
        Map<?, ?> hardest = (Map<?, ?>) ((List<?>) edge.values().get(Ledger.ROWS)).get(0);
        String longest = texts.stream()
                .max(Comparator.comparing(
                        name -> String.valueOf(hardest.get(name)).length()))
                .orElseThrow();
        List<Map<String, Object>> rows = new ArrayList<>();
        while (rows.size() < EDGE_ROWS) {
            for (Object row : (List<?>) edge.values().get(Ledger.ROWS)) {
                Map<String, Object> copy = new LinkedHashMap<>();
                ((Map<?, ?>) row).forEach((name, value) -> copy.put(String.valueOf(name), value));
                copy.merge(marked, MARK, (text, mark) -> text + MARK);
                copy.merge(longest, END, (text, mark) -> text + END);
                rows.add(copy);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>(edge.values());
        values.put(Ledger.ROWS, rows);
        Rendered rendered = new Renderer(Samples.FONTS).render(paper(ledger, edge, values));
        keep(ledger, "edge", rendered);
        ConformityCheck.assertConforms(rendered.pdf());
        SealsOnPaperTest.assertSealed(rendered, edge);

        List<String> pages = texts(rendered.pdf());
        String head =
                squeezed(Jsoup.parse(ledger.paper().html()).selectFirst("thead").text());
        assertTrue(pages.size() > 1, "pages of " + ledger.id());
        assertEquals(
                rows.size(), pages.stream().mapToInt(page -> count(page, MARK)).sum(), "rows of " + ledger.id());
        for (int at = 0; at < pages.size(); at++) {
            String page = pages.get(at);
            assertEquals(count(page, MARK), count(page, END), "cut rows on page " + (at + 1) + " of " + ledger.id());
            if (count(page, MARK) > 0) {
                assertTrue(
                        head.chars().allMatch(letter -> page.indexOf(letter) >= 0),
                        "no head on page " + (at + 1) + " of " + ledger.id());
            }
        }
        String whole = String.join("", pages);
        for (String note : ledger.notes()) {
            assertEquals(1, whole.split(Pattern.quote(squeezed(note)), -1).length - 1, note);
        }
    }

    /** Nothing to report is a paper with its head, its blank rows and its seal too. */
    @ParameterizedTest
    @MethodSource("ledgers")
    void aPeriodWithoutRowsIsAPaperToo(Ledger ledger) throws IOException {
        FormSample sample = sample(ledger);
        Map<String, Object> values = new LinkedHashMap<>(sample.values());
        values.remove(Ledger.ROWS);
        values.put("count", 0);
        ledger.totals().forEach(total -> values.put(total.name(), 0));
        Rendered rendered = new Renderer(Samples.FONTS).render(paper(ledger, values));
        keep(ledger, "empty", rendered);
        ConformityCheck.assertConforms(rendered.pdf());
        SealsOnPaperTest.assertSealed(rendered, sample);
        assertEquals(1, rendered.pages());
    }

    private static int count(String page, String mark) {
        return page.split(mark, -1).length - 1;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    private static List<String> texts(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(squeezed(stripper.getText(document)));
            }
        }
        return pages;
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
