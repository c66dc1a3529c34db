package org.guixue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePinyinTest {
    @ParameterizedTest
    @CsvSource({
        "仇, qiu",
        "覃, qin",
        "覃, tan",
        "单, shan",
        "曾, zeng",
        "解, xie",
        "查, zha",
        "任, ren",
        "区, ou",
        "盖, ge",
        "朴, piao",
        "乐, yue",
        "尉, yu",
        "迟, chi",
        "万, mo",
        "俟, qi",
        "澹, tan",
        "吕, lv",
        "吕, lu",
        "吕, lyu",
        "翟, zhai",
        "缪, miao",
        "冼, xian",
        "贠, yun",
        "逄, pang",
        "繁, po",
        "召, shao",
        "隗, kui",
        "谌, shen",
        "乜, nie",
        "炅, gui",
        "种, chong",
        "黑, he",
        "折, she",
        "祭, zhai",
        "长, zhang",
        "員, yun",
        "𬸦, zhuo"
    })
    void knowsHowNamesAreRead(String character, String reading) {
        assertTrue(NamePinyin.readings(character).contains(reading), NamePinyin.readings(character)::toString);
    }

    @Test
    void ordersNamesBySoundOfTheSurname() {
        assertEquals(
                List.of("单于丹", "李四", "覃明", "仇英", "尉迟恭", "曾国", "查良"),
                Stream.of("查良", "曾国", "尉迟恭", "单于丹", "覃明", "仇英", "李四")
                        .sorted(Comparator.comparing(NamePinyin::sortKey))
                        .toList());
    }
}
