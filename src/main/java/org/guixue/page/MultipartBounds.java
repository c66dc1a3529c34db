package org.guixue.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.Refused;
import org.guixue.TooLarge;

/**
 * Counts the parts of a {@code multipart} body and measures their headers, without keeping anything, so that no parser meets
 * more than it can bear (RFC 2046, 5.1.1). For one body.
 */
final class MultipartBounds {
    private static final int MOST_HEADER_BYTES = 4 << 10;
    private static final int LONGEST_BOUNDARY = 70;
    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;\",]+))");
    private static final byte[] HEADERS_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LAST = {'-', '-'};

    private final byte[] delimiter;
    private final int mostParts;

    MultipartBounds(String contentType, int mostParts) {
        Matcher found = BOUNDARY.matcher(contentType);
        String boundary = found.find() ? (found.group(1) == null ? found.group(2) : found.group(1)) : "";
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new Refused(Refused.Reason.MALFORMED, "上传的内容没有按 multipart/form-data 的格式分段，请从页面重新提交");
        }
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.mostParts = mostParts;
    }

    /** @throws TooLarge where there are more or larger ones than are taken */
    void check(InputStream body) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(body, 1 << 16)) {
            int parts = 0;
            while (skipPast(in, delimiter, Long.MAX_VALUE)) {
                if (isLast(in)) {
                    return;
                }
                parts++;
                if (parts > mostParts) {
                    throw new TooLarge("上传的内容分成了%d段以上，没有收下；请从页面重新提交".formatted(mostParts));
                }
                if (!skipPast(in, HEADERS_END, MOST_HEADER_BYTES)) {
                    throw new TooLarge("上传的内容有一段的名称太长或不完整，没有收下；请缩短文件名后重新提交");
                }
            }
        }
    }

    /** The delimiter that ends all has two more hyphens. */
    private static boolean isLast(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean last = Arrays.equals(in.readNBytes(2), LAST);
        in.reset();
        return last;
    }

    /** Reads on until after the mark; false where it does not come within so many bytes. */
    private static boolean skipPast(InputStream in, byte[] mark, long most) throws IOException {
        int matched = 0;
        for (long read = 0; read < most; read++) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            matched = matched(mark, matched, (byte) next);
            if (matched == mark.length) {
                return true;
            }
        }
        return false;
    }

    /** How much of the mark stands at the end once this byte was added. */
    private static int matched(byte[] mark, int before, byte next) {
        int length = before;
        while (mark[length] != next) {
            if (length == 0) {
                return 0;
            }
            length = longestStartAgain(mark, length);
        }
        return length + 1;
    }

    /** The longest proper beginning of the mark that ends its first so many bytes. */
    private static int longestStartAgain(byte[] mark, int length) {
        for (int shorter = length - 1; shorter > 0; shorter--) {
            if (Arrays.equals(mark, 0, shorter, mark, length - shorter, length)) {
                return shorter;
            }
        }
        return 0;
    }
}
