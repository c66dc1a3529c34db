package org.guixue.person;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.PageAddress;
import org.guixue.search.SearchQuery;
import org.guixue.search.StudentQuery;

/** The filters of the students' page, and the ticked children (id or student), as an address or a form carries them. */
final class StudentChoiceRequest {
    private static final int MOST_TICKED = 1000;

    private static final List<String> FILTERS =
            List.of("q", "school", "township", "grade", "state", "category", "sort");

    private final MultivaluedMap<String, String> given;
    private final LocalDate today;

    /** @param today on which a child belongs to a category or does not */
    StudentChoiceRequest(MultivaluedMap<String, String> given, LocalDate today) {
        this.given = given;
        this.today = today;
    }

    /** @throws ValuesRefused where more are ticked than a page can */
    StudentChoice choice() {
        List<Long> ids = Stream.of("id", "student")
                .flatMap(field -> given.getOrDefault(field, List.of()).stream())
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
        if (ids.size() > MOST_TICKED) {
            throw new ValuesRefused("id", "一次最多勾选" + MOST_TICKED + "名学生；更多的请用筛选条件");
        }
        StudentQuery first = new StudentQuery(
                text("q"),
                office("school"),
                office("township"),
                StudentState.of(text("state")).map(StudentState::name),
                Optional.of(text("grade")).filter(grade -> !grade.isBlank()),
                Optional.of(text("category"))
                        .filter(category -> !category.isBlank())
                        .map(category -> new StudentQuery.HeldOn(KnownCategories.term(category), today)),
                StudentListRequest.order(text("sort")),
                1,
                SearchQuery.LARGEST_PAGE);
        return new StudentChoice(first, ids);
    }

    /** What it is narrowed by, in words; an office out of scope stays unnamed. */
    Map<String, String> filter(Caller caller, Offices offices) {
        Map<String, String> filter = new LinkedHashMap<>();
        StudentChoice choice = choice();
        if (!choice.ids().isEmpty()) {
            filter.put("勾选", choice.ids().size() + "名");
            return filter;
        }
        StudentQuery asked = choice.first();
        if (!asked.q().isBlank()) {
            filter.put("查找", asked.q().strip());
        }
        asked.school().ifPresent(id -> filter.put("学校", name(id, caller, offices)));
        asked.township().ifPresent(id -> filter.put("责任乡镇", name(id, caller, offices)));
        asked.grade().ifPresent(grade -> filter.put("年级", grade));
        StudentState.of(text("state")).ifPresent(state -> filter.put("状态", state.label()));
        asked.category().ifPresent(held -> filter.put("类别", held.category()));
        return filter;
    }

    /** That page, with the same filters; ticked children are fields of forms alone. */
    PageAddress at(String path) {
        PageAddress address = PageAddress.of(path);
        for (String filter : FILTERS) {
            address = address.with(filter, text(filter));
        }
        return address;
    }

    private static String name(long id, Caller caller, Offices offices) {
        return offices.find(id, caller.scope()).map(Office::name).orElse("所选单位");
    }

    private Optional<Long> office(String field) {
        String text = text(field);
        return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private String text(String field) {
        String text = given.getFirst(field);
        return text == null ? "" : text;
    }
}
