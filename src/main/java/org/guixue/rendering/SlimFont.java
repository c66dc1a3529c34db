package org.guixue.rendering;

import com.itextpdf.commons.datastructures.Tuple2;
import com.itextpdf.io.font.TrueTypeFont;
import com.itextpdf.io.font.otf.Glyph;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A typeface in one paper. Glyphs are numbered in the order in which the paper asks for them, so that what is embedded
 * holds the paper's glyphs and nothing else: no character map, no hinting, no offsets and metrics of twenty thousand
 * glyphs that nobody sees. A CIDFontType2 with an identity map needs no more (ISO 32000-1, 9.7.4).
 */
final class SlimFont extends TrueTypeFont {
    private static final int LONGEST_WITH_SHORT_OFFSETS = 2 * 0xffff;

    private final Typeface face;
    /** The typeface's number of each glyph, by our number. */
    private final List<Integer> numbers = new ArrayList<>();

    SlimFont(Typeface face) {
        this.face = face;
        fontNames = face.getFontNames();
        fontMetrics = face.getFontMetrics();
        fontIdentification = face.getFontIdentification();
        isFontSpecific = face.isFontSpecific();
        avgWidth = face.getAvgWidth();
        Glyph box = face.getGlyphByCode(0);
        codeToGlyph.put(0, new Glyph(0, box == null ? DEFAULT_WIDTH : box.getWidth(), -1));
        numbers.add(0);
    }

    @Override
    public @Nullable Glyph getGlyph(int character) {
        Glyph known = unicodeToGlyph.get(character);
        return known == null ? addGlyph(character) : known;
    }

    private @Nullable Glyph addGlyph(int character) {
        Glyph original = face.getGlyph(character);
        if (original == null) {
            return null;
        }
        Glyph glyph = new Glyph(numbers.size(), original.getWidth(), character, original.getBbox());
        numbers.add(original.getCode());
        unicodeToGlyph.put(character, glyph);
        codeToGlyph.put(glyph.getCode(), glyph);
        return glyph;
    }

    @Override
    public byte[] getSubset(Set<Integer> glyphs, boolean subsetTables) {
        return subset(glyphs, subsetTables).getSecond();
    }

    @Override
    public Tuple2<Integer, byte[]> subset(Set<Integer> glyphs, boolean subsetTables) {
        List<Integer> all = new ArrayList<>(numbers);
        List<byte[]> outlines = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < all.size(); i++) {
            boolean drawn = i == 0 || i >= numbers.size() || glyphs.contains(i);
            byte[] outline = drawn ? outline(all, i) : new byte[0];
            outlines.add(outline);
            size += outline.length;
        }
        Sfnt tables = face.tables();
        boolean shortOffsets = size <= LONGEST_WITH_SHORT_OFFSETS;
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("head", withShort(tables.copy("head"), 50, shortOffsets ? 0 : 1));
        parts.put("hhea", withShort(tables.copy("hhea"), 34, all.size()));
        parts.put("maxp", withShort(tables.copy("maxp"), 4, all.size()));
        parts.put("hmtx", metrics(all, outlines));
        parts.put("loca", offsets(outlines, shortOffsets));
        parts.put("glyf", joined(outlines, size));
        return new Tuple2<>(all.size(), Sfnt.assemble(parts));
    }

    /** An outline, padded; what it is composed of gets numbers after those of the characters. */
    private byte[] outline(List<Integer> all, int number) {
        ByteBuffer original = face.leanOutline(all.get(number));
        ByteBuffer padded = ByteBuffer.allocate((original.remaining() + 3) & ~3);
        padded.put(original.duplicate());
        for (int place : Sfnt.components(original)) {
            padded.putShort(place, (short) all.size());
            all.add(original.getShort(place) & 0xffff);
        }
        return padded.array();
    }

    /** The left side bearing moves with the outline's left edge, or rasterizers would shift the glyph. */
    private byte[] metrics(List<Integer> all, List<byte[]> outlines) {
        ByteBuffer hmtx = ByteBuffer.allocate(4 * all.size());
        for (int i = 0; i < all.size(); i++) {
            int metric = face.tables().metric(all.get(i));
            byte[] outline = outlines.get(i);
            int moved = outline.length < 10
                    ? 0
                    : ByteBuffer.wrap(outline).getShort(2)
                            - face.tables().outline(all.get(i)).getShort(2);
            hmtx.putShort((short) (metric >> 16)).putShort((short) (metric + moved));
        }
        return hmtx.array();
    }

    private static byte[] offsets(List<byte[]> outlines, boolean shortOffsets) {
        ByteBuffer loca = ByteBuffer.allocate((shortOffsets ? 2 : 4) * (outlines.size() + 1));
        int at = 0;
        for (int i = 0; i <= outlines.size(); i++) {
            if (shortOffsets) {
                loca.putShort((short) (at / 2));
            } else {
                loca.putInt(at);
            }
            at += i < outlines.size() ? outlines.get(i).length : 0;
        }
        return loca.array();
    }

    private static byte[] joined(List<byte[]> outlines, int size) {
        ByteBuffer glyf = ByteBuffer.allocate(size);
        outlines.forEach(glyf::put);
        return glyf.array();
    }

    private static byte[] withShort(byte[] table, int offset, int value) {
        ByteBuffer.wrap(table).putShort(offset, (short) value);
        return table;
    }

    @Override
    public int getPdfFontFlags() {
        return face.getPdfFontFlags();
    }

    @Override
    public boolean isCff() {
        return false;
    }

    @Override
    public int getDirectoryOffset() {
        return 0;
    }
}
