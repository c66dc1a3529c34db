package org.guixue.person;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import org.guixue.page.PageAddress;
import org.guixue.search.StudentQuery;

/** What the list of children is filtered and sorted by; what cannot be read does not filter. */
public class StudentListRequest {
    private static final int DEEPEST_PAGE = 100_000;

    @QueryParam("q")
    @DefaultValue("")
    private String q = "";

    @QueryParam("school")
    @DefaultValue("")
    private String school = "";

    @QueryParam("township")
    @DefaultValue("")
    private String township = "";

    @QueryParam("grade")
    @DefaultValue("")
    private String grade = "";

    @QueryParam("state")
    @DefaultValue("")
    private String state = "";

    @QueryParam("category")
    @DefaultValue("")
    private String category = "";

    @QueryParam("sort")
    @DefaultValue("")
    private String sort = "";

    @QueryParam("page")
    @DefaultValue("")
    private String page = "";

    String q() {
        return q;
    }

    /** Counted from 0. */
    int page() {
        return (int) Math.min(number(page).orElse(0L), DEEPEST_PAGE);
    }

    /** The list as it is filtered and sorted, on its first page. */
    PageAddress address() {
        return PageAddress.of("/students")
                .with("q", q)
                .with("school", school)
                .with("township", township)
                .with("grade", grade)
                .with("state", state)
                .with("category", category)
                .with("sort", sort);
    }

    StudentQuery query(LocalDate today, int rows) {
        return new StudentQuery(
                q,
                number(school),
                number(township),
                StudentState.of(state).map(StudentState::name),
                Optional.of(grade).filter(text -> !text.isBlank()),
                Optional.of(category)
                        .filter(text -> !text.isBlank())
                        .map(text -> new StudentQuery.HeldOn(KnownCategories.term(text), today)),
                order(sort),
                page() + 1,
                rows);
    }

    static StudentQuery.Order order(String sort) {
        return switch (sort) {
            case "name" -> StudentQuery.Order.NAME;
            case "class" -> StudentQuery.Order.CLASS;
            default -> StudentQuery.Order.BEST;
        };
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
