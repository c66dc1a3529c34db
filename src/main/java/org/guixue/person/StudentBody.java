package org.guixue.person;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.identity.Ethnicity;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.Normaliser;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.PersonName;
import org.guixue.identity.Sex;
import org.guixue.identity.StudentNumber;
import org.jspecify.annotations.Nullable;

/**
 * A child as the API takes it in. What is left out stays as the roster knows it, or is unknown for a new child; an empty
 * text strikes out.
 *
 * @param school office id; 0 for a child without a school
 * @param plain texts of {@link StudentFields#PLAIN}
 */
record StudentBody(
        @Nullable String name,
        @Nullable String sex,
        @Nullable String ethnicity,
        @Nullable LocalDate bornOn,
        @Nullable String nationalId,
        @Nullable String noIdReason,
        @Nullable PaperBody otherPaper,
        @Nullable String studentNumber,
        @Nullable Long school,
        @Nullable Long township,
        @Nullable String grade,
        @Nullable String schoolClass,
        @Nullable String headTeacher,
        @Nullable String headTeacherPhone,
        @Nullable List<GuardianBody> guardians,
        @Nullable AddressBody residence,
        @Nullable AddressBody household,
        @Nullable AddressBody rollAddress,
        @Nullable String health,
        @Nullable DisabilityBody disability,
        @Nullable List<CategoryBody> categories,
        @JsonAnySetter @Nullable Map<String, Object> plain) {

    record GuardianBody(
            @Nullable String name,
            @Nullable String relation,
            @Nullable String phone,
            @Nullable Boolean guardian) {
        /** As said; else as it was known of one of that name; else whoever stands under this name is one. */
        Guardianship standing(PersonName who, List<Guardian> known) {
            if (guardian != null) {
                return guardian ? Guardianship.YES : Guardianship.NO;
            }
            return known.stream()
                    .filter(each -> each.name().equals(who.text()))
                    .map(Guardian::guardianship)
                    .findFirst()
                    .orElse(Guardianship.YES);
        }
    }

    /** Both empty strikes the paper out. */
    record PaperBody(@Nullable String kind, @Nullable String number) {}

    /**
     * A new child.
     *
     * @param defaultSchool taken where none is given
     * @param defaultTownship taken where none is given: the township that the school lies in
     */
    StudentDetails details(OptionalLong defaultSchool, OptionalLong defaultTownship, LocalDate today) {
        return details(Optional.empty(), defaultSchool, defaultTownship, today);
    }

    StudentDetails over(StudentDetails known, LocalDate today) {
        return details(Optional.of(known), known.schooling().school(), OptionalLong.of(known.township()), today);
    }

    private StudentDetails details(
            Optional<StudentDetails> known, OptionalLong defaultSchool, OptionalLong defaultTownship, LocalDate today) {
        List<Violation> wrong = new ArrayList<>();
        Optional<StudentDetails.Identity> who = known.map(StudentDetails::identity);
        Optional<StudentDetails.Schooling> where = known.map(StudentDetails::schooling);
        LocalDate born =
                bornOn == null ? who.map(StudentDetails.Identity::bornOn).orElse(null) : bornOn;
        if (isBlank(name, who)) {
            wrong.add(new Violation("name", "请填写姓名"));
        }
        if (isBlank(sex, who)) {
            wrong.add(new Violation("sex", "请填写性别（男或女）"));
        }
        if (born == null) {
            wrong.add(new Violation("bornOn", "请填写出生日期，如2012-03-15"));
        }
        OptionalLong responsible = township == null ? defaultTownship : OptionalLong.of(township);
        if (responsible.isEmpty()) {
            wrong.add(new Violation("township", "请指明现居住地所在乡镇"));
        }
        List<Guardian> guards =
                guardianList(known.map(StudentDetails::guardians).orElse(List.of()), wrong);
        Addresses places = known.map(StudentDetails::addresses).orElse(Addresses.NONE);
        Given<NationalId> id = read(nationalId, who.map(StudentDetails.Identity::nationalId), NationalId::read);
        StudentDetails details = new StudentDetails(
                new StudentDetails.Identity(
                        read(name, who.map(StudentDetails.Identity::name), PersonName::read),
                        read(sex, who.map(StudentDetails.Identity::sex), Sex::read),
                        read(ethnicity, who.map(StudentDetails.Identity::ethnicity), Ethnicity::read),
                        born == null ? id.value().map(NationalId::bornOn).orElse(today) : born,
                        id,
                        text(noIdReason, who.map(StudentDetails.Identity::noIdReason)),
                        paper(who.map(StudentDetails.Identity::otherPaper).orElse(Given.nothing())),
                        read(studentNumber, who.map(StudentDetails.Identity::studentNumber), StudentNumber::read)),
                new StudentDetails.Schooling(
                        school == null ? defaultSchool : school == 0 ? OptionalLong.empty() : OptionalLong.of(school),
                        text(grade, where.map(StudentDetails.Schooling::grade)),
                        text(schoolClass, where.map(StudentDetails.Schooling::schoolClass)),
                        text(headTeacher, where.map(StudentDetails.Schooling::headTeacher)),
                        text(headTeacherPhone, where.map(StudentDetails.Schooling::headTeacherPhone))),
                responsible.orElse(0),
                guards,
                new Addresses(
                        AddressBody.over(residence, places.residence()),
                        AddressBody.over(household, places.household()),
                        AddressBody.over(rollAddress, places.roll())),
                Health.read(text(health, known.map(StudentDetails::health))),
                DisabilityBody.over(
                        disability, known.map(StudentDetails::disability).orElse(Disability.NONE)),
                CategoryBody.over(
                        categories, known.map(StudentDetails::categories).orElse(List.of()), today),
                plainTexts(known.map(StudentDetails::plain).orElse(Map.of())));
        if (!wrong.isEmpty()) {
            throw new ValuesRefused(withOthers(wrong, details, today));
        }
        return details;
    }

    /** What is missing, and what else is wrong: nobody should have to send a form twice to hear both. */
    private static List<Violation> withOthers(List<Violation> wrong, StudentDetails details, LocalDate today) {
        Map<String, String> messages = new LinkedHashMap<>();
        wrong.forEach(each -> messages.put(each.field(), each.message()));
        details.apartFromCategories(today).forEach(messages::putIfAbsent);
        List<Violation> all = new ArrayList<>();
        messages.forEach((field, message) -> all.add(new Violation(field, message)));
        return all;
    }

    private Given<OtherPaper> paper(Given<OtherPaper> known) {
        if (otherPaper == null) {
            return known;
        }
        String kind = text(otherPaper.kind(), Optional.empty());
        String number = text(otherPaper.number(), Optional.empty());
        if (kind.isEmpty() && number.isEmpty()) {
            return Given.nothing();
        }
        boolean same = known.value()
                .filter(paper -> paper.kind().equals(kind) && (number.isEmpty() || number.equals(paper.masked())))
                .isPresent();
        return same ? known : OtherPaper.read(kind, number);
    }

    private List<Guardian> guardianList(List<Guardian> known, List<Violation> wrong) {
        if (guardians == null) {
            return known;
        }
        List<Guardian> result = new ArrayList<>();
        for (int i = 0; i < guardians.size(); i++) {
            GuardianBody body = guardians.get(i);
            Given<PersonName> called = PersonName.read(text(body.name(), Optional.empty()));
            String field = "guardians[" + i + "].name";
            called.fault().ifPresent(fault -> wrong.add(new Violation(field, fault)));
            called.value()
                    .map(who -> new Guardian(
                            who,
                            text(body.relation(), Optional.empty()),
                            text(body.phone(), Optional.empty()),
                            body.standing(who, known)))
                    .ifPresent(result::add);
        }
        return result;
    }

    private Map<String, String> plainTexts(Map<String, String> known) {
        Map<String, String> texts = new HashMap<>(known);
        if (plain == null) {
            return texts;
        }
        plain.forEach((name, text) -> {
            StudentField field = StudentFields.PLAIN.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ValuesRefused(name, "没有这一项，请核对名称"));
            if (text instanceof String typed) {
                texts.put(name, field.read(typed));
            } else if (text != null) {
                throw new ValuesRefused(name, "格式不对，应为文字");
            }
        });
        return texts;
    }

    private static boolean isBlank(@Nullable String text, Optional<StudentDetails.Identity> known) {
        return text == null ? known.isEmpty() : text.isBlank();
    }

    private static String text(@Nullable String text, Optional<String> known) {
        return text == null ? known.orElse("") : Normaliser.text(text).strip();
    }

    /** What is sent back as it lies here is no mistake of the sender's, even where it is 待核. */
    private static <T> Given<T> read(
            @Nullable String text, Optional<Given<T>> known, Function<String, Given<T>> reading) {
        Given<T> before = known.orElse(Given.nothing());
        boolean same = text == null || (!before.isNothing() && text.strip().equals(before.text()));
        return same ? before : reading.apply(text);
    }
}
