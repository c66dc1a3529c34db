package org.guixue.batch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.ValuesRefused;
import org.guixue.casefile.history.CaseState;
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
 * @param caseState where the child's case stands: one or more {@link CaseState} by name, with commas between
 */
record ChildrenFilter(
        @Nullable String q,
        @Nullable Long school,
        @Nullable Long township,
        @Nullable String grade,
        @Nullable String schoolClass,
        @Nullable String category,
        @Nullable String state,
        @Nullable String caseState) {
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

    /** Empty where the case is not asked about. */
    Set<CaseState> caseStates() {
        Set<CaseState> states = EnumSet.noneOf(CaseState.class);
        for (String name : given(caseState).map(each -> each.split("[,，、\\s]+")).orElse(new String[0])) {
            states.add(Arrays.stream(CaseState.values())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown("filter.caseState", CaseState.values())));
        }
        return states;
    }

    private static ValuesRefused unknown(String field, Enum<?>[] known) {
        return new ValuesRefused(
                field, "没有这种状态，请用其中之一：" + Arrays.stream(known).map(Enum::name).collect(Collectors.joining("、")));
    }

    private static String state(String name) {
        return StudentState.of(name)
                .map(StudentState::name)
                .orElseThrow(() -> unknown("filter.state", StudentState.values()));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(each -> !each.isEmpty());
    }
}
