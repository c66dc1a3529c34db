package org.guixue.scan.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people upload by mistake or with a purpose: refused by name, with a way out, quickly and in bounded memory. */
class UnfitPileTest {
    private static final String LINK = DrawnPage.shortLink(new Random(1));
    private static final byte[] SCAN = Degrading.jpeg(
            Degrading.halved(DrawnPage.written()
                    .code(LINK, ErrorCorrectionLevel.Q, 0.7, 0.08, 24)
                    .image()),
            0.8f);

    @TempDir
    Path folder;

    private Pile pile(byte[] file, String name) throws UnfitPile, IOException {
        return Pile.open(Files.write(folder.resolve("upload"), file), name);
    }

    private void assertRefused(UnfitPile.Reason reason, String says, byte[] file, String name) {
        UnfitPile refused = assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThrows(UnfitPile.class, () -> pile(file, name).close()));
        assertEquals(reason, refused.reason(), refused.getMessage());
        assertTrue(refused.getMessage().contains(name) && refused.getMessage().contains(says), refused.getMessage());
    }

    private void assertPageRefused(UnfitPage.Reason reason, String says, byte[] file, int page) throws Exception {
        try (Pile pile = pile(file, "扫描.pdf")) {
            UnfitPage refused = assertTimeout(
                    Duration.ofSeconds(60), () -> assertThrows(UnfitPage.class, () -> pile.page(page, 0)));
            assertEquals(reason, refused.reason(), refused.getMessage());
            assertTrue(
                    refused.getMessage().startsWith("“扫描.pdf”第%d页".formatted(page))
                            && refused.getMessage().contains(says),
                    refused.getMessage());
        }
    }

    private interface Making {
        void with(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Making making) throws IOException {
        try (PDDocument document = new PDDocument()) {
            making.with(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PDPage scanned(PDDocument document, PDRectangle box) throws IOException {
        PDPage page = new PDPage(box);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(JPEGFactory.createFromByteArray(document, SCAN), 0, 0, box.getWidth(), box.getHeight());
        }
        return page;
    }

    private void assertReads(byte[] file, int page) throws Exception {
        try (Pile pile = pile(file, "扫描.pdf")) {
            assertEquals(
                    List.of(LINK),
                    pile.page(page, 0).codes().stream().map(SeenCode::text).toList());
        }
    }

    @Test
    void refusesAnEmptyFileAndOtherKinds() throws IOException {
        assertRefused(UnfitPile.Reason.EMPTY, "空文件", new byte[0], "空.pdf");
        assertRefused(UnfitPile.Reason.OTHER_KIND, "扫描", "你好".getBytes(StandardCharsets.UTF_8), "说明.txt");
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(UnfitPile.Reason.OTHER_KIND, "兼容性最佳", heic, "IMG_0001.HEIC");
        ByteArrayOutputStream docx = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(docx)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        assertRefused(UnfitPile.Reason.OTHER_KIND, "Office", docx.toByteArray(), "通知.docx");
    }

    @Test
    void goesByContentNotByName() throws Exception {
        assertReads(SheetPdf.of(List.of(SCAN)), 1);
        try (Pile pile = pile(SCAN, "扫描.pdf")) {
            assertEquals(1, pile.pages());
        }
    }

    @Test
    void refusesAPdfWithAPasswordButNotOneThatOnlyForbidsPrinting() throws Exception {
        assertRefused(UnfitPile.Reason.ENCRYPTED, "密码", locked("secret"), "锁.pdf");
        assertReads(locked(""), 1);
    }

    private static byte[] locked(String password) throws IOException {
        return pdf(document -> {
            scanned(document, PDRectangle.A4);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission(0));
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    @Test
    void refusesATruncatedOrDamagedPdf() throws Exception {
        byte[] whole = SheetPdf.of(Collections.nCopies(3, SCAN));
        assertRefused(UnfitPile.Reason.DAMAGED, "不完整", Arrays.copyOf(whole, whole.length / 2), "半.pdf");
        assertRefused(UnfitPile.Reason.DAMAGED, "不完整", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), "头.pdf");
        assertRefused(
                UnfitPile.Reason.DAMAGED,
                "已损坏",
                "%PDF-1.7\nnothing\n%%EOF\n".getBytes(StandardCharsets.US_ASCII),
                "坏.pdf");
    }

    @Test
    void aDamagedPictureSpoilsItsPageOnly() throws Exception {
        byte[] spoilt = SCAN.clone();
        Arrays.fill(spoilt, 2, 400, (byte) 0);
        byte[] file = SheetPdf.of(List.of(SCAN, SCAN));
        System.arraycopy(spoilt, 0, file, indexOf(file, SCAN), spoilt.length);
        assertPageRefused(UnfitPage.Reason.DAMAGED, "重新扫描", file, 1);
        assertReads(file, 2);
    }

    private static int indexOf(byte[] file, byte[] part) {
        int at = 0;
        while (!Arrays.equals(file, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    @Test
    void refusesATruncatedPicture() {
        assertRefused(UnfitPile.Reason.DAMAGED, "不完整", Arrays.copyOf(SCAN, 500), "半.jpg");
        UnfitPage refused = assertThrows(UnfitPage.class, () -> {
            try (Pile pile = pile(Arrays.copyOf(SCAN, SCAN.length / 2), "半.jpg")) {
                pile.page(1, 0);
            }
        });
        assertTrue(refused.getMessage().contains("不完整"), refused.getMessage());
    }

    @Test
    void refusesAThousandPagesAndOne() throws IOException {
        byte[] many = pdf(document -> {
            for (int i = 0; i < 1001; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
        });
        assertRefused(UnfitPile.Reason.TOO_MANY_PAGES, "1000页", many, "多.pdf");
    }

    /** 14,200 by 14,200: only the header says so, and nothing of it is decoded. */
    @Test
    void refusesAPictureOf200Megapixels() {
        byte[] large = SCAN.clone();
        for (int at = 2; at < large.length; ) {
            int marker = large[at + 1] & 0xff;
            if (marker == 0xc0) {
                large[at + 5] = 14200 >> 8;
                large[at + 6] = (byte) 14200;
                large[at + 7] = 14200 >> 8;
                large[at + 8] = (byte) 14200;
                break;
            }
            at += 2 + (((large[at + 2] & 0xff) << 8) | (large[at + 3] & 0xff));
        }
        assertRefused(UnfitPile.Reason.TOO_LARGE, "14200×14200", large, "大.jpg");
    }

    @Test
    void refusesAPictureOf200MegapixelsInAPdf() throws Exception {
        byte[] file = pdf(document -> {
            PDImageXObject image = JPEGFactory.createFromByteArray(document, SCAN);
            image.setWidth(14_200);
            image.setHeight(14_200);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, 500, 500);
            }
        });
        assertPageRefused(UnfitPage.Reason.TOO_LARGE, "14200×14200", file, 1);
    }

    @Test
    void drawsAPageOfNonsensicalSizeAsLargeAsAnyAndRefusesAnAbsurdOne() throws Exception {
        byte[] file = pdf(document -> {
            scanned(document, new PDRectangle(2480, 3508));
            scanned(document, new PDRectangle(1e6f, 1e6f));
            scanned(document, new PDRectangle(10_000, 10));
        });
        assertReads(file, 1);
        assertPageRefused(UnfitPage.Reason.TOO_LARGE, "尺寸", file, 2);
        assertPageRefused(UnfitPage.Reason.TOO_LARGE, "尺寸", file, 3);
    }

    /** A gigabyte of spaces as what is drawn on a page. */
    @Test
    void refusesADecompressionBombOnAPage() throws Exception {
        byte[] bomb = bomb(1 << 30);
        byte[] file = pdf(document -> {
            scanned(document, PDRectangle.A4);
            PDPage page = new PDPage(PDRectangle.A4);
            COSStream content = document.getDocument().createCOSStream();
            try (OutputStream output = content.createRawOutputStream()) {
                output.write(bomb);
            }
            content.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(new PDStream(content));
            document.addPage(page);
        });
        assertReads(file, 1);
        assertPageRefused(UnfitPage.Reason.TOO_LARGE, "解压后", file, 2);
    }

    private static byte[] bomb(int size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < size >> 20; i++) {
                deflater.write(spaces);
            }
        }
        return packed.toByteArray();
    }

    /** Such a stream is unpacked while the file is opened. */
    @Test
    void refusesADecompressionBombAmongTheObjects() throws IOException {
        byte[] bomb = bomb(1 << 28);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length " + bomb.length
                        + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(bomb);
        file.writeBytes("\nendstream\nendobj\ntrailer\n<</Root 2 0 R>>\nstartxref\n0\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII));
        assertRefused(UnfitPile.Reason.TOO_LARGE, "解压后", file.toByteArray(), "弹.pdf");
    }

    /** Each form draws the next one twice: 2^40 times the last. */
    @Test
    void refusesAPageThatWouldTakeForEver() throws Exception {
        byte[] file = pdf(document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream next = null;
            for (int i = 0; i < 40; i++) {
                COSStream form = document.getDocument().createCOSStream();
                form.setItem(COSName.TYPE, COSName.XOBJECT);
                form.setItem(COSName.SUBTYPE, COSName.FORM);
                form.setItem(COSName.BBOX, PDRectangle.A4.getCOSArray());
                org.apache.pdfbox.cos.COSDictionary names = new org.apache.pdfbox.cos.COSDictionary();
                if (next != null) {
                    names.setItem(COSName.getPDFName("N"), next);
                }
                org.apache.pdfbox.cos.COSDictionary resources = new org.apache.pdfbox.cos.COSDictionary();
                resources.setItem(COSName.XOBJECT, names);
                form.setItem(COSName.RESOURCES, resources);
                try (OutputStream output = form.createOutputStream()) {
                    output.write((next == null ? "0 0 m" : "/N Do /N Do").getBytes(StandardCharsets.US_ASCII));
                }
                next = form;
            }
            org.apache.pdfbox.cos.COSDictionary names = new org.apache.pdfbox.cos.COSDictionary();
            names.setItem(COSName.getPDFName("N"), next);
            page.getResources();
            org.apache.pdfbox.cos.COSDictionary resources = new org.apache.pdfbox.cos.COSDictionary();
            resources.setItem(COSName.XOBJECT, names);
            page.getCOSObject().setItem(COSName.RESOURCES, resources);
            PDStream content = new PDStream(document);
            try (OutputStream output = content.createOutputStream()) {
                output.write("/N Do".getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(content);
        });
        assertPageRefused(UnfitPage.Reason.TOO_LARGE, "过于复杂", file, 1);
    }

    @Test
    void saysWhichCodingOfAPictureItCannotRead() throws Exception {
        for (COSName filter : List.of(COSName.JBIG2_DECODE, COSName.JPX_DECODE)) {
            byte[] file = pdf(document -> {
                PDImageXObject image = JPEGFactory.createFromByteArray(document, SCAN);
                image.getCOSObject().setItem(COSName.FILTER, filter);
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, 500, 500);
                }
            });
            assertPageRefused(UnfitPage.Reason.CODING, "改用JPEG", file, 1);
        }
    }

    @Test
    void takesThePicturesAloneOfAPdfWithScriptsAndAttachments() throws Exception {
        byte[] file = pdf(document -> {
            scanned(document, PDRectangle.A4);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            PDEmbeddedFile embedded = new PDEmbeddedFile(
                    document, new java.io.ByteArrayInputStream("MZ-program".getBytes(StandardCharsets.US_ASCII)));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile("run.exe");
            specification.setEmbeddedFile(embedded);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(java.util.Map.of("run.exe", specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
        assertReads(file, 1);
        try (Pile pile = pile(file, "扫描.pdf")) {
            byte[] filed = SheetPdf.of(List.of(pile.page(1, 0).jpeg()));
            String text = new String(filed, StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("JavaScript") || text.contains("MZ-program") || text.contains("alert"));
            assertFalse(pile.signed());
        }
    }

    @Test
    void tellsAPdfThatBearsASignature() throws Exception {
        byte[] plain = pdf(document -> scanned(document, PDRectangle.A4));
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(plain)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(Calendar.getInstance());
            document.addSignature(signature, content -> new byte[100]);
            document.saveIncremental(signed);
        }
        try (Pile pile = pile(signed.toByteArray(), "已签.pdf")) {
            assertTrue(pile.signed());
            assertEquals(
                    List.of(LINK),
                    pile.page(1, 0).codes().stream().map(SeenCode::text).toList());
        }
    }

    @Test
    void asksForPagesThatAreThere() throws Exception {
        try (Pile pile = pile(SCAN, "扫描.jpg")) {
            assertThrows(IllegalArgumentException.class, () -> pile.page(2, 0));
        }
    }
}
