package org.guixue.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.guixue.Refused;

/** The escapes of a form's body (WHATWG URL, application/x-www-form-urlencoded). */
final class PercentEscapes {
    private PercentEscapes() {}

    /** @throws Refused where a % is not followed by two hexadecimal digits: the container's readers would fail on it */
    static void check(InputStream body) throws IOException {
        InputStream buffered = new BufferedInputStream(body);
        for (int read = buffered.read(); read >= 0; read = buffered.read()) {
            if (read == '%' && !isHex(buffered.readNBytes(2))) {
                throw new Refused(Refused.Reason.MALFORMED, "表单内容有不完整的百分号编码（% 后面应有两位十六进制数字），没有收下。");
            }
        }
    }

    private static boolean isHex(byte[] two) {
        return two.length == 2 && Character.digit(two[0], 16) >= 0 && Character.digit(two[1], 16) >= 0;
    }
}
