package org.guixue.rendering;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A QR code (ISO/IEC 18004) drawn module by module, with its quiet zone inside the square it is given. Error correction Q
 * (a quarter may be lost) for a text in the alphanumeric mode, which leaves room for it; M (a seventh) for any other.
 */
final class QrCode {
    private static final int QUIET = 4;
    private static final Pattern ALPHANUMERIC = Pattern.compile("[0-9A-Z $%*+./:-]*");

    private final QRCode code;

    /** @throws IllegalArgumentException if the text is too long for a code */
    QrCode(String text) {
        this(text, Map.of());
    }

    private QrCode(String text, Map<EncodeHintType, ?> hints) {
        try {
            code = Encoder.encode(
                    text,
                    ALPHANUMERIC.matcher(text).matches() ? ErrorCorrectionLevel.Q : ErrorCorrectionLevel.M,
                    hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("expected a link that fits a QR code, found: " + text, e);
        }
    }

    /** A code for a text that differs in a character or two: the mask that suits this one suits it, too. */
    QrCode alike(String text) {
        return new QrCode(text, Map.of(EncodeHintType.QR_MASK_PATTERN, code.getMaskPattern()));
    }

    QRCode modules() {
        return code;
    }

    void draw(PdfCanvas canvas, float left, float bottom, float size) {
        ByteMatrix modules = code.getMatrix();
        int count = modules.getWidth();
        float unit = size / (count + 2 * QUIET);
        canvas.saveState()
                .setFillColor(ColorConstants.WHITE)
                .rectangle(left, bottom, size, size)
                .fill();
        canvas.setFillColor(ColorConstants.BLACK);
        canvas.concatMatrix(count * unit, 0, 0, count * unit, left + QUIET * unit, bottom + QUIET * unit);
        canvas.getContentStream().getOutputStream().writeString(mask(modules));
        canvas.restoreState();
    }

    /** The modules as a picture of one bit each within the page's content (ISO 32000-1, 8.9.7): 0 is painted. */
    private static String mask(ByteMatrix modules) {
        int count = modules.getWidth();
        byte[] rows = new byte[(count + 7) / 8 * count];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                if (modules.get(column, row) == 0) {
                    int place = row * ((count + 7) / 8) + column / 8;
                    rows[place] = (byte) (rows[place] | (0x80 >> (column % 8)));
                }
            }
        }
        return "BI /W %1$d /H %1$d /BPC 1 /IM true /F /AHx ID\n%2$s>\nEI\n"
                .formatted(count, HexFormat.of().formatHex(rows));
    }
}
