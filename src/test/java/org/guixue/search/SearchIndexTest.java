package org.guixue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.search.SearchQuery.Order;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIndexTest {
    private SearchIndex index;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        index = SearchIndex.open(folder.resolve("index"), Records.KEY);
        index.put(Records.of(1, "张三", "张三未到校，责任人李四。\n2026年3月10日家访，家住大坪村。"), 1);
        index.put(Records.of(2, "张三丰", "学生随父母外出务工\n小学"), 2);
        index.put(Records.of(3, "仇小英", "张三的同学；手机13800000000", "听力残疾二级"), 3);
        index.put(Records.of(4, "覃明", "家访一次。责任人：王小学"), 4);
        index.put(Records.of(5, "阿卜杜热西提·买买提", "劝返三次 身份证 360702201203041234 学籍号G360702201203041234"), 5);
        index.put(Records.of(6, "吕𬸦龘", "图片<b>一</b>张"), 6);
        index.put(Records.of(7, "尉迟恭", "已复学"), 7);
        index.put(Records.of(12, "李娜", "已复学，2026-03-18签字"), 12);
        index.refresh();
    }

    @AfterAll
    void close() throws IOException {
        index.close();
    }

    private String ids(String q) {
        return ids(SearchQuery.of(q), false);
    }

    private String ids(SearchQuery query, boolean sensitive) {
        return index.search(query, Records.COUNTY, sensitive).items().stream()
                .map(item -> Long.toString(item.id()))
                .collect(Collectors.joining(" "));
    }

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

    @Test
    void showsNothingOutsideTheScope() {
        SearchResult east = index.search(SearchQuery.of("张三"), Records.EAST_ONLY, true);
        assertEquals(
                List.of(1L, 3L),
                east.items().stream().map(SearchResult.Item::id).toList());
        assertEquals(2, east.total());
        assertEquals(
                List.of("东山镇"),
                east.facets().township().stream().map(SearchResult.Facet::label).toList());
        SearchResult all = index.search(SearchQuery.of(""), Records.SOUTH_ONLY, true);
        assertEquals(4, all.total());
        assertEquals(
                4,
                all.facets().kind().stream()
                        .mapToLong(SearchResult.Facet::count)
                        .sum());
        assertFalse(all.toString().contains("东山镇中心小学"));
        assertEquals(
                0,
                index.search(SearchQuery.of(Records.nationalId(1)), Records.SOUTH_ONLY, true)
                        .total());
        assertEquals(
                0,
                index.search(SearchQuery.of(""), new org.guixue.access.Scope(9, "/1/9/"), true)
                        .total());
    }

    @Test
    void keepsSensitiveTextToThoseWithTheGrant() {
        assertEquals("3", ids(SearchQuery.of("听力残疾"), true));
        assertEquals("", ids(SearchQuery.of("听力残疾"), false));
        assertFalse(index.search(SearchQuery.of("仇小英 二级"), Records.COUNTY, false)
                .toString()
                .contains("听力"));
        assertFalse(index.search(SearchQuery.of("仇小英"), Records.COUNTY, false)
                .toString()
                .contains("听力"));
    }

    @Test
    void marksHitsAsPartsAndNeverAsHtml() {
        SearchResult.Item item = index.search(SearchQuery.of("zs 未到校"), Records.COUNTY, false)
                .items()
                .get(0);
        assertEquals(
                List.of(
                        new SearchResult.Fragment("name", List.of(new SearchResult.Part("张三", true))),
                        new SearchResult.Fragment(
                                "text",
                                List.of(
                                        new SearchResult.Part("张三", false),
                                        new SearchResult.Part("未到校", true),
                                        new SearchResult.Part("，责任人李四。 2026年3月10日家访，家住大坪村。", false)))),
                item.highlights());
        assertTrue(index.search(SearchQuery.of("图片"), Records.COUNTY, false)
                .items()
                .get(0)
                .highlights()
                .get(0)
                .parts()
                .get(1)
                .text()
                .contains("<b>"));
    }

    @Test
    void countsFacetsForOtherChoicesToo() {
        SearchQuery notices = filtered(Optional.of("家访记录"), Order.RELEVANCE, 1, 50);
        SearchResult result = index.search(notices, Records.COUNTY, false);
        assertEquals(3, result.total());
        assertEquals(
                List.of(new SearchResult.Facet("劝返通知", "劝返通知", 5), new SearchResult.Facet("家访记录", "家访记录", 3)),
                result.facets().kind());
        assertEquals(3, result.facets().year().get(0).count());
        assertEquals(
                new SearchResult.Facet("5", "南溪镇", 2),
                result.facets().township().get(0));
    }

    @Test
    void callsKindsAsItIsTold(@TempDir Path folder) throws IOException {
        try (SearchIndex named = SearchIndex.open(folder, Records.KEY, kind -> "《" + kind + "》")) {
            named.put(Records.of(1, "张三", "家访一次"), 1);
            named.refresh();
            SearchResult.Facet kind = named.search(SearchQuery.of(""), Records.COUNTY, false)
                    .facets()
                    .kind()
                    .get(0);
            assertEquals("《" + kind.value() + "》", kind.label());
            assertEquals("《家访记录》", named.kindLabel("家访记录"));
        }
    }

    @Test
    void sortsByWish() {
        assertEquals("12 7 6 5 4 3 2 1", ids(filtered(Optional.empty(), Order.NEWEST, 1, 50), false));
        assertEquals("1 2 3 4 5 6 7 12", ids(filtered(Optional.empty(), Order.OLDEST, 1, 50), false));
        assertEquals("5 12 6 4 3 7 1 2", ids(filtered(Optional.empty(), Order.NAME, 1, 50), false));
        assertEquals("4 5 6", ids(filtered(Optional.empty(), Order.OLDEST, 2, 3), false));
        assertEquals("", ids(filtered(Optional.empty(), Order.OLDEST, 1_000_000, 200), false));
    }

    @Test
    void filtersByDatesOfIssue() {
        SearchQuery query = new SearchQuery(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(11L),
                Optional.of(4L),
                Optional.of(2026),
                Optional.of(LocalDate.of(2026, 3, 16)),
                Optional.of(LocalDate.of(2026, 3, 20)),
                Optional.of("ISSUED"),
                Optional.empty(),
                Order.NEWEST,
                1,
                10);
        assertEquals("5 3 1", ids(query, false));
    }

    private static SearchQuery filtered(Optional<String> kind, Order order, int page, int size) {
        return new SearchQuery(
                "",
                Optional.empty(),
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                order,
                page,
                size);
    }
}
