package org.guixue.rendering;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables of one TrueType font file (OpenType specification, "glyf" flavour), read in place; safe for many threads.
 */
final class Sfnt {
    private static final int TRUE_TYPE = 0x00010000;
    private static final int MORE_COMPONENTS = 0x20;

    private final ByteBuffer file;
    private final Map<String, ByteBuffer> tables = new LinkedHashMap<>();
    private final ByteBuffer glyf;
    private final ByteBuffer loca;
    private final ByteBuffer hmtx;
    private final boolean longOffsets;
    private final int metrics;

    /** @throws IllegalArgumentException if this is no TrueType font with outlines in "glyf" */
    Sfnt(ByteBuffer bytes) {
        file = bytes;
        if (bytes.capacity() < 12 || file.getInt(0) != TRUE_TYPE) {
            throw new IllegalArgumentException("expected a TrueType font, found another kind of file");
        }
        int count = file.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            byte[] tag = new byte[4];
            file.get(entry, tag);
            tables.put(
                    new String(tag, StandardCharsets.US_ASCII),
                    file.slice(file.getInt(entry + 8), file.getInt(entry + 12)));
        }
        for (String needed : List.of("head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap")) {
            if (!tables.containsKey(needed)) {
                throw new IllegalArgumentException("expected a TrueType font with a table " + needed);
            }
        }
        glyf = table("glyf");
        loca = table("loca");
        hmtx = table("hmtx");
        longOffsets = table("head").getShort(50) != 0;
        metrics = table("hhea").getShort(34) & 0xffff;
    }

    ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("expected a font with a table " + tag);
        }
        return table.duplicate();
    }

    boolean has(String tag) {
        return tables.containsKey(tag);
    }

    int unitsPerEm() {
        return table("head").getShort(18) & 0xffff;
    }

    /** The advance of a glyph in font units. */
    int advance(int glyph) {
        return hmtx.getShort(4 * Math.min(glyph, metrics - 1)) & 0xffff;
    }

    /** The advance and the left side bearing of a glyph as they stand in a full "hmtx". */
    int metric(int glyph) {
        int bearing = glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics);
        return (advance(glyph) << 16) | (hmtx.getShort(bearing) & 0xffff);
    }

    /** The outline of a glyph; empty for a blank. */
    ByteBuffer outline(int glyph) {
        return glyf.slice(offset(glyph), offset(glyph + 1) - offset(glyph));
    }

    private int offset(int glyph) {
        return longOffsets ? loca.getInt(4 * glyph) : 2 * (loca.getShort(2 * glyph) & 0xffff);
    }

    /** Where in a composite outline the numbers of its components stand; none for a simple one. */
    static List<Integer> components(ByteBuffer outline) {
        List<Integer> places = new ArrayList<>();
        if (outline.remaining() < 10 || outline.getShort(0) >= 0) {
            return places;
        }
        int at = 10;
        int flags;
        do {
            flags = outline.getShort(at);
            places.add(at + 2);
            at += 4 + ((flags & 1) != 0 ? 4 : 2);
            at += (flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
        } while ((flags & MORE_COMPONENTS) != 0);
        return places;
    }

    /** The names under which a font goes by, in any order and encoding, for finding its role. */
    String names() {
        return has("name")
                ? new String(copy("name"), StandardCharsets.UTF_16BE)
                        + new String(copy("name"), StandardCharsets.ISO_8859_1)
                : "";
    }

    /** A font file of these tables. */
    static byte[] assemble(Map<String, byte[]> parts) {
        int power = Integer.highestOneBit(parts.size());
        ByteBuffer directory = ByteBuffer.allocate(12 + 16 * parts.size());
        directory.putInt(TRUE_TYPE).putShort((short) parts.size()).putShort((short) (16 * power));
        directory.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short)
                (16 * (parts.size() - power)));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        new TreeMap<>(parts).forEach((tag, bytes) -> {
            directory.put(tag.getBytes(StandardCharsets.US_ASCII)).putInt(checksum(bytes));
            directory.putInt(directory.capacity() + body.size()).putInt(bytes.length);
            body.write(bytes, 0, bytes.length);
            body.write(new byte[3], 0, -bytes.length & 3);
        });
        byte[] font = new byte[directory.capacity() + body.size()];
        System.arraycopy(directory.array(), 0, font, 0, directory.capacity());
        System.arraycopy(body.toByteArray(), 0, font, directory.capacity(), body.size());
        return font;
    }

    private static int checksum(byte[] bytes) {
        int sum = 0;
        ByteBuffer words = ByteBuffer.wrap(bytes);
        while (words.remaining() >= 4) {
            sum += words.getInt();
        }
        for (int shift = 24; words.hasRemaining(); shift -= 8) {
            sum += (words.get() & 0xff) << shift;
        }
        return sum;
    }

    byte[] copy(String tag) {
        ByteBuffer table = table(tag);
        byte[] bytes = new byte[table.remaining()];
        table.get(bytes);
        return bytes;
    }
}
