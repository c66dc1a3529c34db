package org.guixue.rendering;

import com.itextpdf.io.font.otf.Glyph;
import com.itextpdf.io.font.otf.GlyphLine;
import com.itextpdf.layout.splitting.ISplitCharacters;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Where a line of Chinese may end: not before a closing mark, not after an opening one, not inside 「——」 or 「……」, not
 * inside a number or a Latin word (GB/T 15834-2011, 5.1; GB/T 9704-2012, 7.3.3), and not inside a part of a name such as
 * 「阿卜杜热西提·麦麦提」, which may end after its dot. In running text a part is short, since nothing tells where the name ends;
 * a text that is a name and nothing else is whole in every part. Stateless.
 */
final class ChineseLineBreaks implements ISplitCharacters {
    /** What must not begin a line. */
    static final String NOT_AT_START = "，。、；：？！）》〉」』】〕〗｝］”’…—·％‰℃°％,.;:?!)]}>%〞々ー～－﹏";
    /** What must not end a line. */
    static final String NOT_AT_END = "（《〈「『【〔〖｛［“‘([{<￥＄$〝№#";

    private static final int NAME_DOT = 0xb7;
    static final int LONGEST_NAME_PART = 9;
    private static final Pattern NAME_ALONE = Pattern.compile("\\p{IsHan}+(?:·\\p{IsHan}+)+");

    static final ChineseLineBreaks RULES = new ChineseLineBreaks(false);
    /** The same for a text that is followed, in another element, by what must not begin a line. */
    static final ChineseLineBreaks GLUED = new ChineseLineBreaks(true);

    private final boolean glued;

    private ChineseLineBreaks(boolean glued) {
        this.glued = glued;
    }

    @Override
    public boolean isSplitCharacter(GlyphLine text, int position) {
        Glyph glyph = text.get(position);
        if (!glyph.hasValidUnicode()) {
            return false;
        }
        int character = glyph.getUnicode();
        if (isSpace(character) && opensBefore(text, position)) {
            return false;
        }
        if (position + 1 >= text.size()) {
            return !glued && mayBreakAfter(character);
        }
        Glyph next = text.get(position + 1);
        return !next.hasValidUnicode()
                ? mayBreakAfter(character)
                : mayBreakBetween(character, next.getUnicode()) && !insidePartOfName(text, position);
    }

    /** Whether this and the next character stand in a short run of Han characters before or after a name dot. */
    private static boolean insidePartOfName(GlyphLine text, int position) {
        if (!isHan(text, position) || !isHan(text, position + 1)) {
            return false;
        }
        int longest = isNameAlone(text) ? text.size() : LONGEST_NAME_PART;
        int first = position;
        while (isHan(text, first - 1) && position - first < longest) {
            first--;
        }
        int last = position + 1;
        while (isHan(text, last + 1) && last - first < longest) {
            last++;
        }
        return last - first < longest && (isNameDot(text, first - 1) || isNameDot(text, last + 1));
    }

    private static boolean isNameAlone(GlyphLine text) {
        for (int i = 0; i < text.size(); i++) {
            if (!isHan(text, i) && !isNameDot(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** Characters of the longest part of what is a name with dots and nothing else; 0 for any other text. */
    static int longestPart(String text) {
        return NAME_ALONE.matcher(text).matches()
                ? Arrays.stream(text.split("·"))
                        .mapToInt(part -> part.codePointCount(0, part.length()))
                        .max()
                        .orElse(0)
                : 0;
    }

    private static boolean isHan(GlyphLine text, int position) {
        return position >= 0
                && position < text.size()
                && text.get(position).hasValidUnicode()
                && Character.isIdeographic(text.get(position).getUnicode());
    }

    private static boolean isNameDot(GlyphLine text, int position) {
        return position > 0
                && position < text.size() - 1
                && text.get(position).getUnicode() == NAME_DOT
                && isHan(text, position - 1)
                && isHan(text, position + 1);
    }

    /** Whether only spaces stand between this place and a mark before it that may not end a line. */
    private static boolean opensBefore(GlyphLine text, int position) {
        int before = position - 1;
        while (before >= 0
                && text.get(before).hasValidUnicode()
                && isSpace(text.get(before).getUnicode())) {
            before--;
        }
        return before >= 0
                && text.get(before).hasValidUnicode()
                && NOT_AT_END.indexOf(text.get(before).getUnicode()) >= 0;
    }

    private static boolean isSpace(int character) {
        return character == ' ' || character == '\t' || character == 0x3000;
    }

    static boolean mayBreakBetween(int before, int after) {
        if (after == ' ') {
            return false;
        }
        if (isSpace(before)) {
            return NOT_AT_START.indexOf(after) < 0;
        }
        if (NOT_AT_START.indexOf(after) >= 0 || NOT_AT_END.indexOf(before) >= 0) {
            return false;
        }
        if (before == '-' && isLatin(after)) {
            return false;
        }
        return !(isLatin(before) && (isLatin(after) || after == '-'));
    }

    private static boolean mayBreakAfter(int character) {
        return NOT_AT_END.indexOf(character) < 0 && !isLatin(character);
    }

    /** Letters, digits and the signs between them: what is read as one word. */
    private static boolean isLatin(int character) {
        return character < 0x250 && character > ' ' && character != 0xb7;
    }
}
