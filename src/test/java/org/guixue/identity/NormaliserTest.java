package org.guixue.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {
    private static final List<UnaryOperator<String>> READINGS =
            List.of(Normaliser::text, Normaliser::line, Normaliser::name, Normaliser::code, Normaliser::figures);

    /** What telephones, web pages and word processors put around and into what people copy. */
    private static final int[] MARKS = {
        0x200B, 0x200C, 0x200E, 0x200F, 0x202A, 0x202C, 0x202D, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xFE00, 0xFE0F, 0xE0100
    };

    @ParameterizedTest
    @CsvSource({
        "⻢家村, 马家村",
        "⽅家村, 方家村",
        "⺟, 母",
        "⿓, 龍",
        "王\uE863, 王䶮",
        "王\uE864, 王龻",
        "王\uE81E, 王龴",
        "王\uE816, 王𠂇",
        "葛\uDB40\uDD00明, 葛明",
        "葛明\uFE00, 葛明",
        "\uF9FA, 狀"
    })
    void writesTheIdeographThatWasMeant(String typed, String meant) {
        assertEquals(meant, Normaliser.text(typed));
    }

    @Test
    void leavesNoRadicalThatHasAnIdeographAndNoPrivateCharacterOfGbk() {
        IntStream.concat(IntStream.rangeClosed(0x2F00, 0x2FD5), IntStream.rangeClosed(0xE815, 0xE864))
                .forEach(character -> assertTrue(
                        Han.isHan(Normaliser.meant(character)) && Normaliser.meant(character) >= 0x3400,
                        Integer.toHexString(character)));
        long radicals = IntStream.rangeClosed(0x2E80, 0x2EF3)
                .filter(character -> Normaliser.meant(character) == character)
                .count();
        assertEquals(2, radicals, "U+2E80 has no ideograph and U+2E9A is no character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"帕提古丽.买买提", "帕提古丽．买买提", "帕提古丽ㆍ买买提", "帕提古丽ꞏ买买提", "帕提古丽··买买提", "帕提古丽 • 买买提", "帕提古丽. 买买提"})
    void writesOneDotBetweenHanCharacters(String typed) {
        assertEquals("帕提古丽·买买提", Normaliser.name(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "J. Smith, J. Smith",
        "Ｊ．Smith, J.Smith",
        "O＇Neill, O'Neill",
        "李\uD888\uDF50 \uD889\uDC00, 李\uD888\uDF50\uD889\uDC00"
    })
    void leavesNamesOfOtherLettersAsTheyAre(String typed, String name) {
        assertEquals(name, Normaliser.name(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "'\u202A３６０７ ２５\u202C', 360725",
        "l36072120070508a1b2, L36072120070508A1B2",
        "'\u2066360725\u200B\uFEFF\u2069', 360725"
    })
    void readsCodes(String typed, String code) {
        assertEquals(code, Normaliser.code(typed));
    }

    @Test
    void doingItTwiceChangesNothingAndMarksChangeNothing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            StringBuilder marked = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                int character = character(random);
                text.appendCodePoint(character);
                marked.appendCodePoint(MARKS[random.nextInt(MARKS.length)]).appendCodePoint(character);
            }
            for (UnaryOperator<String> reading : READINGS) {
                String once = reading.apply(text.toString());
                assertEquals(once, reading.apply(once), "seed " + seed + ", " + text);
                assertEquals(once, reading.apply(marked.toString()), "seed " + seed + ", " + text);
            }
        }
    }

    private static int character(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> 0x2E80 + random.nextInt(0x156);
            case 1 -> 0xE800 + random.nextInt(0x80);
            case 2 -> 0xFF01 + random.nextInt(0x5E);
            case 3 -> "·.．•・ㆍꞏ 　\n-—".charAt(random.nextInt(12));
            case 4 -> 0x31350 + random.nextInt(0x1000);
            case 5 -> 0xF900 + random.nextInt(0x100);
            case 6 -> 'a' + random.nextInt(26);
            default -> 0x4E00 + random.nextInt(0x5200);
        };
    }

    @Test
    void seesEveryHanCharacterThatThisJavaDoesNotKnowYet() {
        for (int character :
                new int[] {0x9FFD, 0x9FFF, 0x2A6DF, 0x2B739, 0x2EBF0, 0x2EE5D, 0x31350, 0x3158E, 0x323AF}) {
            String name = "李" + Character.toString(character);
            assertEquals(name, new PersonName(name).text());
            assertTrue(VisibleText.lineRefusal(name, 10).isEmpty(), Integer.toHexString(character));
        }
        for (int none : new int[] {0x2FFFE, 0x2EE5E, 0x40000, 0x0378}) {
            assertFalse(VisibleText.lineRefusal(Character.toString(none), 10).isEmpty(), Integer.toHexString(none));
        }
    }
}
