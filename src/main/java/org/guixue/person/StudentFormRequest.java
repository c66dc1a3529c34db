package org.guixue.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.page.Typed;
import org.jspecify.annotations.Nullable;

/**
 * The plain form of a child, to and from what the roster knows. Up to {@value #GUARDIANS} guardians. The whole numbers
 * never stand in the form: left blank they stay as they are.
 */
final class StudentFormRequest {
    static final int GUARDIANS = 3;

    private StudentFormRequest() {}

    static Typed of(Student child, boolean withHealth) {
        Typed typed = Typed.blank()
                .with("name", child.name())
                .with("sex", child.sex())
                .with("ethnicity", child.ethnicity())
                .with("bornOn", child.bornOn().toString())
                .with(
                        "school",
                        child.school().map(office -> Long.toString(office.id())).orElse(""))
                .with("township", Long.toString(child.township().id()))
                .with("grade", child.grade())
                .with("schoolClass", child.schoolClass())
                .with("headTeacher", child.headTeacher())
                .with("headTeacherPhone", child.headTeacherPhone())
                .with("residence", child.residence())
                .with("household", child.household())
                .with("categories", List.copyOf(child.categories()));
        if (withHealth) {
            typed.with("health", child.health()).with("disability", child.disability());
        }
        List<Guardian> guardians = child.guardians();
        for (int i = 0; i < guardians.size(); i++) {
            Guardian guardian = guardians.get(i);
            typed.with("guardians[" + i + "].name", guardian.name())
                    .with("guardians[" + i + "].relation", guardian.relation())
                    .with("guardians[" + i + "].phone", guardian.phone());
        }
        return typed;
    }

    /** @throws ValuesRefused where something needed is missing or unreadable */
    static StudentDetails details(Typed typed) {
        List<Violation> unreadable = new ArrayList<>();
        LocalDate bornOn = null;
        try {
            bornOn = typed.value("bornOn").isEmpty() ? null : LocalDate.parse(typed.value("bornOn"));
        } catch (DateTimeException e) {
            unreadable.add(new Violation("bornOn", "日期应写作2012-03-15，请改正"));
        }
        List<StudentBody.GuardianBody> guardians = guardians(typed, unreadable);
        try {
            StudentDetails details = body(typed, unreadable.isEmpty() ? bornOn : LocalDate.EPOCH, guardians)
                    .details(OptionalLong.empty(), OptionalLong.empty());
            if (unreadable.isEmpty()) {
                return details;
            }
        } catch (ValuesRefused e) {
            unreadable.addAll(e.violations());
        }
        throw new ValuesRefused(unreadable);
    }

    private static StudentBody body(Typed typed, @Nullable LocalDate bornOn, List<StudentBody.GuardianBody> guardians) {
        return new StudentBody(
                typed.value("name"),
                typed.value("sex"),
                typed.value("ethnicity"),
                bornOn,
                typed.value("nationalId"),
                typed.value("studentNumber"),
                office(typed.value("school")),
                office(typed.value("township")),
                typed.value("grade"),
                typed.value("schoolClass"),
                typed.value("headTeacher"),
                typed.value("headTeacherPhone"),
                guardians,
                typed.value("residence"),
                typed.value("household"),
                typed.value("health"),
                typed.value("disability"),
                new LinkedHashSet<>(typed.all("categories")));
    }

    private static List<StudentBody.GuardianBody> guardians(Typed typed, List<Violation> unreadable) {
        List<StudentBody.GuardianBody> guardians = new ArrayList<>();
        for (int i = 0; i < GUARDIANS; i++) {
            String field = "guardians[" + i + "]";
            String name = typed.value(field + ".name");
            String relation = typed.value(field + ".relation");
            String phone = typed.value(field + ".phone");
            if (name.isEmpty() && relation.isEmpty() && phone.isEmpty()) {
                continue;
            }
            if (name.isEmpty()) {
                unreadable.add(new Violation(field + ".name", "填了关系或电话的监护人请填写姓名"));
            } else {
                guardians.add(new StudentBody.GuardianBody(name, relation, phone));
            }
        }
        return guardians;
    }

    private static @Nullable Long office(String text) {
        return text.matches("\\d{1,9}") ? Long.valueOf(text) : null;
    }
}
