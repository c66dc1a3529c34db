package org.guixue.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"麦麦提．艾力", "麦麦提•艾力", "麦麦提・艾力", "麦麦提‧艾力", "麦麦提 · 艾力", "麦麦提·艾力"})
    void writesEveryMiddleDotAsOne(String typed) {
        assertEquals("麦麦提·艾力", new PersonName(typed).text());
    }

    @Test
    void keepsRareCharactersAndDropsTheSpacesOfAColumn() {
        assertEquals("陈𠮷", new PersonName("陈𠮷").text());
        assertEquals("王〇", new PersonName("王〇").text());
        assertEquals("王明", new PersonName(" 王　明 ").text());
        assertEquals("Anna Lee", new PersonName("Ａｎｎａ  Lee").text());
        assertEquals("é", new PersonName("e\u0301").text());
        assertEquals(100, new PersonName("𠮷".repeat(100)).text().codePointCount(0, 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12345",
                "王1",
                "=HYPERLINK(1)",
                "+王",
                "@王",
                "-王",
                "·王",
                "<script>",
                "王\u0000",
                "王😀",
                "'; DROP TABLE",
                "王\u3164",
                "\u0301王",
                "王\uD800"
            })
    void refusesWhatIsNoName(String typed) {
        assertThrows(IllegalArgumentException.class, () -> new PersonName(typed));
    }

    @Test
    void refusesTenThousandCharactersAtOnce() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new PersonName("王".repeat(10_000)))
                .getMessage()
                .contains("100"));
        assertThrows(IllegalArgumentException.class, () -> new PersonName("王".repeat(101)));
    }
}
