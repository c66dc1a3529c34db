package org.guixue.rendering;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Renumbers a font's glyphs so that the characters used most come first, and drops what a page does not need.
 *
 * <p>An embedded subset keeps its glyph numbers, so it carries an offset and a metric for every glyph up to the last one
 * used. With Latin, punctuation and the 3,755 common characters (GB 2312 level 1) in front, that is a few kilobytes
 * instead of a quarter of a megabyte for each face and paper.
 */
final class CommonFirst {
    private static final Charset GB2312 = Charset.forName("GB2312");

    private final Sfnt font;
    private final Map<Integer, Integer> characters;
    private final List<Integer> oldNumbers;
    private final int[] newNumbers;

    private CommonFirst(Sfnt font) {
        this.font = font;
        this.characters = font.characters();
        this.oldNumbers = order();
        this.newNumbers = new int[font.glyphs()];
        for (int i = 0; i < oldNumbers.size(); i++) {
            newNumbers[oldNumbers.get(i)] = i;
        }
    }

    static byte[] renumber(byte[] trueType) {
        return new CommonFirst(new Sfnt(trueType)).build();
    }

    private List<Integer> order() {
        Set<Integer> order = new LinkedHashSet<>();
        order.add(0);
        for (int c = 0x20; c < 0x180; c++) {
            add(order, c);
        }
        for (int row = 0xa1; row <= 0xd7; row++) {
            for (int cell = 0xa1; cell <= 0xfe; cell++) {
                add(order, new String(new byte[] {(byte) row, (byte) cell}, GB2312).codePointAt(0));
            }
        }
        characters.keySet().forEach(c -> add(order, c));
        for (int glyph = 0; glyph < font.glyphs(); glyph++) {
            order.add(glyph);
        }
        return new ArrayList<>(order);
    }

    private void add(Set<Integer> order, int character) {
        Integer glyph = characters.get(character);
        if (glyph != null && glyph < font.glyphs() && order.add(glyph)) {
            ByteBuffer outline = font.outline(glyph);
            Sfnt.components(outline).forEach(place -> order.add(outline.getShort(place) & 0xffff));
        }
    }

    private byte[] build() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (String kept : List.of("OS/2", "name")) {
            if (font.has(kept)) {
                tables.put(kept, font.copy(kept));
            }
        }
        byte[] head = font.copy("head");
        ByteBuffer.wrap(head).putShort(50, (short) 1);
        byte[] hhea = font.copy("hhea");
        ByteBuffer.wrap(hhea).putShort(34, (short) oldNumbers.size());
        byte[] post = new byte[32];
        if (font.has("post")) {
            font.table("post").get(0, post);
        }
        ByteBuffer.wrap(post).putInt(0, 0x00030000);
        tables.put("head", head);
        tables.put("hhea", hhea);
        tables.put("maxp", font.copy("maxp"));
        tables.put("post", post);
        tables.put("cmap", cmap());
        addOutlines(tables);
        return Sfnt.assemble(tables);
    }

    private void addOutlines(Map<String, byte[]> tables) {
        int size = oldNumbers.stream()
                .mapToInt(glyph -> (font.outline(glyph).remaining() + 3) & ~3)
                .sum();
        ByteBuffer glyf = ByteBuffer.allocate(size);
        ByteBuffer loca = ByteBuffer.allocate(4 * (oldNumbers.size() + 1));
        ByteBuffer hmtx = ByteBuffer.allocate(4 * oldNumbers.size());
        for (int old : oldNumbers) {
            loca.putInt(glyf.position());
            hmtx.putInt(font.metric(old));
            ByteBuffer outline = font.outline(old);
            int start = glyf.position();
            glyf.put(outline.duplicate());
            for (int place : Sfnt.components(outline)) {
                glyf.putShort(start + place, (short) newNumbers[outline.getShort(place) & 0xffff]);
            }
            glyf.position((glyf.position() + 3) & ~3);
        }
        loca.putInt(glyf.position());
        tables.put("glyf", glyf.array());
        tables.put("loca", loca.array());
        tables.put("hmtx", hmtx.array());
    }

    private byte[] cmap() {
        SortedMap<Integer, Integer> drawn = new TreeMap<>(characters);
        drawn.values().removeIf(glyph -> glyph >= font.glyphs());
        ByteBuffer cmap = ByteBuffer.allocate(12 + 16 + 12 * drawn.size());
        cmap.putShort((short) 0).putShort((short) 1);
        cmap.putShort((short) 3).putShort((short) 10).putInt(12);
        cmap.putShort((short) 12).putShort((short) 0).putInt(16 + 12 * drawn.size());
        cmap.putInt(0).putInt(drawn.size());
        drawn.forEach(
                (character, glyph) -> cmap.putInt(character).putInt(character).putInt(newNumbers[glyph]));
        return cmap.array();
    }

    /** The names under which a font goes by, from its "name" table, for finding its role. */
    static String names(byte[] trueType) {
        Sfnt font = new Sfnt(trueType);
        return font.has("name")
                ? new String(font.copy("name"), StandardCharsets.UTF_16BE)
                        + new String(font.copy("name"), StandardCharsets.ISO_8859_1)
                : "";
    }
}
