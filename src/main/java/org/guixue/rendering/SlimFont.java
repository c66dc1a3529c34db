package org.guixue.rendering;

import com.itextpdf.commons.datastructures.Tuple2;
import com.itextpdf.io.font.TrueTypeFont;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/**
 * A font program whose embedded subset holds only what a page draws: no character map, no hinting, nothing after the last
 * glyph used. A CIDFontType2 with an identity map needs no more (ISO 32000-1, 9.7.4). One instance serves all threads.
 */
final class SlimFont extends TrueTypeFont {
    private final Sfnt font;

    private SlimFont(byte[] renumbered) throws IOException {
        super(renumbered);
        font = new Sfnt(renumbered);
    }

    /** @throws IllegalArgumentException if this is no TrueType font */
    static SlimFont of(byte[] trueType) {
        try {
            return new SlimFont(CommonFirst.renumber(trueType));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("expected a TrueType font that can be read", e);
        }
    }

    Sfnt tables() {
        return font;
    }

    @Override
    public byte[] getSubset(Set<Integer> glyphs, boolean subsetTables) {
        return subset(glyphs, subsetTables).getSecond();
    }

    @Override
    public Tuple2<Integer, byte[]> subset(Set<Integer> glyphs, boolean subsetTables) {
        NavigableSet<Integer> used = font.closure(glyphs);
        int count = used.last() + 1;
        int size = used.stream()
                .mapToInt(glyph -> (font.outline(glyph).remaining() + 3) & ~3)
                .sum();
        ByteBuffer glyf = ByteBuffer.allocate(size);
        ByteBuffer loca = ByteBuffer.allocate(4 * (count + 1));
        ByteBuffer hmtx = ByteBuffer.allocate(4 * count);
        for (int glyph = 0; glyph < count; glyph++) {
            loca.putInt(glyf.position());
            if (used.contains(glyph)) {
                hmtx.putInt(4 * glyph, font.metric(glyph));
                glyf.put(font.outline(glyph));
                glyf.position((glyf.position() + 3) & ~3);
            }
        }
        loca.putInt(glyf.position());

        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("head", font.copy("head"));
        tables.put("hhea", withShort(font.copy("hhea"), 34, count));
        tables.put("maxp", withShort(font.copy("maxp"), 4, count));
        tables.put("hmtx", hmtx.array());
        tables.put("loca", loca.array());
        tables.put("glyf", glyf.array());
        return new Tuple2<>(count, Sfnt.assemble(tables));
    }

    private static byte[] withShort(byte[] table, int offset, int value) {
        ByteBuffer.wrap(table).putShort(offset, (short) value);
        return table;
    }
}
