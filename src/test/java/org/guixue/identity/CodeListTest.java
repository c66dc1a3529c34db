package org.guixue.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of the national roster system by code, label and both, whatever dash and width they were typed with. */
class CodeListTest {
    private static final List<String> WAYS =
            List.of("%1$02d", "%1$d", "%2$s", "%1$02d-%2$s", "%1$02d－%2$s", "%1$02d—%2$s", "%1$d–%2$s", "%2$s(%1$02d)");

    @Test
    void takesEachOfThe56PeoplesInEveryWay() {
        for (int i = 0; i < Ethnicity.ALL.size(); i++) {
            String name = Ethnicity.ALL.get(i);
            for (String way : WAYS) {
                String typed = way.formatted(i + 1, name);
                assertEquals(name, Ethnicity.read(typed).text(), typed);
                assertTrue(Ethnicity.read(typed).value().isPresent(), typed);
            }
        }
    }

    @Test
    void takesFullWidthFiguresAndRefusesCodeAndLabelOfTwoOptions() {
        assertEquals("汉族", Ethnicity.read("０１－汉族").text());
        assertEquals("汉族", Ethnicity.read("HA").text());
        assertEquals("男", Sex.read("１－男").text());
        assertTrue(Sex.read("1-女").fault().isPresent());
        assertTrue(Ethnicity.read("02-汉族").fault().isPresent());
        assertTrue(Ethnicity.read("57").fault().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"1, 居民身份证", "6, 香港特区护照/身份证明", "7, 澳门特区护照/身份证明", "8, 台湾居民来往大陆通行证", "9, 境外永久居住证", "A, 护照", "Z, 其他"})
    void takesTheSevenKindsOfPapers(String code, String label) {
        for (String typed : List.of(code, label, code + "-" + label, code + "—" + label)) {
            assertEquals(Optional.of(label), PaperKind.read(typed), typed);
        }
        assertEquals(label.equals(PaperKind.RESIDENT), PaperKind.isResident(code));
    }

    @ParameterizedTest
    @CsvSource({
        "台湾居民居住证, 83000020150305017X, 2015-03-05, true",
        "台湾居民居住证, 83000020150305017X, 2013-09-09, false",
        "外国人永久居留身份证, USA310015030501, 2015-03-05, true",
        "外国人永久居留身份证, USA310015030501, 2015-03-06, false",
        "护照, E12349876, 2013-09-09, true"
    })
    void holdsTheBirthDateInAPermitAgainstTheChilds(String kind, String number, LocalDate born, boolean fits) {
        assertEquals(fits, new OtherPaper(kind, number).contradiction(born).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13900000000",
                "139 0000 0000",
                "+86 13900000000",
                "0797-1234567",
                "（0797）8123456",
                "0797-8123456转12",
                "8123456",
                "400-800-1234",
                "+852 91234567",
                "13900000000、0797-1234567"
            })
    void takesTelephonesThatCanBeCalled(String typed) {
        assertEquals(Optional.empty(), Telephone.refusal(Telephone.plain(typed)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "139423",
                "1390000000",
                "139000000000",
                "110",
                "1",
                "99999-01-01",
                "12345678901",
                "13900000000、139423"
            })
    void refusesTelephonesWithTheWrongNumberOfDigits(String typed) {
        assertTrue(Telephone.refusal(Telephone.plain(typed)).isPresent());
    }
}
