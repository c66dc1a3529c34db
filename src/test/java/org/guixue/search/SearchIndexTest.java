package org.guixue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which papers are found by what is typed, and that nothing typed does harm. */
class SearchIndexTest extends EightPapers {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            张三 | 1 2 3
            三丰 | 2
            丰 | 2
            张 三 | 1 2 3
            张　三 | 1 2 3
            zhangsan | 1 2
            zhang san | 1 2
            ZhāngSān | 1 2
            ZHANGSANFENG | 2
            zs | 1 2
            ZSF | 2
            张s | 1 2
            zhangs | 1 2
            qiuxiaoying | 3
            chouxiaoying | 3
            仇xy | 3
            qinming | 4
            tanming | 4
            yuchigong | 7
            weichigong | 7
            lina | 12
            lin | ''
            阿卜杜热西提·买买提 | 5
            阿卜杜热西提买买提 | 5
            阿卜杜热西提•买买提 | 5
            买买提 | 5
            abdrxtmmt | 5
            𬸦 | 6
            龘 | 6
            吕𬸦龘 | 6
            lv | 6
            lü | 6
            360702201001022001 | ''
            360702201001021001 | 1
            360702 20100102 1001 | 1
            ３６０７０２２０１００１０２１００１ | 1
            3607 0220 1001 0210 01 | 1
            360702 | 12 7 6 5 4 3 2 1
            1003 | 3
            G360702201001041003 | 3
            g360702201001041003 | 3
            示范劝返字〔2026〕2号 | 2
            示范劝返字[2026]2号 | 2
            示范劝返字【2026】2号 | 2
            示范劝返字（2026）第2号 | 2
            示范劝返字(2026)2 | 2
            示范劝返字 〔2026〕 第 2 号 | 2
            〔2026〕12号 | 12
            2026 12 | 12
            第12号 | 12
            SF01-WS.2026-D30-0004 | 4
            sf01 ws 2026 d30 0004 | 4
            东山镇 | 7 5 3 1
            南溪镇中心小学 | 12 6 4 2
            大坪村 | 1
            李四 | 1
            责任人 | 4 1
            坪 | 1
            2026年3月10日 | 1
            2026-03-10 | 1
            2026年3月18日 | 3 12
            2026/3/18 | 3 12
            2026年 3月 18日 | 3 12
            张三 家访 | 1 3
            张三 大坪 | 1
            "张三未到校" | 1
            "三张" | ''
            到校责任 | ''
            13800000000 | 3
            听力残疾 | ''
            360702201203041234 | ''
            """)
    void finds(String q, String expected) {
        assertEquals(expected, ids(q));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "(",
                "[a TO",
                "a AND OR",
                "*",
                "?*",
                "\\",
                "name:张三 OR *:*",
                "~~^^",
                "\u0000\u0001",
                "😀",
                "\u202e\u200f",
                "+-&&||!(){}",
                "\ud800",
                "﷽",
                "张三~0.0001",
                "/.*/",
                "%00",
                "<script>",
                "12/13/14/15"
            })
    void takesAnythingWithoutHarm(String q) {
        SearchResult result = index.search(SearchQuery.of(q), Records.COUNTY, true);
        assertTrue(result.total() <= 8, q);
    }

    @Test
    void takesTenThousandCharacters() {
        assertEquals(
                0,
                index.search(SearchQuery.of("zhang".repeat(2000)), Records.COUNTY, true)
                        .total());
        assertEquals(
                0,
                index.search(SearchQuery.of("龘".repeat(10_000)), Records.COUNTY, true)
                        .total());
        assertEquals(
                1,
                index.search(SearchQuery.of("\u202e龘\u200f"), Records.COUNTY, true)
                        .total());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-1-1 ",
                "xian'xian'",
                "zhangzho ",
                "x ",
                "\"李\"",
                "hua",
                "lianglianglianghua",
                "示1第2号 ",
                "2026年3月 "
            })
    void staysWithinWhatLuceneBears(String part) {
        assertTrue(index.search(SearchQuery.of(part.repeat(100)), Records.COUNTY, true)
                        .total()
                <= 8);
    }
}
