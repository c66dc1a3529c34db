package org.guixue.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.guixue.Violation;

/**
 * What a roster says of one child. Texts are as typed; {@link #violations} says which do not fit. Empty texts mean
 * unknown.
 *
 * @param sex 男 or 女 (GB/T 2261.1)
 * @param school office id; empty for a child without a school
 * @param township office id of the responsible township
 */
public record StudentDetails(
        String name,
        String sex,
        String ethnicity,
        LocalDate bornOn,
        Optional<String> nationalId,
        Optional<String> studentNumber,
        OptionalLong school,
        long township,
        String grade,
        String schoolClass,
        String headTeacher,
        String headTeacherPhone,
        List<Guardian> guardians,
        String residence,
        String household,
        String health,
        String disability,
        Set<String> categories) {
    public StudentDetails {
        guardians = List.copyOf(guardians);
        categories = Set.copyOf(categories);
    }

    /** At most one violation per field; none when the details may be written. */
    public List<Violation> violations(LocalDate today) {
        List<Violation> found = new ArrayList<>();
        refusal(() -> new PersonName(name)).ifPresent(message -> found.add(new Violation("name", message)));
        if (!Set.of("男", "女").contains(sex)) {
            found.add(new Violation("sex", "性别应为“男”或“女”，请重新选择"));
        }
        if (bornOn.isAfter(today) || bornOn.isBefore(today.minusYears(30))) {
            found.add(new Violation("bornOn", "出生日期应在三十年以内且不晚于今天，请核对后重填"));
        }
        nationalId.flatMap(this::idRefusal).ifPresent(message -> found.add(new Violation("nationalId", message)));
        studentNumber
                .flatMap(text -> refusal(() -> new StudentNumber(text)))
                .ifPresent(message -> found.add(new Violation("studentNumber", message)));
        tooLong("ethnicity", ethnicity, 40, found);
        tooLong("grade", grade, 40, found);
        tooLong("schoolClass", schoolClass, 40, found);
        tooLong("headTeacher", headTeacher, 100, found);
        tooLong("headTeacherPhone", headTeacherPhone, 40, found);
        tooLong("residence", residence, 400, found);
        tooLong("household", household, 400, found);
        tooLong("health", health, 2000, found);
        tooLong("disability", disability, 2000, found);
        return found;
    }

    /** The same with health and disability as they are: for a caller who may not see them. */
    StudentDetails keeping(Student known) {
        return new StudentDetails(
                name,
                sex,
                ethnicity,
                bornOn,
                nationalId,
                studentNumber,
                school,
                township,
                grade,
                schoolClass,
                headTeacher,
                headTeacherPhone,
                guardians,
                residence,
                household,
                known.health(),
                known.disability(),
                categories);
    }

    /** The same with the known numbers where none was typed: forms show them masked and never whole. */
    StudentDetails withNumbersOf(Student known) {
        return new StudentDetails(
                name,
                sex,
                ethnicity,
                bornOn,
                nationalId.or(() -> known.nationalId().map(NationalId::text)),
                studentNumber.or(() -> known.studentNumber().map(StudentNumber::text)),
                school,
                township,
                grade,
                schoolClass,
                headTeacher,
                headTeacherPhone,
                guardians,
                residence,
                household,
                health,
                disability,
                categories);
    }

    private Optional<String> idRefusal(String text) {
        Optional<String> refusal = refusal(() -> new NationalId(text));
        if (refusal.isPresent()) {
            return refusal;
        }
        NationalId id = new NationalId(text);
        if (!id.bornOn().equals(bornOn)) {
            return Optional.of("身份证号中的出生日期与所填出生日期不一致，请核对二者");
        }
        return id.sex().equals(sex) ? Optional.empty() : Optional.of("身份证号第17位与所填性别不一致，请核对二者");
    }

    private static Optional<String> refusal(Runnable construction) {
        try {
            construction.run();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void tooLong(String field, String text, int max, List<Violation> found) {
        if (text.codePointCount(0, text.length()) > max) {
            found.add(new Violation(field, "最多%d个字，请删减".formatted(max)));
        }
    }
}
