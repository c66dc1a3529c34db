package org.guixue.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.guixue.Sha256;
import org.guixue.archive.Damaged;
import org.guixue.rendering.ConformityCheck;
import org.guixue.rendering.PageImage;
import org.guixue.rendering.Renderer;
import org.guixue.rendering.Samples;
import org.guixue.signing.QpdfCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierPdfTest {
    @TempDir
    static Path folder;

    static SampleDossier sample;
    static byte[] pdf;
    static List<String> pages;

    @BeforeAll
    static void make() throws IOException {
        sample = new SampleDossier(folder);
        pdf = volume(sample.dossier);
        pages = SeenPages.texts(pdf);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    private static byte[] volume(Dossier dossier) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DossierPdf(sample.archive, new Renderer(Samples.FONTS), Samples.FONTS).write(dossier, out);
        return out.toByteArray();
    }

    @Test
    void isArchivalAccessibleAndClean() throws IOException {
        ConformityCheck.assertConforms(pdf);
        QpdfCheck.assertClean(pdf);
    }

    @Test
    void saysOnEveryPageThatItIsACopyAndWhichPageItIs() {
        assertEquals(2 + 1 + 3 + 1 + 3, pages.size());
        for (int page = 1; page <= pages.size(); page++) {
            assertTrue(pages.get(page - 1).contains("副本"), "page " + page);
            assertTrue(pages.get(page - 1).contains("卷宗第" + page + "页"), "page " + page);
        }
    }

    @Test
    void coverSaysWhoseDossierItIs() {
        String cover = pages.get(0);
        for (String fact : List.of(
                "控辍保学个案卷宗",
                "欧阳娜娜",
                "3607**********1234",
                "东山镇中心小学",
                "五年级2班",
                "示范县东山镇",
                "劝返中",
                "6件（本副本收录3件）",
                "共10页",
                "东山镇人民政府",
                "2026年11月22日制")) {
            assertTrue(cover.contains(fact), fact + " in " + cover);
        }
    }

    @Test
    void contentsNameEveryPaperWithItsPageOrWhyItIsNotThere() {
        String contents = pages.get(1);
        assertTrue(contents.contains(row(1, "3", "附回收件3页")), contents);
        assertTrue(contents.contains(row(2, "7", "已作废")), contents);
        assertTrue(contents.contains(row(3, "/", "已作废")), contents);
        assertTrue(contents.contains(row(4, "/", "签发中")), contents);
        assertTrue(contents.contains(row(5, "/", "另册保管")), contents);
        assertTrue(contents.contains(row(6, "8", "")), contents);
    }

    private static String row(int item, String page, String remark) {
        return item + SampleDossier.serial(item) + SealedPapers.SCHOOL + "劝返复学通知书2026-10-0" + (item + 1) + page
                + remark;
    }

    @Test
    void bindsThePapersInThatOrder() {
        assertTrue(pages.get(2).contains(SampleDossier.serial(1)));
        assertTrue(pages.get(6).contains(SampleDossier.serial(2)));
        assertTrue(pages.get(7).contains(SampleDossier.serial(6)));
        assertTrue(pages.get(8).contains("第二页"));
        assertTrue(pages.get(9).contains("第三页"));
    }

    @Test
    void bindsTheScansBehindTheirPaper() throws IOException {
        for (int page = 4; page <= 6; page++) {
            assertTrue(pages.get(page - 1).contains("回收件副本"), pages.get(page - 1));
        }
        assertTrue(pages.get(5).contains("这一页扫描件不能显示"), pages.get(5));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDRectangle upright = document.getPage(3).getMediaBox();
            PDRectangle lying = document.getPage(4).getMediaBox();
            assertTrue(upright.getHeight() > upright.getWidth() && lying.getWidth() > lying.getHeight());
        }
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(PageImage.png(pdf, 4, 595)));
        int square = picture.getRGB(200, 842 - 200);
        assertTrue((square >> 8 & 0xff) > (square >> 16 & 0xff) + 100, Integer.toHexString(square));
    }

    @Test
    void contentsLeadToThePapers() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> found = new ArrayList<>();
            for (PDAnnotation annotation : document.getPage(1).getAnnotations()) {
                PDPageDestination target = (PDPageDestination) ((PDAnnotationLink) annotation).getDestination();
                found.add((document.getPages().indexOf(target.getPage()) + 1) + " " + annotation.getContents());
            }
            assertEquals(
                    List.of(
                            "3 转到第3页：东小访〔2026〕1号 劝返复学通知书",
                            "7 转到第7页：东小访〔2026〕2号 劝返复学通知书（已作废）",
                            "8 转到第8页：东小访〔2026〕6号 劝返复学通知书"),
                    found);
        }
    }

    @Test
    void leavesOutWhatTheReaderMayNotSee() {
        assertTrue(pages.subList(2, pages.size()).stream().noneMatch(text -> text.contains(SampleDossier.serial(5))));
    }

    @Test
    void marksTheCopyOfAVoidPaper() {
        for (int page = 1; page <= pages.size(); page++) {
            assertEquals(page == 7, pages.get(page - 1).contains("副本（原件已作废）"), "page " + page);
        }
    }

    @Test
    void carriesNeitherSignatureNorFieldNorFile() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertNull(document.getDocumentCatalog().getAcroForm());
            assertTrue(document.getSignatureDictionaries().isEmpty());
            for (PDPage page : document.getPages()) {
                assertTrue(page.getAnnotations().stream().allMatch(PDAnnotationLink.class::isInstance));
            }
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary found) {
                    assertFalse(found.containsKey(COSName.BYTERANGE), key.toString());
                    assertFalse(found.containsKey(COSName.EF), key.toString());
                    assertFalse(COSName.getPDFName("EmbeddedFile").equals(found.getItem(COSName.TYPE)), key.toString());
                }
            }
        }
    }

    @Test
    void keepsTheSealAsAPicture() throws IOException {
        int sealed = SeenPages.redPixels(sample.sealed(1), 1);
        assertTrue(sealed > 1000, sealed + " red pixels on the sealed paper");
        assertEquals(sealed, SeenPages.redPixels(pdf, 3), sealed * 0.05);
    }

    @Test
    void hasABookmarkForEachPaper() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> found = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                found.add(
                        item.getTitle() + " " + (document.getPages().indexOf(item.findDestinationPage(document)) + 1));
            }
            assertEquals(
                    List.of(
                            "封面 1",
                            "目录 2",
                            "东小访〔2026〕1号 劝返复学通知书 3",
                            "东小访〔2026〕1号 回收件1 4",
                            "东小访〔2026〕1号 回收件2 6",
                            "东小访〔2026〕2号 劝返复学通知书（已作废） 7",
                            "东小访〔2026〕6号 劝返复学通知书 8"),
                    found);
        }
    }

    @Test
    void saysItsTitleAndLanguage() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals("控辍保学个案卷宗", document.getDocumentInformation().getTitle());
            assertEquals("zh-CN", document.getDocumentCatalog().getLanguage());
        }
    }

    @Test
    void countsTruePagesWhenTheContentsTakeSeveral() throws IOException {
        byte[] three = sample.sealed(6);
        List<DossierEntry> entries = new ArrayList<>();
        for (int item = 101; item <= 160; item++) {
            Sha256 sha256 = sample.accession(item, three);
            entries.add(SampleDossier.entry(item, DossierEntry.Standing.VALID, 3, sha256));
        }
        byte[] thick = volume(new Dossier(SampleDossier.child("欧阳娜娜"), entries, "东山镇人民政府", SampleDossier.MADE_AT));
        List<String> all = SeenPages.texts(thick);
        int front = all.size() - 60 * 3;
        assertTrue(front > 2, "front pages: " + front);
        String contents = String.join("", all.subList(1, front));
        Matcher row = Pattern.compile("东小访〔2026〕(1\\d\\d)号" + SealedPapers.SCHOOL + "劝返复学通知书\\d{4}-\\d\\d-\\d\\d")
                .matcher(contents);
        for (int i = 0; i < 60; i++) {
            assertTrue(row.find(), "row " + i);
            assertTrue(contents.startsWith(String.valueOf(front + 1 + 3 * i), row.end()), row.group());
        }
        assertFalse(row.find());
    }

    @Test
    void isNoDocumentWhenAFileIsNotWhatTheCatalogueSays() {
        DossierEntry right = sample.dossier.entries().get(0);
        DossierEntry wrong = SampleDossier.entry(2, DossierEntry.Standing.VALID, 1, Sha256.of("something else"));
        Dossier dossier =
                new Dossier(SampleDossier.child("张三"), List.of(right, wrong), "东山镇人民政府", SampleDossier.MADE_AT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DossierPdf volume = new DossierPdf(sample.archive, new Renderer(Samples.FONTS), Samples.FONTS);
        assertThrows(Damaged.class, () -> volume.write(dossier, out));
        assertFalse(out.toString(StandardCharsets.ISO_8859_1).contains("%%EOF"));
    }

    @Test
    void printsAGetaMarkForACharacterThatNoFontHas() throws IOException {
        byte[] strange =
                volume(new Dossier(SampleDossier.child("张\uDBFF\uDFFD"), List.of(), "东山镇人民政府", SampleDossier.MADE_AT));
        assertTrue(SeenPages.texts(strange).get(0).contains("张〓"));
    }

    @Test
    void isACoverAndAnEmptyListForAChildWithoutPapers() throws IOException {
        byte[] empty = volume(new Dossier(SampleDossier.child("李四"), List.of(), "东山镇人民政府", SampleDossier.MADE_AT));
        List<String> texts = SeenPages.texts(empty);
        assertEquals(2, texts.size());
        assertTrue(texts.get(1).contains("尚无文书"));
        ConformityCheck.assertConforms(empty);
    }
}
