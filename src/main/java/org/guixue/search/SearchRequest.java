package org.guixue.search;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.search.SearchQuery.Order;
import org.jspecify.annotations.Nullable;

/** The parameters of a search, as {@code /api/search} and the page take them; empty ones do not filter. */
public class SearchRequest {
    private static final int DEEPEST_PAGE = 100_000;

    @QueryParam("q")
    @DefaultValue("")
    private String q = "";

    @QueryParam("form")
    private @Nullable String form;

    @QueryParam("kind")
    private @Nullable String kind;

    @QueryParam("school")
    private @Nullable String school;

    @QueryParam("township")
    private @Nullable String township;

    @QueryParam("year")
    private @Nullable String year;

    @QueryParam("from")
    private @Nullable String from;

    @QueryParam("to")
    private @Nullable String to;

    @QueryParam("state")
    private @Nullable String state;

    @QueryParam("sort")
    @DefaultValue("relevance")
    private String sort = "relevance";

    @QueryParam("page")
    @DefaultValue("0")
    private int page;

    @QueryParam("size")
    @DefaultValue("50")
    private int size = 50;

    public String q() {
        return q;
    }

    /** @throws ValuesRefused where a filter cannot be read */
    public SearchQuery query() {
        return new SearchQuery(
                q,
                given(form),
                given(kind),
                given(school).map(text -> number("school", text)),
                given(township).map(text -> number("township", text)),
                given(year).map(text -> Math.toIntExact(number("year", text) % 100_000)),
                given(from).map(text -> date("from", text)),
                given(to).map(text -> date("to", text)),
                given(state).map(text -> text.toUpperCase(Locale.ROOT)),
                Optional.empty(),
                order(),
                Math.min(Math.max(page, 0), DEEPEST_PAGE) + 1,
                Math.min(Math.max(size, 1), SearchQuery.LARGEST_PAGE));
    }

    private Order order() {
        try {
            return Order.valueOf(sort.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ValuesRefused("sort", "排序应为relevance、newest、oldest或name，请改正");
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(kept -> !kept.isEmpty());
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ValuesRefused(name, "应为数字，请从列表中选择");
        }
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ValuesRefused(name, "日期应写作2026-03-15，请改正");
        }
    }
}
