package org.guixue.scan.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.guixue.rendering.ConformityCheck;
import org.junit.jupiter.api.Test;

class SheetPdfTest {
    private static final Degrading CLEAN = new Degrading(3, 0.4, 0, 0.95, 0, 0.9f);

    private static byte[] scan(int turns, int seed) {
        return CLEAN.of(DrawnPage.written().image(), turns, 0.5, 0.5, new Random(seed))
                .jpeg();
    }

    private static byte[] gray() {
        return Degrading.jpeg(new BufferedImage(100, 200, BufferedImage.TYPE_BYTE_GRAY), 0.8f);
    }

    @Test
    void bindsThePicturesAsTheyAre() throws Exception {
        List<byte[]> pictures = List.of(scan(0, 1), scan(1, 2), gray());
        byte[] pdf = SheetPdf.of(pictures);
        ConformityCheck.assertArchivable(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(3, document.getNumberOfPages());
            for (int i = 0; i < 3; i++) {
                PDPage page = document.getPage(i);
                COSStream picture = page.getResources().getXObject(COSName.P).getCOSObject();
                assertArrayEquals(
                        pictures.get(i), picture.createRawInputStream().readAllBytes());
            }
            assertEquals(841.89f, document.getPage(0).getMediaBox().getHeight());
            assertEquals(841.89f, document.getPage(1).getMediaBox().getWidth());
            assertTrue(document.getDocumentInformation().getCOSObject().keySet().isEmpty());
        }
    }

    @Test
    void theSamePicturesGiveTheSameBytes() {
        assertArrayEquals(SheetPdf.of(List.of(scan(0, 1), gray())), SheetPdf.of(List.of(scan(0, 1), gray())));
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThrows(IllegalArgumentException.class, () -> SheetPdf.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> SheetPdf.of(List.of(new byte[20])));
    }
}
