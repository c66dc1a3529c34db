package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.FormSample;
import org.guixue.form.PackagedForms;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A seal presses on the office's name and the date, and on nothing else (GB/T 9704-2012 7.3.5.1). */
class SealsOnPaperTest {
    private static final FormCatalog CATALOG = FormCatalog.load(List.of(PackagedForms.root()));
    private static final Form REGISTRATION =
            CATALOG.form(FormId.parse("jiangxi/dropout-registration")).orElseThrow();
    private static final Renderer RENDERER = new Renderer(Samples.FONTS);
    private static final String LONG_NAME = "阿卜杜热合曼·买买提依明·图尔荪尼亚孜";
    private static final String LONG_ADDRESS = "江西省赣州市赣县区王母渡镇下浓村石圳村民小组第三十二巷水塔东侧第七栋平房".repeat(5);

    static Stream<Arguments> filledForms() {
        return CATALOG.forms().stream().flatMap(form -> Stream.of("sample", "edge")
                .map(set -> Arguments.of(Named.of(form.id().toString(), form), set)));
    }

    @ParameterizedTest
    @MethodSource("filledForms")
    void everyPaperHasOneWholeSealOnTheIssuersNameAndDate(Form form, String set) throws IOException {
        FormSample sample = sample(form, set);
        assertSealed(render(form, sample, sample.values()), sample);
    }

    /** Lengths that clerks really fill in. */
    static Stream<Arguments> ordinaryValues() {
        List<Arguments> all = new ArrayList<>();
        for (int persuasions : new int[] {1, 7, 20}) {
            for (int addresses : new int[] {20, 60, 150}) {
                for (boolean longNames : new boolean[] {false, true}) {
                    for (int reason : new int[] {10, 500}) {
                        all.add(Arguments.of(persuasions, addresses, longNames, reason));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("ordinaryValues")
    void aRegistrationIsOneSealedSheetAndItsContinuation(int persuasions, int address, boolean longNames, int reason)
            throws IOException {
        FormSample sample = sample(REGISTRATION, "edge");
        Map<String, Object> values = new LinkedHashMap<>(sample.values());
        values.put("persuasions", rows(values.get("persuasions"), persuasions));
        values.put("persuasionCount", persuasions);
        values.put("household", LONG_ADDRESS.substring(0, address));
        values.put("rollAddress", LONG_ADDRESS.substring(0, address));
        values.put("residence", LONG_ADDRESS.substring(0, address));
        values.put("guardian1", longNames ? LONG_NAME : "王芳");
        values.put("persuader", longNames ? "东山镇人民政府、东山镇中心小学、竹园村村民委员会" : "东山镇中心小学");
        values.put("reason", "学".repeat(reason));
        values.put("family", "学".repeat(reason));
        values.put("result", "学".repeat(Math.min(60, reason)));
        values.put("notReturned", "学".repeat(Math.min(100, reason)));

        Rendered rendered = render(REGISTRATION, sample, values);

        assertSealed(rendered, sample);
        assertEquals(1, rendered.signatureSeal().orElseThrow().page());
        List<String> pages = pages(rendered);
        boolean continued = pages.get(0).contains(ContinuedBlock.NOTE);
        assertEquals(continued, rendered.pages() > 1, "a second page is there for a continuation alone");
        assertTrue(pages.stream().skip(1).allMatch(page -> page.contains("附页")), pages.toString());
    }

    /** Where even the largest values meet, the last row goes on a second sheet, and the seal with it. */
    @ParameterizedTest
    @MethodSource("extremes")
    void aRegistrationOfLongestValuesIsSealedOnceAtItsEnd(int persuasions, int name) throws IOException {
        FormSample sample = sample(REGISTRATION, "edge");
        Map<String, Object> values = new LinkedHashMap<>(sample.values());
        values.put("persuasions", rows(values.get("persuasions"), persuasions));
        for (String field : List.of("studentName", "guardian1", "guardian2", "responsible")) {
            values.put(field, "买".repeat(name));
        }
        values.put("rollAddress", LONG_ADDRESS.substring(0, 150));
        values.put("persuader", "校".repeat(60));
        values.put("notReturned", "学".repeat(100));

        Rendered rendered = render(REGISTRATION, sample, values);

        assertSealed(rendered, sample);
        String all = String.join("", pages(rendered));
        assertEquals(
                4L * name, all.chars().filter(character -> character == '买').count());
    }

    static Stream<Arguments> extremes() {
        return Stream.of(1, 20)
                .flatMap(persuasions -> Stream.of(25, 40, 50).map(name -> Arguments.of(persuasions, name)));
    }

    private static List<?> rows(Object all, int count) {
        return ((List<?>) all).subList(0, count);
    }

    private static FormSample sample(Form form, String set) throws IOException {
        return FormSample.read(CATALOG.folder(form.id()).orElseThrow().resolve(set + ".json"));
    }

    private static Rendered render(Form form, FormSample sample, Map<String, Object> values) throws IOException {
        About about = new About(form.title(), "东山镇中心小学", "东小〔2026〕12号", Samples.WHEN);
        return RENDERER.render(Paper.of(CATALOG.sheet(form).forPaper(values, sample.facts()), about)
                .withVerification(Samples.LINK)
                .withSeal("东山镇中心小学")
                .withPictures(FormsOnPaperTest.pictures(form)));
    }

    static void assertSealed(Rendered rendered, FormSample sample) throws IOException {
        assertEquals(List.of(), rendered.furtherSeals(), "one seal");
        Impression seal = rendered.signatureSeal().orElseThrow();
        try (PDDocument document = Loader.loadPDF(rendered.pdf())) {
            var page = document.getPage(seal.page() - 1).getMediaBox();
            assertTrue(
                    seal.x() >= 0
                            && seal.y() >= 0
                            && seal.x() + seal.size() <= page.getWidth()
                            && seal.y() + seal.size() <= page.getHeight(),
                    "the seal is cut: " + seal);
            String under = new TextUnder(seal).in(document);
            String permitted = sample.facts().issuerName().orElseThrow() + "年月日0123456789甲方（盖章）：学校时间";
            assertTrue(
                    under.chars().allMatch(character -> permitted.indexOf(character) >= 0),
                    "the seal covers: " + under);
            assertTrue(under.contains("年") && under.length() > 6, "the seal presses on nothing: " + under);
        }
    }

    private static List<String> pages(Rendered rendered) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(rendered.pdf())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s", ""));
            }
        }
        return pages;
    }

    /** The characters whose middle lies within the seal's circle. */
    private static final class TextUnder extends PDFTextStripper {
        private final Impression seal;
        private final StringBuilder found = new StringBuilder();

        TextUnder(Impression seal) {
            this.seal = seal;
            setStartPage(seal.page());
            setEndPage(seal.page());
        }

        String in(PDDocument document) throws IOException {
            getText(document);
            return found.toString();
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            double radius = seal.size() / 2;
            double x = text.getXDirAdj() + text.getWidthDirAdj() / 2 - seal.x() - radius;
            double fromTop = text.getPageHeight() - seal.y() - radius;
            double y = text.getYDirAdj() - text.getHeightDir() / 2 - fromTop;
            if (Math.hypot(x, y) < radius && !text.getUnicode().isBlank()) {
                found.append(text.getUnicode().strip().replace("\u00a0", ""));
            }
            super.processTextPosition(text);
        }
    }
}
