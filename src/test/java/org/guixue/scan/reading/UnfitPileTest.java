package org.guixue.scan.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;

/** What people upload by mistake or with a purpose: refused by name, with a way out, quickly and in bounded memory. */
class UnfitPileTest extends UnfitFiles {
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
    void saysWhichCodingOfAPictureItCannotRead() throws Exception {
        for (COSName filter : List.of(COSName.JBIG2_DECODE, COSName.JPX_DECODE)) {
            byte[] file = pdf(document -> {
                PDImageXObject image = JPEGFactory.createFromByteArray(document, SCAN);
                image.getCOSObject().setItem(COSName.FILTER, filter);
                drawn(document, image);
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
