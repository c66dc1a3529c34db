package org.guixue.rendering;

import com.itextpdf.io.font.TrueTypeFont;
import java.io.IOException;

/** A TrueType font as loaded: what every paper shares. Nothing of it is written; see {@link SlimFont}. */
final class Typeface extends TrueTypeFont {
    private final Sfnt tables;

    private Typeface(byte[] bytes) throws IOException {
        super(bytes);
        tables = new Sfnt(bytes);
    }

    /** @throws IllegalArgumentException if this is no TrueType font */
    static Typeface of(byte[] trueType) {
        try {
            return new Typeface(trueType);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("expected a TrueType font that can be read", e);
        }
    }

    Sfnt tables() {
        return tables;
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
