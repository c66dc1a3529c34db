package org.guixue.batch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.ValuesRefused;
import org.guixue.person.KnownCategories;
import org.guixue.person.StudentState;
import org.guixue.search.SearchQuery;
import org.guixue.search.StudentQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which children: all that fit everything that is given.
 *
 * @param q as in the students' search box
 * @param school id of an office; so with {@code township}
 * @param schoolClass such as 2班, beside a grade; a whole 五年级2班 goes too
 * @param state a {@link StudentState} by name
 */
record ChildrenFilter(
        @Nullable String q,
        @Nullable Long school,
        @Nullable Long township,
        @Nullable String grade,
        @Nullable String schoolClass,
        @Nullable String category,
        @Nullable String state) {
    StudentQuery query(LocalDate today) {
        String text = given(q).orElse("");
        String inClass = given(schoolClass)
                .map(each -> each.matches("\\d+") ? each + "班" : each)
                .map(each -> given(grade).orElse("") + each)
                .orElse("");
        return new StudentQuery(
                (text + " " + inClass).strip(),
                Optional.ofNullable(school),
                Optional.ofNullable(township),
                given(state).map(ChildrenFilter::state),
                given(grade),
                given(category).map(each -> new StudentQuery.HeldOn(KnownCategories.term(each), today)),
                StudentQuery.Order.CLASS,
                1,
                SearchQuery.LARGEST_PAGE);
    }

    private static String state(String name) {
        return StudentState.of(name)
                .map(StudentState::name)
                .orElseThrow(() -> new ValuesRefused(
                        "filter.state",
                        "没有这种状态，请用其中之一："
                                + Arrays.stream(StudentState.values())
                                        .map(StudentState::name)
                                        .collect(Collectors.joining("、"))));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(each -> !each.isEmpty());
    }
}
