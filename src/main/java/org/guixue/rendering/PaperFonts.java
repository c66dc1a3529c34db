package org.guixue.rendering;

import com.itextpdf.commons.datastructures.Tuple2;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.io.font.otf.Glyph;
import com.itextpdf.io.font.otf.GlyphLine;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import com.itextpdf.layout.font.FontCharacteristics;
import com.itextpdf.layout.font.FontInfo;
import com.itextpdf.layout.font.FontProvider;
import com.itextpdf.layout.font.FontSelector;
import com.itextpdf.layout.font.FontSet;
import com.itextpdf.layout.font.selectorstrategy.IFontSelectorStrategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fonts as embedded in one document: chooses by role and falls back character by character. A run ends only where the
 * font changes, so that the rules of line breaking see whole sentences. Bold Song is the title's heavy Song.
 */
final class PaperFonts extends FontProvider {
    private final Fonts fonts;
    private final Map<FontRole, FontInfo> infos = new EnumMap<>(FontRole.class);
    private final Map<Typeface, SlimFont> programs = new HashMap<>();
    private final Map<Typeface, PdfFont> embedded = new HashMap<>();
    private final Map<FontRole, IFontSelectorStrategy> strategies = new HashMap<>();

    PaperFonts(Fonts fonts) {
        super(new FontSet(), FontRole.SONG.family());
        this.fonts = fonts;
        for (FontRole role : FontRole.values()) {
            FontInfo info = FontInfo.create(fonts.chain(role).get(0), PdfEncodings.IDENTITY_H, role.family());
            infos.put(role, info);
            getFontSet().addFont(info);
        }
    }

    PdfFont font(Typeface face) {
        return embedded.computeIfAbsent(
                face,
                f -> PdfFontFactory.createFont(program(f), PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED));
    }

    private SlimFont program(Typeface face) {
        return programs.computeIfAbsent(face, SlimFont::new);
    }

    PdfFont font(FontRole role) {
        return font(fonts.chain(role).get(0));
    }

    @Override
    public PdfFont getPdfFont(FontInfo info, @Nullable FontSet additionalFonts) {
        return font(FontRole.ofFamily(String.valueOf(info.getAlias())).orElse(FontRole.SONG));
    }

    @Override
    protected FontSelector createFontSelector(
            Collection<FontInfo> all, List<String> families, FontCharacteristics characteristics) {
        FontInfo info = Objects.requireNonNull(infos.get(role(families, characteristics)));
        return new FontSelector(List.of(info), families, characteristics);
    }

    @Override
    public IFontSelectorStrategy createFontSelectorStrategy(
            List<String> families, FontCharacteristics characteristics, @Nullable FontSet additionalFonts) {
        return strategies.computeIfAbsent(role(families, characteristics), role -> text -> runs(role, text));
    }

    private static FontRole role(List<String> families, FontCharacteristics characteristics) {
        FontRole role = families.stream()
                .flatMap(family -> FontRole.ofFamily(family).stream())
                .findFirst()
                .orElse(FontRole.SONG);
        return role == FontRole.SONG && characteristics.isBold() ? FontRole.TITLE : role;
    }

    private List<Tuple2<GlyphLine, PdfFont>> runs(FontRole role, String text) {
        List<Tuple2<GlyphLine, PdfFont>> runs = new ArrayList<>();
        Typeface first = fonts.chain(role).get(0);
        Typeface current = first;
        List<Glyph> glyphs = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            Typeface next = fontFor(role, character, i < text.length() ? text.codePointAt(i) : ' ', current);
            if (next != current && !glyphs.isEmpty()) {
                runs.add(new Tuple2<>(new GlyphLine(glyphs), font(current)));
                glyphs = new ArrayList<>();
            }
            current = next;
            glyphs.add(glyph(current, character));
        }
        if (!glyphs.isEmpty()) {
            runs.add(new Tuple2<>(new GlyphLine(glyphs), font(current)));
        }
        return runs;
    }

    /** A mark that may not begin a line stays in the run before it, one that may not end a line goes with the next. */
    private Typeface fontFor(FontRole role, int character, int following, Typeface current) {
        boolean staysBehind = ChineseLineBreaks.NOT_AT_START.indexOf(character) >= 0;
        if (Character.isWhitespace(character) || (staysBehind && current.draws(character))) {
            return current;
        }
        if (ChineseLineBreaks.NOT_AT_END.indexOf(character) >= 0) {
            Typeface next = fonts.fontFor(role, following);
            return next.draws(character) ? next : fonts.fontFor(role, character);
        }
        return fonts.fontFor(role, character);
    }

    /** Tabs and line ends keep their character, so that layout can act on them, with the glyph of a space. */
    private Glyph glyph(Typeface face, int character) {
        SlimFont font = program(face);
        Glyph glyph = font.getGlyph(character);
        if (glyph != null) {
            return glyph;
        }
        if (!Character.isWhitespace(character)) {
            throw new MissingGlyphException(new MissingGlyph(character));
        }
        Glyph space = Objects.requireNonNull(font.getGlyph(' '));
        return new Glyph(space.getCode(), character == '\t' ? space.getWidth() * 4 : 0, character);
    }
}
