package org.guixue.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.Sha256;

/**
 * What a signature covers: everything before {@code gapStart} and {@code tail} bytes from {@code gapEnd}; between them
 * stands the signature itself as {@code <hex>} (ISO 32000-1, 12.8.1).
 */
record SignedRange(int gapStart, int gapEnd, int tail) {
    private static final byte[] KEY = "/ByteRange".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern VALUE =
            Pattern.compile("\\s*\\[\\s*0\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*\\]");
    private static final int VALUE_BYTES = 200;
    private static final int MAXIMUM_FOUND = 16;
    private static final int MAXIMUM_CONTAINER_BYTES = 64 * 1024;
    private static final HexFormat HEX = HexFormat.of();

    /** The ranges in a file whose gap holds a hexadecimal string, wherever they stand; at most 16. */
    static List<SignedRange> in(byte[] pdf) {
        List<SignedRange> found = new ArrayList<>();
        for (int at = indexOf(pdf, KEY, 0); at >= 0 && found.size() < MAXIMUM_FOUND; at = indexOf(pdf, KEY, at + 1)) {
            int start = at + KEY.length;
            String value =
                    new String(pdf, start, Math.min(VALUE_BYTES, pdf.length - start), StandardCharsets.ISO_8859_1);
            Matcher numbers = VALUE.matcher(value);
            if (numbers.lookingAt()) {
                SignedRange range = new SignedRange(
                        Integer.parseInt(numbers.group(1)),
                        Integer.parseInt(numbers.group(2)),
                        Integer.parseInt(numbers.group(3)));
                if (range.gapIsString(pdf)) {
                    found.add(range);
                }
            }
        }
        return found;
    }

    static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            int k = 0;
            while (k < wanted.length && bytes[i + k] == wanted[k]) {
                k++;
            }
            if (k == wanted.length) {
                return i;
            }
        }
        return -1;
    }

    /** Whether nothing of the file lies outside but the gap. */
    boolean coversWhole(byte[] pdf) {
        return (long) gapEnd + tail == pdf.length;
    }

    /** The signature: what the gap says in lower-case hexadecimal digits. */
    byte[] container(byte[] pdf) {
        int digits = gapEnd - gapStart - 2;
        if (digits > 2 * MAXIMUM_CONTAINER_BYTES) {
            throw new IllegalArgumentException("expected at most 64 KB of signature, found " + digits + " digits");
        }
        String text = new String(pdf, gapStart + 1, digits, StandardCharsets.ISO_8859_1);
        byte[] container = HEX.parseHex(text);
        if (!HEX.formatHex(container).equals(text)) {
            throw new IllegalArgumentException("expected lower-case digits in the signature");
        }
        return container;
    }

    byte[] digest(byte[] pdf) {
        MessageDigest digest = Sha256.digester();
        digest.update(pdf, 0, gapStart);
        digest.update(pdf, gapEnd, tail);
        return digest.digest();
    }

    private boolean gapIsString(byte[] pdf) {
        return gapStart > 0
                && gapEnd - gapStart > 2
                && (long) gapEnd + tail <= pdf.length
                && pdf[gapStart] == '<'
                && pdf[gapEnd - 1] == '>';
    }
}
