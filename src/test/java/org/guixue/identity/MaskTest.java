package org.guixue.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "身份证360702201203041234。, 身份证3607**********1234。",
        "36070220120304123x, 3607**********123x",
        "G360702201203041234, G3607**********1234",
        "３６０７０２２０１２０３０４１２３Ｘ, 3607**********123X",
        "残疾证36070220120304123443, 残疾证3607**********123443",
        "360702 20120304 1234, 3607**********1234",
        "1234 3 6 0 7 0 2 2 0 1 2 0 3 0 4 1 2 3 X, 1234 3 6 0 7**********1 2 3 X",
        "电话13800000000 13900000000, 电话13800000000 13900000000",
        "SF01-WS.2026-D30-0001, SF01-WS.2026-D30-0001",
        "2026-03-15 2026-04-15 12, 2026-03-15 2026-04-15 12"
    })
    void masksIdsAndNothingElse(String text, String masked) {
        assertEquals(masked, Mask.inText(text));
    }

    @ParameterizedTest
    @CsvSource({
        "360702201203041234, 3607**********1234",
        "L36070220150315AB12, L3607**********AB12",
        "36070220120304123443, 3607**********123443",
        "36070220120304123443B1, 3607**********123443B1",
        "E12345678, E1*****78",
        "1234, ****"
    })
    void masksOneNumber(String number, String masked) {
        assertEquals(masked, Mask.of(number));
    }

    @ParameterizedTest
    @CsvSource({"张三 36070220120304, 张三 ******", "３６０７０２２０１２０３０４１２３Ｘ, ******", "12345, 12345"})
    void starsEveryNumberOfAQuestion(String typed, String kept) {
        assertEquals(kept, Mask.ofQuestion(typed));
    }
}
