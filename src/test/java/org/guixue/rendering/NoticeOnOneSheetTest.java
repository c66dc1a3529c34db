package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.FormSample;
import org.guixue.form.PackagedForms;
import org.junit.jupiter.api.Test;

/** A notice is torn apart by hand: its copies are whole, on one sheet as long as its text is a usual one. */
class NoticeOnOneSheetTest {
    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final String SERIAL = "东小〔2026〕12号";
    private static final FormCatalog CATALOG = FormCatalog.load(List.of(PackagedForms.root()));
    private static final Form NOTICE =
            CATALOG.form(FormId.parse("shangtianti/persuasion-notice")).orElseThrow();
    private static final String LONG_EFFORTS = "学校自9月3日起电话联系七次，9月10日、10月9日、11月5日三次会同村委会、驻村干部到家中动员，"
            + "并托在浙江务工的亲属转达资助政策和补课安排；监护人称孩子随亲戚在外，不愿说明去向，学校已记录在案，并书面告知其权利和义务";

    @Test
    void theLongestUsualTextKeepsToOneSheet() throws IOException {
        FormSample sample = sample("sample");
        Map<String, Object> values = new LinkedHashMap<>(sample.values());
        values.put("studentName", "阿卜杜热西提·麦麦提");
        values.put("guardian", "麦麦提依明·阿卜杜热合曼");
        values.put("efforts", LONG_EFFORTS);
        values.put("bureau", "信阳市上天梯非金属矿管理区教育办公室");
        values.put("township", "信阳市上天梯非金属矿管理区土城办事处");
        values.put("contactPhone", "0376-55501080-8123");
        Rendered rendered = render(sample, values);
        assertEquals(1, rendered.pages());
        List<TextPosition> page = positions(rendered, 1);
        double lastRow = page.get(bottomOf(page, "见证人签名")).getYDirAdj();
        double pageNumber = page.get(bottomOf(page, "第1页")).getYDirAdj();
        assertTrue(pageNumber - lastRow > 5 * POINTS_PER_MM, "the page's number stands clear of the last row");
    }

    @Test
    void aLongerTextBreaksBeforeTheReceipt() throws IOException {
        FormSample edge = sample("edge");
        Rendered rendered = render(edge, edge.values());
        assertEquals(2, rendered.pages());
        String first = text(positions(rendered, 1));
        String second = text(positions(rendered, 2));
        assertTrue(first.contains("（存根）") && first.contains("特此通知") && first.contains("2026年11月22日"), first);
        assertFalse(first.contains("送达"), first);
        assertTrue(second.startsWith("劝返复学通知书（回执）") && second.contains("见证人签名"), second);
        assertEquals(1, rendered.signatureSeal().orElseThrow().page());
    }

    @Test
    void theSealStandsClearOfTheTearLine() throws IOException {
        for (String set : List.of("sample", "edge")) {
            FormSample sample = sample(set);
            Rendered rendered = render(sample, sample.values());
            Impression seal = rendered.signatureSeal().orElseThrow();
            List<TextPosition> page = positions(rendered, 1);
            TextPosition tear = page.get(bottomOf(page, "正联交监护人"));
            double fromBottom = tear.getPageHeight() - tear.getYDirAdj() + tear.getHeightDir();
            assertTrue(seal.y() - fromBottom > 3 * POINTS_PER_MM, set + ": " + (seal.y() - fromBottom) / POINTS_PER_MM);
        }
    }

    @Test
    void theNumberStandsAcrossEachTearLine() throws IOException {
        FormSample sample = sample("sample");
        List<TextPosition> page = positions(render(sample, sample.values()), 1);
        String text = text(page);
        for (String words : List.of("存根由学校留存", "正联交监护人")) {
            TextPosition below = page.get(text.indexOf(words));
            double line = below.getYDirAdj() - 9 * 0.35 - 2 * POINTS_PER_MM;
            boolean across = IntStream.range(0, text.length() - SERIAL.length() + 1)
                    .filter(at -> text.startsWith(SERIAL, at))
                    .mapToObj(page::get)
                    .anyMatch(first -> first.getYDirAdj() > line + 1
                            && first.getYDirAdj() - 0.76 * first.getFontSizeInPt() < line - 1
                            && first.getXDirAdj() < below.getXDirAdj());
            assertTrue(across, "each half bears half of " + SERIAL + " at " + words);
        }
    }

    /** In the free left half of 〔 the dashes would show: they would strike the number through, as if it were void. */
    @Test
    void theTearLineLeavesItsNumberFree() throws IOException {
        FormSample sample = sample("sample");
        Rendered rendered = render(sample, sample.values());
        List<TextPosition> page = positions(rendered, 1);
        String text = text(page);
        List<TextPosition> brackets = IntStream.range(0, text.length() - SERIAL.length() + 1)
                .filter(at -> text.startsWith(SERIAL, at))
                .mapToObj(at -> page.get(at + SERIAL.indexOf('〔')))
                .filter(bracket -> bracket.getFontSizeInPt() >= 11)
                .toList();
        assertTrue(brackets.size() >= 2, text);
        int scale = 4;
        try (PDDocument document = Loader.loadPDF(rendered.pdf())) {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 72 * scale, ImageType.GRAY);
            for (TextPosition bracket : brackets) {
                int line = Math.round(scale * (bracket.getYDirAdj() - 0.38f * bracket.getFontSizeInPt()));
                int left = Math.round(scale * bracket.getXDirAdj());
                for (int x = left; x < left + scale * 6; x++) {
                    for (int y = line - 4; y <= line + 4; y++) {
                        assertFalse(dark(picture, x, y), "a dash in " + SERIAL + " at " + x / scale + ", " + y / scale);
                    }
                }
            }
        }
    }

    private static boolean dark(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) & 0xff) < 128;
    }

    @Test
    void aNameEndsALineOnlyAfterItsDot() throws IOException {
        FormSample sample = sample("sample");
        Map<String, Object> values = new LinkedHashMap<>(sample.values());
        values.put("studentName", "阿卜杜热西提·麦麦提");
        values.put("guardian", "麦麦提依明·阿卜杜热合曼");
        List<TextPosition> page = positions(render(sample, values), 1);
        String text = text(page);
        for (String part : List.of("阿卜杜热西提·", "麦麦提", "麦麦提依明·", "阿卜杜热合曼")) {
            for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
                double first = page.get(at).getYDirAdj();
                double last = page.get(at + part.length() - 1).getYDirAdj();
                assertEquals(first, last, 1, part + " at " + at);
            }
        }
    }

    @Test
    void aLongPartOfANameIsSetSmallerAndNotBroken() throws IOException {
        FormSample sample = sample("sample");
        Map<String, Object> values = new LinkedHashMap<>(sample.values());
        String longest = "阿卜杜热依木江麦合木提力";
        values.put("studentName", longest + "·麦麦提");
        List<TextPosition> page = positions(render(sample, values), 1);
        String text = text(page);
        int found = 0;
        for (int at = text.indexOf(longest); at >= 0; at = text.indexOf(longest, at + 1)) {
            found++;
            double first = page.get(at).getYDirAdj();
            double last = page.get(at + longest.length() - 1).getYDirAdj();
            assertEquals(first, last, 1, "broken at " + at);
        }
        assertTrue(found > 1, text);
    }

    private static FormSample sample(String set) throws IOException {
        return FormSample.read(CATALOG.folder(NOTICE.id()).orElseThrow().resolve(set + ".json"));
    }

    private static Rendered render(FormSample sample, Map<String, Object> values) {
        About about = new About(NOTICE.title(), "东山镇中心小学", SERIAL, Samples.WHEN);
        return new Renderer(Samples.FONTS)
                .render(Paper.of(CATALOG.sheet(NOTICE).forPaper(values, sample.facts()), about)
                        .withVerification(Samples.LINK)
                        .withSeal("东山镇中心小学"));
    }

    /** Where in the page's text these words begin. */
    private static int bottomOf(List<TextPosition> page, String words) {
        int at = text(page).indexOf(words);
        assertTrue(at >= 0, words);
        return at;
    }

    /** One character each, in the order of the text. */
    private static String text(List<TextPosition> page) {
        StringBuilder text = new StringBuilder();
        page.forEach(position -> text.append(position.getUnicode(), 0, 1));
        return text.toString();
    }

    private static List<TextPosition> positions(Rendered rendered, int page) throws IOException {
        List<TextPosition> all = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if (!text.getUnicode().isBlank()) {
                    all.add(text);
                }
                super.processTextPosition(text);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        try (PDDocument document = Loader.loadPDF(rendered.pdf())) {
            stripper.getText(document);
        }
        return all;
    }
}
