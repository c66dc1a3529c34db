package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest {
    /** 通用规范汉字表 (国发〔2013〕23号). */
    private static final Path CHARACTERS = Path.of("src", "test", "resources", "tongyong-8105.txt");

    private static final Path SONG = Path.of("target/classes/fonts/NotoSerifSC_400Regular.ttf");

    private final Fonts fonts = Samples.FONTS;

    @Test
    void drawsEveryCharacterOfTheGeneralStandardTable() throws IOException {
        String all = Files.readString(CHARACTERS).replaceAll("\\s", "");
        assertEquals(8105, all.codePointCount(0, all.length()));
        assertEquals(Optional.empty(), fonts.firstMissing(all));
    }

    @Test
    void drawsRareNamesAndTheirDot() {
        assertEquals(Optional.empty(), fonts.firstMissing("𠮷𬭎𫟹𪟝·阿依古丽·買買提 ABC　\n\t□√"));
    }

    @Test
    void namesTheFirstMissingCharacterWithItsCode() {
        MissingGlyph missing = fonts.firstMissing("张\uD83D\uDE00三☑").orElseThrow();
        assertEquals("U+1F600", missing.code());
        assertEquals("\uD83D\uDE00", missing.character());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x200b, 0x200d, 0xfeff, 0x00ad, 0x202e, 0x0000, 0x0007, 0x0085, 0xfe00, 0xe0100, 0xd800, 0x2028})
    void refusesWhatWouldBeInvisibleOnPaper(int codePoint) {
        String text = "张" + new String(Character.toChars(codePoint)) + "三";
        assertEquals(Optional.of(new MissingGlyph(codePoint)), fonts.firstMissing(text));
    }

    @Test
    void fallsBackCharacterByCharacter() {
        Typeface kai = fonts.chain(FontRole.KAI).get(0);
        assertSame(kai, fonts.fontFor(FontRole.KAI, '张'));
        int onlyElsewhere = "㐀㐁㐂㐃㐄㐅㐆㐇㐈㐉丂"
                .codePoints()
                .filter(c -> kai.getGlyph(c) == null && fonts.canDraw(c))
                .findFirst()
                .orElse('张');
        assertTrue(fonts.fontFor(FontRole.KAI, onlyElsewhere).getGlyph(onlyElsewhere) != null);
    }

    @Test
    void takesAnOfficesOwnFontForTheRoleThatItsNameSpeaksOf(@TempDir Path folder) throws IOException {
        Files.copy(SONG, folder.resolve("仿宋_GB2312.ttf"));
        Files.writeString(folder.resolve("broken.ttf"), "no font");
        Files.writeString(folder.resolve("readme.txt"), "no font either");
        Fonts own = Fonts.with(folder);
        assertFalse(
                own.chain(FontRole.FANG_SONG).get(0) == own.chain(FontRole.SONG).get(0));
        assertEquals(java.util.Set.of("broken.ttf"), own.refused().keySet());
        assertEquals(Optional.empty(), own.firstMissing("张三"));
    }

    @Test
    void aFolderThatIsNotThereIsEmpty(@TempDir Path folder) {
        assertEquals(Optional.empty(), Fonts.with(folder.resolve("none")).firstMissing("张三"));
    }
}
