package org.guixue.rendering;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The profile of sRGB (IEC 61966-2-1) that every paper carries, written by us and free of anybody's rights: ICC version 2.1,
 * matrix and one curve of {@value #STEPS} steps, an eighth of the bytes of the usual one.
 */
public final class SrgbProfile {
    private static final int STEPS = 64;
    private static final int HEADER = 128;
    /** X, Y, Z of white and of the primaries, adapted to D50. */
    private static final double[] WHITE = {0.9642, 1, 0.8249};

    private static final double[] RED = {0.43607, 0.22249, 0.01392};
    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.71410};

    private SrgbProfile() {}

    public static byte[] bytes() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description("sRGB"));
        tags.put("cprt", joined("text\0\0\0\0", "CC0\0".getBytes(StandardCharsets.US_ASCII)));
        tags.put("wtpt", xyz(WHITE));
        tags.put("rXYZ", xyz(RED));
        tags.put("gXYZ", xyz(GREEN));
        tags.put("bXYZ", xyz(BLUE));
        byte[] curve = curve();
        List.of("rTRC", "gTRC", "bTRC").forEach(tag -> tags.put(tag, curve));

        ByteBuffer table = ByteBuffer.allocate(4 + 12 * tags.size()).putInt(tags.size());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int curveAt = 0;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            int at = HEADER + table.capacity() + data.size();
            boolean again = tag.getValue() == curve && curveAt > 0;
            table.put(tag.getKey().getBytes(StandardCharsets.US_ASCII));
            table.putInt(again ? curveAt : at).putInt(tag.getValue().length);
            if (!again) {
                data.writeBytes(tag.getValue());
                data.writeBytes(new byte[-tag.getValue().length & 3]);
            }
            curveAt = tag.getValue() == curve && !again ? at : curveAt;
        }
        int size = HEADER + table.capacity() + data.size();
        return ByteBuffer.allocate(size)
                .put(header(size))
                .put(table.array())
                .put(data.toByteArray())
                .array();
    }

    /** ICC.1:1998-09, 6.1: a display's profile, RGB to XYZ. */
    private static byte[] header(int size) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).putInt(size).putInt(0).putInt(0x02100000);
        header.put("mntrRGB XYZ ".getBytes(StandardCharsets.US_ASCII));
        header.putShort((short) 2026).putShort((short) 1).putShort((short) 1);
        header.put(36, "acsp".getBytes(StandardCharsets.US_ASCII));
        header.position(68);
        for (double value : WHITE) {
            header.putInt(fixed(value));
        }
        return header.array();
    }

    private static byte[] description(String name) {
        ByteBuffer tag = ByteBuffer.allocate(12 + name.length() + 1 + 8 + 3 + 67);
        tag.put("desc\0\0\0\0".getBytes(StandardCharsets.US_ASCII)).putInt(name.length() + 1);
        tag.put(name.getBytes(StandardCharsets.US_ASCII));
        return tag.array();
    }

    private static byte[] xyz(double... values) {
        ByteBuffer tag = ByteBuffer.allocate(20).put("XYZ \0\0\0\0".getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            tag.putInt(fixed(value));
        }
        return tag.array();
    }

    private static byte[] curve() {
        ByteBuffer tag = ByteBuffer.allocate(12 + 2 * STEPS).put("curv\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
        tag.putInt(STEPS);
        for (int i = 0; i < STEPS; i++) {
            double value = (double) i / (STEPS - 1);
            double light = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
            tag.putShort((short) Math.round(light * 0xffff));
        }
        return tag.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 0x10000);
    }

    private static byte[] joined(String head, byte[] rest) {
        return ByteBuffer.allocate(head.length() + rest.length)
                .put(head.getBytes(StandardCharsets.US_ASCII))
                .put(rest)
                .array();
    }
}
