package org.guixue.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentNumberTest {
    @ParameterizedTest
    @CsvSource({
        "G360702201503151235, ''",
        "G36070220150315123X, 校验码",
        "G360702201513151235, 出生日期",
        "G36070220150315AB12, 19位",
        "L36070220150315AB12, ''",
        "l36070220150315ab12, ''",
        "L360702201503151235, ''",
        "J36070220150315001X, ''",
        "J36070220150315A01X, 19位",
        "A360702201503151235, 19位",
        "360702201503151235, 19位",
        "G3607**********1235, 隐去"
    })
    void givesOneAnswer(String typed, String fault) {
        Given<StudentNumber> given = StudentNumber.read(typed);
        assertEquals(fault.isEmpty(), given.value().isPresent(), given.toString());
        assertTrue(given.fault().orElse("").contains(fault), given.toString());
        if (!fault.isEmpty()) {
            assertThrows(IllegalArgumentException.class, () -> new StudentNumber(typed));
        }
    }

    @Test
    void whatOlderTypesTookAndTodaysDoNotIsNobodysMistake() {
        Given<StudentNumber> held = StudentNumber.read("G36070220150315123X").asHeld();
        assertTrue(held.isUnread() && held.fault().isEmpty());
        assertEquals("G36070220150315123X", held.text());
        assertEquals("G3607**********123X（待核）", held.shown(StudentNumber::masked));
    }

    @Test
    void everyResidentIdIsReadMaskedAndCarriedByItsNumber() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            LocalDate born = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(13_000));
            String first17 = "36" + (1000 + random.nextInt(9000))
                    + born.toString().replace("-", "") + "%03d".formatted(random.nextInt(1000));
            String text = first17 + NationalId.checkCharacter(first17);
            NationalId id = NationalId.read(wide(text, random)).value().orElseThrow();
            assertEquals(text, id.text(), "seed " + seed);
            assertEquals(born, id.bornOn(), "seed " + seed);
            assertEquals(text.substring(0, 4) + "**********" + text.substring(14), id.masked(), "seed " + seed);
            assertEquals(id.masked(), Mask.inText(text), "seed " + seed);
            assertEquals("G" + text, new StudentNumber("G" + text).text(), "seed " + seed);
            int position = random.nextInt(17);
            char other = (char) ('0' + (text.charAt(position) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = text.substring(0, position) + other + text.substring(position + 1);
            assertTrue(NationalId.read(wrong).fault().isPresent(), "seed " + seed + ", " + wrong);
        }
    }

    private static String wide(String text, Random random) {
        StringBuilder typed = new StringBuilder("\u202D");
        for (char unit : text.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
            typed.append(random.nextBoolean() ? unit : (char) (unit + 0xFEE0));
            if (random.nextInt(6) == 0) {
                typed.append("　");
            }
        }
        return typed.append("\u202C").toString();
    }
}
