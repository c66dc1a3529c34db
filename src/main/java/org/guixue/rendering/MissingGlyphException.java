package org.guixue.rendering;

/** A paper has a character that no font can draw; it would be a blank box, so it is not made. */
public final class MissingGlyphException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int codePoint;

    public MissingGlyphException(MissingGlyph missing) {
        super("no font has the character " + missing.character() + " (" + missing.code() + ")");
        codePoint = missing.codePoint();
    }

    public MissingGlyph missing() {
        return new MissingGlyph(codePoint);
    }
}
