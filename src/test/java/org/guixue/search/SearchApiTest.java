package org.guixue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.page.Excerpt;
import org.guixue.page.Wire;
import org.guixue.search.SearchResult.Facet;
import org.guixue.search.SearchResult.Facets;
import org.guixue.search.SearchResult.Fragment;
import org.guixue.search.SearchResult.Item;
import org.guixue.search.SearchResult.Part;
import org.junit.jupiter.api.Test;

class SearchApiTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 11, 22);

    @Test
    void answersAPaperAboutAChild() throws Exception {
        Item item = item(
                Optional.of(9L),
                Optional.of(new Place(7, "东山小学")),
                List.of(new Fragment("name", List.of(new Part("王", true), new Part("小明", false)))));
        assertEquals(
                "{\"id\":1,\"serial\":\"东小劝〔2026〕1号\",\"archivalNumber\":\"SF01-WS.2026-D30-0001\","
                        + "\"form\":\"haikou/home-visit-record\",\"kind\":\"visit\",\"title\":\"家访记录\","
                        + "\"student\":{\"id\":9,\"name\":\"王小明\",\"maskedId\":\"3607**********1234\"},"
                        + "\"school\":\"东山小学\",\"township\":null,\"issuedOn\":\"2026-11-22\",\"state\":\"ISSUED\","
                        + "\"highlight\":[{\"field\":\"name\",\"parts\":[{\"text\":\"王\",\"isHit\":true},"
                        + "{\"text\":\"小明\",\"isHit\":false}]}]}",
                Wire.of(SearchApi.FoundPaper.of(item)));
    }

    @Test
    void answersAPaperAboutNobody() throws Exception {
        assertEquals(
                "{\"id\":1,\"serial\":\"东小劝〔2026〕1号\",\"archivalNumber\":\"SF01-WS.2026-D30-0001\","
                        + "\"form\":\"haikou/home-visit-record\",\"kind\":\"visit\",\"title\":\"家访记录\",\"student\":null,"
                        + "\"school\":null,\"township\":null,\"issuedOn\":\"2026-11-22\",\"state\":\"ISSUED\",\"highlight\":[]}",
                Wire.of(SearchApi.FoundPaper.of(item(Optional.empty(), Optional.empty(), List.of()))));
    }

    @Test
    void answersFacetsInTheirOrder() throws Exception {
        Facets facets = new Facets(
                List.of(new Facet("visit", "家访", 2)), List.of(), List.of(), List.of(new Facet("2026", "2026", 2)));
        assertEquals(
                "{\"kind\":[{\"value\":\"visit\",\"label\":\"家访\",\"count\":2}],\"school\":[],\"township\":[],"
                        + "\"year\":[{\"value\":\"2026\",\"label\":\"2026\",\"count\":2}]}",
                Wire.of(facets));
    }

    @Test
    void answersAPageOfWhatWasFound() throws Exception {
        Facets none = new Facets(List.of(), List.of(), List.of(), List.of());
        assertEquals(
                "{\"total\":120,\"page\":2,\"size\":50,\"tookMillis\":7,\"items\":[],"
                        + "\"facets\":{\"kind\":[],\"school\":[],\"township\":[],\"year\":[]}}",
                Wire.of(new SearchApi.FoundPapers(120, 2, 50, 7, List.of(), none)));
        assertEquals(
                "{\"total\":120,\"page\":2,\"size\":50,\"items\":[\"甲\"]}",
                Wire.of(new Excerpt<>(120, 2, 50, List.of("甲"))));
    }

    private static Item item(Optional<Long> child, Optional<Place> school, List<Fragment> highlights) {
        return new Item(
                1,
                "东小劝〔2026〕1号",
                "SF01-WS.2026-D30-0001",
                "haikou/home-visit-record",
                "visit",
                "家访记录",
                child,
                "王小明",
                "3607**********1234",
                school,
                Optional.empty(),
                ISSUED,
                "ISSUED",
                highlights);
    }
}
