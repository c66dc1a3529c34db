package org.guixue.rendering;

import com.itextpdf.io.font.TrueTypeFont;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A TrueType font as loaded: what every paper shares. Nothing of it is written; see {@link SlimFont}. */
final class Typeface extends TrueTypeFont {
    /** In thousandths of the type size: what is set in 12 pt is drawn on the coarser grid, titles on the finer. */
    private static final int GRID_OF_TEXT = 8;

    private static final int GRID_OF_TITLES = 4;

    private final Sfnt tables;
    private final LeanOutline lean;
    private final Map<Integer, ByteBuffer> leanOutlines = new ConcurrentHashMap<>();

    private Typeface(byte[] bytes, int grid) throws IOException {
        super(bytes);
        tables = new Sfnt(bytes);
        lean = new LeanOutline(tables.unitsPerEm(), grid);
    }

    /**
     * A font for one role.
     *
     * @throws IllegalArgumentException if this is no TrueType font
     */
    static Typeface of(byte[] trueType, FontRole role) {
        try {
            return new Typeface(trueType, role == FontRole.TITLE ? GRID_OF_TITLES : GRID_OF_TEXT);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("expected a TrueType font that can be read", e);
        }
    }

    Sfnt tables() {
        return tables;
    }

    /** The outline of a glyph as papers carry it; remembered, for they use the same few thousand. */
    ByteBuffer leanOutline(int glyph) {
        return leanOutlines
                .computeIfAbsent(glyph, number -> lean.of(tables.outline(number)))
                .duplicate();
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
