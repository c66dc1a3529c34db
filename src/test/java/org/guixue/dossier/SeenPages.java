package org.guixue.dossier;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guixue.rendering.PageImage;

/** What a reader sees on the pages of a PDF: their texts, and how much of them is red as a seal. */
final class SeenPages {
    private SeenPages() {}

    /** Of each page, without the blanks. */
    static List<String> texts(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> texts = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document).replaceAll("\\s+", ""));
            }
            return texts;
        }
    }

    static int redPixels(byte[] document, int page) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(PageImage.png(document, page, 800)));
        int red = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                if ((rgb >> 16 & 0xff) > (rgb >> 8 & 0xff) + 60 && (rgb >> 16 & 0xff) > (rgb & 0xff) + 60) {
                    red++;
                }
            }
        }
        return red;
    }
}
