package org.guixue.rendering;

import java.util.Locale;

/** A character that no font has. */
public record MissingGlyph(int codePoint) {
    /** Like {@code U+20BB7}. */
    public String code() {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    /** The character itself, for a message; its code alone where it would be invisible. */
    public String character() {
        return Character.isLetter(codePoint) || (Character.isDefined(codePoint) && !Character.isISOControl(codePoint))
                ? Character.toString(codePoint)
                : code();
    }
}
