package org.guixue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.search.SearchQuery.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer shows, to whom, in what order, with which hits marked and which facets counted. */
class SearchAnswersTest extends EightPapers {
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
        SearchQuery notices = Records.page("", Optional.of("家访记录"), Order.RELEVANCE, 1, 50);
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
        assertEquals("12 7 6 5 4 3 2 1", ids(Records.page("", Optional.empty(), Order.NEWEST, 1, 50), false));
        assertEquals("1 2 3 4 5 6 7 12", ids(Records.page("", Optional.empty(), Order.OLDEST, 1, 50), false));
        assertEquals("5 12 6 4 3 7 1 2", ids(Records.page("", Optional.empty(), Order.NAME, 1, 50), false));
        assertEquals("4 5 6", ids(Records.page("", Optional.empty(), Order.OLDEST, 2, 3), false));
        assertEquals("", ids(Records.page("", Optional.empty(), Order.OLDEST, 1_000_000, 200), false));
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
}
