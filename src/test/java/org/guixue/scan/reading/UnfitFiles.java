package org.guixue.scan.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.io.TempDir;

/** A scanned sheet, files made of it, and how they are refused or read. */
abstract class UnfitFiles {
    static final String LINK = DrawnPage.shortLink(new Random(1));

    static final byte[] SCAN = Degrading.jpeg(
            Degrading.halved(DrawnPage.written()
                    .code(LINK, ErrorCorrectionLevel.Q, 0.7, 0.08, 24)
                    .image()),
            0.8f);

    @TempDir
    Path folder;

    Pile pile(byte[] file, String name) throws UnfitPile, IOException {
        return Pile.open(Files.write(folder.resolve("upload"), file), name);
    }

    void assertRefused(UnfitPile.Reason reason, String says, byte[] file, String name) {
        UnfitPile refused = assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThrows(UnfitPile.class, () -> pile(file, name).close()));
        assertEquals(reason, refused.reason(), refused.getMessage());
        assertTrue(refused.getMessage().contains(name) && refused.getMessage().contains(says), refused.getMessage());
    }

    void assertPageRefused(UnfitPage.Reason reason, String says, byte[] file, int page) throws Exception {
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

    interface Making {
        void with(PDDocument document) throws IOException;
    }

    static byte[] pdf(Making making) throws IOException {
        try (PDDocument document = new PDDocument()) {
            making.with(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    static PDPage scanned(PDDocument document, PDRectangle box) throws IOException {
        PDPage page = new PDPage(box);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(JPEGFactory.createFromByteArray(document, SCAN), 0, 0, box.getWidth(), box.getHeight());
        }
        return page;
    }

    static void drawn(PDDocument document, PDImageXObject image) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, 500, 500);
        }
    }

    void assertReads(byte[] file, int page) throws Exception {
        try (Pile pile = pile(file, "扫描.pdf")) {
            assertEquals(
                    List.of(LINK),
                    pile.page(page, 0).codes().stream().map(SeenCode::text).toList());
        }
    }
}
