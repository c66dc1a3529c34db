package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.form.Form;
import org.guixue.form.SubjectKind;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.jspecify.annotations.Nullable;

/** Finds what an instrument is about, within the caller's scope. */
@ApplicationScoped
public class Subjects {
    private final Students students;
    private final Cases cases;
    private final Offices offices;

    @Inject
    public Subjects(Students students, Cases cases, Offices offices) {
        this.students = students;
        this.cases = cases;
        this.offices = offices;
    }

    /** Ids as a request names them; the one that the form is about and no other, save the child of a case. */
    public record Named(
            @Nullable Long student,
            @Nullable Long caseId,
            @Nullable Long office,
            @Nullable String term) {}

    public Subject resolve(Caller caller, Form form, Named named) {
        refuseOthers(form.about(), named);
        return switch (form.about()) {
            case STUDENT -> Subject.of(student(caller, required(named.student(), "student", "请指明该文书所涉及的学生")));
            case CASE -> {
                Case found = caseFile(caller, required(named.caseId(), "case", "请指明该文书所涉及的个案；学生尚未建档的，请先建档"));
                if (named.student() != null
                        && named.student() != found.student().id()) {
                    throw new ValuesRefused("student", "该个案不是这名学生的，请核对");
                }
                yield Subject.of(found);
            }
            case OFFICE -> Subject.of(office(caller, required(named.office(), "office", "请指明该文书所涉及的单位")));
            case TERM -> Subject.ofTerm(term(required(named.term(), "term", "请指明该文书所涉及的学期，如2026-autumn")));
            case PERIOD -> throw computed(form);
        };
    }

    private static void refuseOthers(SubjectKind about, Named named) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("student", about == SubjectKind.CASE ? null : named.student());
        given.put("case", named.caseId());
        given.put("office", named.office());
        given.put("term", named.term());
        given.remove(about.code());
        List<Violation> strange = given.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> new Violation(each.getKey(), "该文书不针对这一项，请去掉"))
                .toList();
        if (!strange.isEmpty()) {
            throw new ValuesRefused(strange);
        }
    }

    /**
     * What was named, completed where only one thing can be meant: a child's open case. Empty where nothing that the form
     * is about was named, so that it has to be asked for.
     */
    public Optional<Named> named(Caller caller, Form form, Named given) {
        return switch (form.about()) {
            case STUDENT -> Optional.of(given).filter(named -> named.student() != null);
            case CASE -> {
                Long student = given.student();
                if (given.caseId() != null || student == null) {
                    yield Optional.of(given).filter(named -> named.caseId() != null);
                }
                yield cases.openCase(student, caller.scope()).map(open -> new Named(student, open.id(), null, null));
            }
            case OFFICE -> Optional.of(given).filter(named -> named.office() != null);
            case TERM -> Optional.of(given).filter(named -> named.term() != null);
            case PERIOD -> throw computed(form);
        };
    }

    private static ValuesRefused computed(Form ledger) {
        return new ValuesRefused("form", "《%s》由系统按期间计算，不能填写；请到“台账”选定期间后报送".formatted(ledger.title()));
    }

    public Student student(Caller caller, long id) {
        return students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
    }

    private Case caseFile(Caller caller, long id) {
        return cases.find(id, caller.scope()).orElseThrow(() -> new NotFound("个案"));
    }

    private Office office(Caller caller, long id) {
        return offices.find(id, caller.scope()).orElseThrow(() -> new NotFound("单位"));
    }

    private static String term(String text) {
        if (!text.matches("20\\d\\d-(spring|autumn)")) {
            throw new ValuesRefused("term", "学期应写作2026-spring或2026-autumn，请改正");
        }
        return text;
    }

    private static <T> T required(@Nullable T value, String field, String message) {
        return Optional.ofNullable(value).orElseThrow(() -> new ValuesRefused(field, message));
    }
}
