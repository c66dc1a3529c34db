package org.guixue.rendering;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.TrueTypeFont;
import com.itextpdf.io.font.otf.Glyph;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A TrueType font as loaded: what every paper shares. Nothing of it is written; see {@link SlimFont}.
 *
 * <p>The file is mapped, not held: its outlines are read where they lie, and the machine's page cache shares them. Of each
 * character only the glyph's number, width and box are kept, some 14 bytes; a {@link Glyph} is made when one is asked for.
 * Safe for many threads.
 */
final class Typeface extends FontProgram {
    /** In thousandths of the type size: what is set in 12 pt is drawn on the coarser grid, titles on the finer. */
    private static final int GRID_OF_TEXT = 8;

    private static final int GRID_OF_TITLES = 4;

    private final Sfnt tables;
    private final LeanOutline lean;
    private final Map<Integer, ByteBuffer> leanOutlines = new ConcurrentHashMap<>();
    private final int flags;
    private final Glyph box;
    private final int[] characters;
    private final char[] numbers;
    private final char[] widths;
    private final short[] boxes;

    private Typeface(Sfnt tables, Parsed parsed, int grid) {
        this.tables = tables;
        lean = new LeanOutline(tables.unitsPerEm(), grid);
        flags = parsed.getPdfFontFlags();
        fontNames = parsed.getFontNames();
        fontMetrics = parsed.getFontMetrics();
        fontIdentification = parsed.getFontIdentification();
        isFontSpecific = parsed.isFontSpecific();
        avgWidth = parsed.getAvgWidth();
        Glyph missing = parsed.getGlyphByCode(0);
        box = missing == null ? new Glyph(0, DEFAULT_WIDTH, -1) : missing;
        Map<Integer, Glyph> glyphs = parsed.glyphs();
        characters =
                glyphs.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        numbers = new char[characters.length];
        widths = new char[characters.length];
        boxes = new short[4 * characters.length];
        for (int i = 0; i < characters.length; i++) {
            keep(i, glyphs.get(characters[i]));
        }
    }

    private void keep(int i, Glyph glyph) {
        numbers[i] = (char) glyph.getCode();
        widths[i] = (char) glyph.getWidth();
        int[] corners = glyph.getBbox();
        for (int k = 0; corners != null && k < 4; k++) {
            boxes[4 * i + k] = (short) corners[k];
        }
    }

    /**
     * A font for one role.
     *
     * @throws IllegalArgumentException if this is no TrueType font
     */
    static Typeface of(Path trueType, FontRole role) {
        try (FileChannel channel = FileChannel.open(trueType)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            Sfnt tables = new Sfnt(mapped);
            Parsed parsed = new Parsed(trueType);
            try {
                return new Typeface(tables, parsed, role == FontRole.TITLE ? GRID_OF_TITLES : GRID_OF_TEXT);
            } finally {
                parsed.close();
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("expected a TrueType font that can be read", e);
        }
    }

    Sfnt tables() {
        return tables;
    }

    /** Whether it draws this character. */
    boolean draws(int character) {
        return Arrays.binarySearch(characters, character) >= 0;
    }

    /** The outline of a glyph as papers carry it; remembered, for they use the same few thousand. */
    ByteBuffer leanOutline(int glyph) {
        return leanOutlines
                .computeIfAbsent(glyph, number -> lean.of(tables.outline(number)))
                .duplicate();
    }

    @Override
    public @Nullable Glyph getGlyph(int character) {
        int i = Arrays.binarySearch(characters, character);
        return i < 0 ? null : new Glyph(numbers[i], widths[i], character, corners(i));
    }

    /** A blank has none. */
    private int @Nullable [] corners(int i) {
        int at = 4 * i;
        int[] corners = {boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]};
        return Arrays.equals(corners, new int[4]) ? null : corners;
    }

    /** The box that stands for what the font lacks; no other glyph is asked for by its number. */
    @Override
    public @Nullable Glyph getGlyphByCode(int number) {
        return number == 0 ? box : null;
    }

    @Override
    public int getPdfFontFlags() {
        return flags;
    }

    @Override
    public int getKerning(Glyph first, Glyph second) {
        return 0;
    }

    /** What the library makes of the file; let go of when the little that is needed was taken. */
    private static final class Parsed extends TrueTypeFont {
        Parsed(Path file) throws IOException {
            super(file.toString());
        }

        Map<Integer, Glyph> glyphs() {
            return unicodeToGlyph;
        }

        @Override
        protected void readGdefTable() {
            // Chinese is set without substitution or positioning; the tables are large
        }

        @Override
        protected void readGsubTable() {
            // as above
        }

        @Override
        protected void readGposTable() {
            // as above
        }
    }
}
