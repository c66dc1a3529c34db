package org.guixue.rendering;

import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.geom.AffineTransform;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.extgstate.PdfExtGState;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;

/**
 * The round seal of an office at its true size: rim of 1 mm, five-pointed star, the office's name in Song from left to
 * right on the arc (国发〔1999〕25号; conventions.md 4.2), red, with so much alpha that text reads through. It is a picture:
 * it contains no text and no font. One instance serves all threads.
 */
public class SealDrawing {
    /** 42 mm, the seal of a bureau, township or school. */
    public static final float DIAMETER_MM = 42;

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final int LONGEST = 40;
    private static final DeviceRgb RED = new DeviceRgb(0xd7, 0x10, 0x18);
    private static final float ALPHA = 0.78f;

    private final Fonts fonts;
    private final float diameter;

    public SealDrawing(Fonts fonts) {
        this(fonts, DIAMETER_MM);
    }

    /** @param diameterMm in millimetres, 30 to 50 */
    public SealDrawing(Fonts fonts, float diameterMm) {
        if (diameterMm < 30 || diameterMm > 50) {
            throw new IllegalArgumentException("expected a seal of 30 to 50 mm, found: " + diameterMm);
        }
        this.fonts = fonts;
        this.diameter = diameterMm * POINTS_PER_MM;
    }

    /**
     * Refuses what is no name for a seal.
     *
     * @throws IllegalArgumentException if the name has not 2 to 40 characters
     */
    static void fits(String officeName) {
        int length = officeName.codePointCount(0, officeName.length());
        if (officeName.isBlank() || length < 2 || length > LONGEST) {
            throw new IllegalArgumentException("expected an office's name of 2 to 40 characters, found: " + officeName);
        }
    }

    /** The diameter in points. */
    public float size() {
        return diameter;
    }

    /**
     * The seal as a form of {@link #size()} squared, for this document; for instance the appearance of a signature.
     *
     * @throws IllegalArgumentException if the name has not 2 to 40 characters
     */
    public PdfFormXObject draw(PdfDocument document, String officeName) {
        fits(officeName);
        PdfFormXObject form = new PdfFormXObject(new Rectangle(diameter, diameter));
        PdfCanvas canvas = new PdfCanvas(form, document);
        canvas.saveState()
                .setExtGState(new PdfExtGState().setFillOpacity(ALPHA).setStrokeOpacity(ALPHA))
                .setFillColor(RED)
                .setStrokeColor(RED);
        canvas.concatMatrix(1, 0, 0, 1, diameter / 2, diameter / 2);
        float rim = POINTS_PER_MM;
        canvas.setLineWidth(rim).circle(0, 0, (diameter - rim) / 2).stroke();
        addStar(canvas, diameter * 0.165f);
        addName(canvas, officeName);
        canvas.restoreState();
        return form;
    }

    private static void addStar(PdfCanvas canvas, float radius) {
        double inner = radius * Math.sin(Math.toRadians(18)) / Math.sin(Math.toRadians(54));
        for (int i = 0; i < 10; i++) {
            double angle = Math.toRadians(90 + 36 * i);
            double r = i % 2 == 0 ? radius : inner;
            if (i == 0) {
                canvas.moveTo(r * Math.cos(angle), r * Math.sin(angle));
            } else {
                canvas.lineTo(r * Math.cos(angle), r * Math.sin(angle));
            }
        }
        canvas.closePath().fill();
    }

    /** Longer names take more of the circle and, where that is not enough, narrower characters. */
    private void addName(PdfCanvas canvas, String officeName) {
        int[] characters = officeName.codePoints().toArray();
        int n = characters.length;
        float outer = diameter / 2 - 2.2f * POINTS_PER_MM;
        float height = Math.min(diameter * 0.145f, diameter * (0.15f - 0.0016f * Math.max(0, n - 8)));
        float baseline = outer - height * 0.88f;
        double sweep = Math.toRadians(Math.min(300, 26.0 * n + 10));
        double step = sweep / n;
        double room = step * (baseline + height * 0.2);
        double width = Math.min(height, room * 0.94);
        for (int i = 0; i < n; i++) {
            Outlines outlines = new Outlines(fonts.fontFor(FontRole.SONG, characters[i]), canvas);
            double angle = sweep / 2 - step * (i + 0.5);
            AffineTransform place = AffineTransform.getRotateInstance(angle);
            place.translate(0, baseline);
            place.scale(width, height);
            place.translate(-outlines.advance(characters[i]) / 2, 0);
            outlines.fill(characters[i], place);
        }
    }
}
