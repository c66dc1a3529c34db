package org.guixue.person;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * A child as the API shows it: the ID masked unless revealed, health and disability only with the grant.
 *
 * @param school office id, where a {@link ListedStudent} names the school
 * @param revealed left out unless a reason was given
 * @param sensitive left out without the grant
 * @param categories names of those that hold today
 * @param plain the fields that are one text each, by their names
 */
public record StudentJson(
        long id,
        String name,
        String sex,
        int age,
        String maskedId,
        @Nullable Long school,
        String grade,
        String schoolClass,
        StudentState state,
        String ethnicity,
        LocalDate bornOn,
        @JsonUnwrapped @Nullable RevealedId revealed,
        String noIdReason,
        @Nullable ShownPaper otherPaper,
        @Nullable String studentNumber,
        @Nullable String schoolName,
        long township,
        String townshipName,
        String headTeacher,
        String headTeacherPhone,
        List<ShownGuardian> guardians,
        String residence,
        AddressBody.AddressParts residenceParts,
        String household,
        AddressBody.AddressParts householdParts,
        String rollAddress,
        AddressBody.AddressParts rollAddressParts,
        @JsonUnwrapped @Nullable ShownHealth sensitive,
        List<String> categories,
        List<CategoryBody.CategoryPeriod> categoryPeriods,
        int version,
        @JsonAnyGetter Map<String, String> plain) {

    /** A child as one of many. */
    public record ListedStudent(
            long id,
            String name,
            String sex,
            int age,
            String maskedId,
            @Nullable String school,
            String grade,
            String schoolClass,
            StudentState state) {}

    /** The whole ID; null for a child without one. */
    record RevealedId(@Nullable String nationalId) {}

    record ShownPaper(String kind, String number) {
        static ShownPaper of(OtherPaper paper, boolean revealed) {
            return new ShownPaper(paper.kind(), revealed ? paper.number() : paper.masked());
        }
    }

    /** @param guardian null where nobody said */
    record ShownGuardian(
            String name,
            String relation,
            String phone,
            @Nullable Boolean guardian) {
        static ShownGuardian of(Guardian shown) {
            Guardianship said = shown.guardianship();
            return new ShownGuardian(
                    shown.name(),
                    shown.relation(),
                    shown.phone(),
                    said == Guardianship.UNSAID ? null : said == Guardianship.YES);
        }
    }

    record ShownHealth(String health, String disability, DisabilityBody.DisabilityParts disabilityParts) {
        static ShownHealth of(Student child, boolean revealed) {
            return new ShownHealth(
                    child.health(),
                    child.disability().text(),
                    DisabilityBody.DisabilityParts.of(child.disability(), revealed));
        }
    }

    public static ListedStudent line(Student child, LocalDate today) {
        return new ListedStudent(
                child.id(),
                child.name(),
                child.sex(),
                child.ageOn(today),
                child.maskedId(),
                child.school().map(Office::name).orElse(null),
                child.grade(),
                child.schoolClass(),
                child.state());
    }

    static StudentJson whole(Student child, Caller caller, LocalDate today, boolean revealed) {
        boolean sensitive = caller.mayReadSensitive();
        Addresses addresses = child.addresses();
        return new StudentJson(
                child.id(),
                child.name(),
                child.sex(),
                child.ageOn(today),
                child.maskedId(),
                child.school().map(Office::id).orElse(null),
                child.grade(),
                child.schoolClass(),
                child.state(),
                child.ethnicity(),
                child.bornOn(),
                revealed ? new RevealedId(orNull(child.heldId().text())) : null,
                child.noIdReason(),
                child.otherPaper().map(paper -> ShownPaper.of(paper, revealed)).orElse(null),
                orNull(revealed ? child.heldNumber().text() : child.heldNumber().shown(StudentNumber::masked)),
                child.school().map(Office::name).orElse(null),
                child.township().id(),
                child.township().name(),
                child.headTeacher(),
                child.headTeacherPhone(),
                child.guardians().stream().map(ShownGuardian::of).toList(),
                child.residence(),
                AddressBody.AddressParts.of(addresses.residence()),
                child.household(),
                AddressBody.AddressParts.of(addresses.household()),
                addresses.roll().text(),
                AddressBody.AddressParts.of(addresses.roll()),
                sensitive ? ShownHealth.of(child, revealed) : null,
                child.categoriesOn(today, sensitive),
                child.heldCategories().stream()
                        .filter(held -> sensitive || !held.sensitive())
                        .map(CategoryBody.CategoryPeriod::of)
                        .toList(),
                child.version(),
                plain(child, sensitive));
    }

    private static Map<String, String> plain(Student child, boolean sensitive) {
        Map<String, String> plain = new LinkedHashMap<>();
        StudentFields.plain(sensitive).forEach(field -> plain.put(field.name(), field.told(child)));
        return plain;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
