package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.encoder.QRCode;
import java.net.URI;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final String TOKEN = "8c1f0e7a35d94b62a0c7e418f2b6935d";

    private static QRCode code(String publicUrl) {
        return new QrCode(new Verification(URI.create(publicUrl), TOKEN).link(1, 1)).modules();
    }

    @Test
    void capitalsAreAlphanumericWithAQuarterToLose() {
        QRCode code = code("https://guixue.example.cn");
        assertEquals(Mode.ALPHANUMERIC, code.getMode());
        assertEquals(ErrorCorrectionLevel.Q, code.getECLevel());
        assertEquals(33, code.getMatrix().getWidth(), "modules");
    }

    @Test
    void theLongFormHasRoomForLess() {
        QRCode code = code("https://guixue.example.cn/jy");
        assertEquals(Mode.BYTE, code.getMode());
        assertEquals(ErrorCorrectionLevel.M, code.getECLevel());
        assertEquals(37, code.getMatrix().getWidth(), "modules");
    }

    @Test
    void aCodeAlikeHasItsLevelAndItsMask() {
        QrCode first = new QrCode(new Verification(URI.create("http://127.0.0.1:8080"), TOKEN).link(1, 1));
        QRCode alike = first.alike(new Verification(URI.create("http://127.0.0.1:8080"), TOKEN).link(12, 3))
                .modules();
        assertEquals(ErrorCorrectionLevel.Q, alike.getECLevel());
        assertEquals(first.modules().getMaskPattern(), alike.getMaskPattern());
    }
}
