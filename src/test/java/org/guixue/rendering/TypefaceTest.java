package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.io.font.TrueTypeFont;
import com.itextpdf.io.font.otf.Glyph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypefaceTest {

    @Test
    void keepsOfEveryCharacterWhatTheLibraryReads(@TempDir Path folder) throws IOException {
        Path file = song(folder);
        Typeface kept = Typeface.of(file, FontRole.SONG);
        TrueTypeFont read = new TrueTypeFont(file.toString());
        int seen = 0;
        for (int character = 0; character < 0x32000; character++) {
            Glyph expected = read.getGlyph(character);
            Glyph found = kept.getGlyph(character);
            assertEquals(expected != null, kept.draws(character));
            if (expected != null && found != null) {
                assertEquals(expected.getCode(), found.getCode());
                assertEquals(expected.getWidth(), found.getWidth());
                assertArrayEquals(expected.getBbox(), found.getBbox());
                seen++;
            } else {
                assertNull(found);
            }
        }
        assertTrue(seen > 20_000, () -> "the font has its characters");
        assertEquals(read.getAvgWidth(), kept.getAvgWidth());
        assertEquals(read.getPdfFontFlags(), kept.getPdfFontFlags());
    }

    @Test
    void anOfficesOwnFontThatIsReplacedWhileItIsInUseStillDraws(@TempDir Path folder) throws IOException {
        Path own = folder.resolve("仿宋.ttf");
        Files.copy(song(folder), own);
        Fonts fonts = Fonts.with(folder);
        Files.write(own, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        Typeface face = fonts.fontFor(FontRole.FANG_SONG, '张');
        assertFalse(face.equals(fonts.chain(FontRole.SONG).get(0)));
        int number = Objects.requireNonNull(face.getGlyph('张')).getCode();
        assertTrue(face.tables().outline(number).remaining() > 10);
    }

    private static Path song(Path folder) throws IOException {
        Path copy = folder.resolve("copy of song.otf");
        try (var packed =
                Objects.requireNonNull(Fonts.class.getResourceAsStream("/fonts/NotoSerifSC_400Regular.ttf"))) {
            Files.copy(packed, copy);
        }
        return copy;
    }
}
