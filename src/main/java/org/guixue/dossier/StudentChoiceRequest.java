package org.guixue.dossier;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.ValuesRefused;
import org.guixue.office.Caller;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.Address;

/** The filters of the students' page, and the ticked children, as an address or a form carries them: q, school, township; id or student for ticked ones. */
final class StudentChoiceRequest {
    private static final int MOST_TICKED = 1000;

    private final MultivaluedMap<String, String> given;

    StudentChoiceRequest(MultivaluedMap<String, String> given) {
        this.given = given;
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
        return new StudentChoice(text("q"), office("school"), office("township"), ids);
    }

    /** What it is narrowed by, in words; an office out of scope stays unnamed. */
    Map<String, String> filter(Caller caller, Offices offices) {
        Map<String, String> filter = new LinkedHashMap<>();
        StudentChoice choice = choice();
        if (!choice.ids().isEmpty()) {
            filter.put("勾选", choice.ids().size() + "名");
            return filter;
        }
        if (!choice.q().isBlank()) {
            filter.put("查找", choice.q().strip());
        }
        choice.school().ifPresent(id -> filter.put("学校", name(id, caller, offices)));
        choice.township().ifPresent(id -> filter.put("责任乡镇", name(id, caller, offices)));
        return filter;
    }

    /** That page, with the same filters; ticked children are fields of forms alone. */
    Address at(String path) {
        return Address.of(path)
                .with("q", text("q"))
                .with("school", text("school"))
                .with("township", text("township"));
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
