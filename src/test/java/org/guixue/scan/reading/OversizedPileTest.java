package org.guixue.scan.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

/** Small files that would take all memory or for ever: too many pages, too many pixels, bombs. */
class OversizedPileTest extends UnfitFiles {
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
            drawn(document, image);
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
}
