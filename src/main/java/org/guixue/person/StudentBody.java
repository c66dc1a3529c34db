package org.guixue.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.jspecify.annotations.Nullable;

/** A child as the API takes it in: everything may be missing, {@link #details} says what must not. */
record StudentBody(
        @Nullable String name,
        @Nullable String sex,
        @Nullable String ethnicity,
        @Nullable LocalDate bornOn,
        @Nullable String nationalId,
        @Nullable String studentNumber,
        @Nullable Long school,
        @Nullable Long township,
        @Nullable String grade,
        @Nullable String schoolClass,
        @Nullable String headTeacher,
        @Nullable String headTeacherPhone,
        @Nullable List<GuardianBody> guardians,
        @Nullable String residence,
        @Nullable String household,
        @Nullable String health,
        @Nullable String disability,
        @Nullable Set<String> categories) {

    record GuardianBody(
            @Nullable String name,
            @Nullable String relation,
            @Nullable String phone) {}

    /**
     * @param defaultSchool taken where none is given
     * @param defaultTownship taken where none is given: the township that the school lies in
     */
    StudentDetails details(OptionalLong defaultSchool, OptionalLong defaultTownship) {
        List<Violation> missing = new ArrayList<>();
        if (isBlank(name)) {
            missing.add(new Violation("name", "请填写姓名"));
        }
        if (isBlank(sex)) {
            missing.add(new Violation("sex", "请填写性别（男或女）"));
        }
        if (bornOn == null) {
            missing.add(new Violation("bornOn", "请填写出生日期，如2012-03-15"));
        }
        OptionalLong where = township == null ? defaultTownship : OptionalLong.of(township);
        if (where.isEmpty()) {
            missing.add(new Violation("township", "请指明现居住地所在乡镇"));
        }
        if (!missing.isEmpty() || bornOn == null) {
            throw new ValuesRefused(missing);
        }
        return new StudentDetails(
                text(name),
                text(sex),
                text(ethnicity),
                bornOn,
                optional(nationalId),
                optional(studentNumber),
                school == null ? defaultSchool : OptionalLong.of(school),
                where.getAsLong(),
                text(grade),
                text(schoolClass),
                text(headTeacher),
                text(headTeacherPhone),
                guardianList(),
                text(residence),
                text(household),
                text(health),
                text(disability),
                categories == null ? Set.of() : categories);
    }

    private List<Guardian> guardianList() {
        List<Guardian> result = new ArrayList<>();
        if (guardians == null) {
            return result;
        }
        for (int i = 0; i < guardians.size(); i++) {
            GuardianBody body = guardians.get(i);
            try {
                result.add(new Guardian(new PersonName(text(body.name())), text(body.relation()), text(body.phone())));
            } catch (IllegalArgumentException e) {
                throw new ValuesRefused("guardians[" + i + "].name", String.valueOf(e.getMessage()));
            }
        }
        return result;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Optional<String> optional(@Nullable String text) {
        return Optional.of(text(text)).filter(kept -> !kept.isEmpty());
    }
}
