package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes a paper small changes nothing that can be seen or heard. */
class LeanPaperTest {
    /** In thousandths of the type size: what controls a longer curve stands further outside of it. */
    private static final int CONTROLS_OUTSIDE = 40;

    @Test
    void theProfileOfOurOwnIsSrgb() {
        ICC_Profile profile = ICC_Profile.getInstance(SrgbProfile.bytes());
        assertEquals(ColorSpace.TYPE_RGB, profile.getColorSpaceType());
        ICC_ColorSpace space = new ICC_ColorSpace(profile);
        for (float[] colour :
                new float[][] {{0, 0, 0}, {1, 1, 1}, {0.5f, 0.5f, 0.5f}, {0.8f, 0.1f, 0.1f}, {0.1f, 0.3f, 0.9f}}) {
            float[] shown = space.toRGB(colour);
            for (int i = 0; i < 3; i++) {
                assertEquals(colour[i], shown[i], 0.015, "band " + i);
            }
        }
    }

    @Test
    void anOutlineStaysWhereItWasAndGetsSmaller() {
        for (FontRole role : List.of(FontRole.SONG, FontRole.TITLE, FontRole.HEI)) {
            Typeface face = Samples.FONTS.chain(role).get(0);
            int before = 0;
            int after = 0;
            for (int character : "劝返复学通知书中华人民共和国义务教育法0123456789".codePoints().toArray()) {
                int glyph = face.getGlyph(character).getCode();
                ByteBuffer original = face.tables().outline(glyph);
                ByteBuffer lean = face.leanOutline(glyph);
                before += original.remaining();
                after += lean.remaining();
                for (int edge = 2; edge < 10; edge += 2) {
                    assertEquals(
                            original.getShort(edge),
                            lean.getShort(edge),
                            CONTROLS_OUTSIDE,
                            Character.toString(character));
                }
            }
            assertTrue(after < before, role + ": " + before + " to " + after);
        }
    }

    @Test
    void theStructureKeepsTheScopeOfHeadsAndDropsWherePartsStand() throws IOException {
        byte[] pdf = Samples.pdf("<h1>表</h1><table><tr><th scope=\"row\">姓名</th><td>王子涵</td></tr></table>");
        StringBuilder all = new StringBuilder();
        try (PdfDocument document = new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)))) {
            for (int i = 1; i < document.getNumberOfPdfObjects(); i++) {
                all.append(document.getPdfObject(i));
            }
        }
        String objects = new String(all.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertTrue(objects.contains("/Scope /Row"), "a head says what it heads");
        assertFalse(objects.contains("/O /Layout"), "where parts stand is left out");
    }
}
