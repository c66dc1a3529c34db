package org.guixue.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.page.Typed;
import org.jspecify.annotations.Nullable;

/**
 * The plain form of a child, to and from what the roster knows. Up to four guardians. The whole numbers
 * never stand in the form: left blank they stay as they are.
 */
final class StudentFormRequest {
    static final int GUARDIANS = StudentDetails.GUARDIANS;

    private StudentFormRequest() {}

    static Typed of(Student child, LocalDate today, boolean withHealth) {
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
                .with("categories", child.categoriesOn(today, withHealth));
        if (withHealth) {
            typed.with("health", child.health())
                    .with("disability", child.disability().text());
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

    /**
     * @param known what the roster says of a child that is corrected
     * @throws ValuesRefused where something needed is missing or unreadable
     */
    static StudentDetails details(Typed typed, Optional<StudentDetails> known, LocalDate today) {
        List<Violation> unreadable = new ArrayList<>();
        LocalDate bornOn = null;
        try {
            bornOn = typed.value("bornOn").isEmpty() ? null : LocalDate.parse(typed.value("bornOn"));
        } catch (DateTimeException e) {
            unreadable.add(new Violation("bornOn", "日期应写作2012-03-15，请改正"));
        }
        List<StudentBody.GuardianBody> guardians = guardians(typed, unreadable);
        try {
            StudentBody body = body(typed, unreadable.isEmpty() ? bornOn : LocalDate.EPOCH, guardians);
            StudentDetails details = known.map(now -> body.over(now, today))
                    .orElseGet(() -> body.details(OptionalLong.empty(), OptionalLong.empty(), today));
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
                unlessBlank(typed.value("nationalId")),
                null,
                null,
                unlessBlank(typed.value("studentNumber")),
                typed.value("school").isEmpty() ? 0L : office(typed.value("school")),
                office(typed.value("township")),
                typed.value("grade"),
                typed.value("schoolClass"),
                typed.value("headTeacher"),
                typed.value("headTeacherPhone"),
                guardians,
                AddressBody.of(typed.value("residence")),
                AddressBody.of(typed.value("household")),
                null,
                typed.value("health"),
                DisabilityBody.of(typed.value("disability")),
                typed.all("categories").stream().map(CategoryBody::of).toList());
    }

    private static @Nullable String unlessBlank(String text) {
        return text.isEmpty() ? null : text;
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
