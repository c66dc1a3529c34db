package org.guixue.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guixue.Violation;
import org.guixue.identity.Ethnicity;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.PersonName;
import org.guixue.identity.SchoolGrade;
import org.guixue.identity.Sex;
import org.guixue.identity.StudentNumber;
import org.guixue.identity.Telephone;
import org.guixue.identity.VisibleText;

/**
 * What a roster says of one child. Texts are as typed; {@link #violations} says which do not fit. Empty texts mean
 * unknown.
 *
 * @param township office id of the responsible township
 * @param guardians at most {@value #GUARDIANS}
 * @param categories at most one of each name
 * @param plain texts of {@link StudentFields#PLAIN} by the fields' names; the empty ones are left out
 */
public record StudentDetails(
        Identity identity,
        Schooling schooling,
        long township,
        List<Guardian> guardians,
        Addresses addresses,
        String health,
        Disability disability,
        List<HeldCategory> categories,
        Map<String, String> plain) {
    public static final int GUARDIANS = 4;
    private static final int LONGEST_LINE = 40;
    private static final int LONGEST_HEALTH = 2000;
    private static final int LONGEST_PART = 60;

    /** As long as the papers have room for. */
    public static final int LONGEST_ADDRESS = 150;

    private static final int OLDEST_YEARS = 30;

    /**
     * Who the child is.
     *
     * @param ethnicity nothing is unknown
     * @param noIdReason why there is no resident ID, such as 未上户口; not kept where there is one
     */
    public record Identity(
            Given<PersonName> name,
            Given<Sex> sex,
            Given<Ethnicity> ethnicity,
            LocalDate bornOn,
            Given<NationalId> nationalId,
            String noIdReason,
            Given<OtherPaper> otherPaper,
            Given<StudentNumber> studentNumber) {}

    /** @param school office id; empty for a child without a school */
    public record Schooling(
            OptionalLong school, String grade, String schoolClass, String headTeacher, String headTeacherPhone) {
        private static final Pattern GRADE_AND_CLASS = Pattern.compile("(.*年级|初[一二三])(.*班)");

        /** A grade in one form; where the class stands behind it (三年级1班) and nowhere else, it is taken from there. */
        public Schooling {
            Matcher both = GRADE_AND_CLASS.matcher(grade.strip());
            if (schoolClass.isBlank() && both.matches()) {
                schoolClass = both.group(2);
            }
            grade = SchoolGrade.held(both.matches() ? both.group(1) : grade);
        }
    }

    public StudentDetails {
        guardians = List.copyOf(guardians);
        categories = List.copyOf(categories);
        plain = plain.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the roster says of the child now. */
    public static StudentDetails of(Student child) {
        return new StudentDetails(
                new Identity(
                        PersonName.read(child.name()).asHeld(),
                        Sex.read(child.sex()).asHeld(),
                        Ethnicity.read(child.ethnicity()).asHeld(),
                        child.bornOn(),
                        child.heldId(),
                        child.noIdReason(),
                        child.heldPaper(),
                        child.heldNumber()),
                new Schooling(
                        child.school()
                                .map(school -> OptionalLong.of(school.id()))
                                .orElse(OptionalLong.empty()),
                        child.grade(),
                        child.schoolClass(),
                        child.headTeacher(),
                        child.headTeacherPhone()),
                child.township().id(),
                child.guardians(),
                child.addresses(),
                child.health(),
                child.disability(),
                child.heldCategories(),
                StudentFields.PLAIN.stream().collect(Collectors.toMap(StudentField::name, field -> field.told(child))));
    }

    /** The text of one of {@link StudentFields#PLAIN}; empty where nobody said. */
    public String plain(StudentField field) {
        return plain.getOrDefault(field.name(), "");
    }

    /**
     * At most one violation per field; none when the details may be written.
     *
     * @param before what the roster says of the child: a telephone or an address that lies there already is nobody's mistake of today
     */
    public List<Violation> violations(LocalDate today, KnownCategories known, Optional<StudentDetails> before) {
        Map<String, String> found = apartFromCategories(today);
        before.ifPresent(held -> forgiveHeld(held, found));
        categories.forEach(held -> note("categories", known.refusal(held), found));
        if (categories.stream().map(HeldCategory::name).distinct().count() < categories.size()) {
            note("categories", Optional.of("同一类别只能填一次，请合并起止日期"), found);
        }
        List<Violation> violations = new ArrayList<>();
        found.forEach((field, message) -> violations.add(new Violation(field, message)));
        return violations;
    }

    private void forgiveHeld(StudentDetails held, Map<String, String> found) {
        forgive("residence", addresses.residence().equals(held.addresses.residence()), found);
        forgive("household", addresses.household().equals(held.addresses.household()), found);
        forgive("rollAddress", addresses.roll().equals(held.addresses.roll()), found);
        if (schooling.headTeacherPhone().equals(held.schooling.headTeacherPhone())) {
            found.remove("headTeacherPhone");
        }
        for (int i = 0; i < guardians.size(); i++) {
            if (held.guardians.contains(guardians.get(i))) {
                found.remove("guardians[" + i + "].phone");
            }
        }
    }

    private static void forgive(String field, boolean held, Map<String, String> found) {
        if (held) {
            found.remove(field);
        }
    }

    /** Messages by field. */
    Map<String, String> apartFromCategories(LocalDate today) {
        Map<String, String> found = new LinkedHashMap<>();
        checkIdentity(today, found);
        checkSchooling(found);
        for (int i = 0; i < guardians.size(); i++) {
            checkGuardian(i, found);
        }
        checkAddress("residence", addresses.residence(), found);
        checkAddress("household", addresses.household(), found);
        checkAddress("rollAddress", addresses.roll(), found);
        note("health", Health.fault(health).or(() -> VisibleText.linesRefusal(health, LONGEST_HEALTH)), found);
        StudentFields.PLAIN.forEach(field -> note(field.name(), field.fault(plain(field)), found));
        note("disability", disability.refusal(identity.nationalId().value()), found);
        return found;
    }

    private void checkIdentity(LocalDate today, Map<String, String> found) {
        note("name", identity.name().fault(), found);
        note("sex", identity.sex().fault(), found);
        note("ethnicity", identity.ethnicity().fault(), found);
        if (identity.bornOn().isAfter(today) || identity.bornOn().isBefore(today.minusYears(OLDEST_YEARS))) {
            note("bornOn", Optional.of("出生日期应在三十年以内且不晚于今天，请核对后重填"), found);
        }
        note("nationalId", identity.nationalId().fault(), found);
        identity.nationalId().value().ifPresent(id -> note("nationalId", contradiction(id), found));
        note("noIdReason", VisibleText.lineRefusal(identity.noIdReason(), 100), found);
        note("otherPaper", identity.otherPaper().fault(), found);
        identity.otherPaper()
                .value()
                .ifPresent(paper -> note("otherPaper", paper.contradiction(identity.bornOn()), found));
        note("studentNumber", identity.studentNumber().fault(), found);
    }

    private void checkSchooling(Map<String, String> found) {
        note("grade", VisibleText.lineRefusal(schooling.grade(), LONGEST_LINE), found);
        note("grade", SchoolGrade.fault(schooling.grade()), found);
        note("schoolClass", VisibleText.lineRefusal(schooling.schoolClass(), LONGEST_LINE), found);
        note("headTeacher", VisibleText.lineRefusal(schooling.headTeacher(), PersonName.LONGEST), found);
        note("headTeacherPhone", Telephone.refusal(Telephone.plain(schooling.headTeacherPhone())), found);
    }

    private void checkGuardian(int position, Map<String, String> found) {
        String field = "guardians[" + position + "].";
        Guardian guardian = guardians.get(position);
        if (position >= GUARDIANS) {
            note("guardians", Optional.of("监护人最多填%d名".formatted(GUARDIANS)), found);
            return;
        }
        if (guardian.relation().matches("[0-9]+")) {
            note(field + "relation", Optional.of("没有“%s”这个关系代码，请填写关系，如父亲".formatted(guardian.relation())), found);
        }
        note(field + "relation", VisibleText.lineRefusal(guardian.relation(), Guardian.LONGEST_RELATION), found);
        note(field + "phone", Telephone.refusal(guardian.phone()), found);
    }

    private static void checkAddress(String field, Address address, Map<String, String> found) {
        List.of(address.province(), address.city(), address.county(), address.township())
                .forEach(part -> note(field, VisibleText.lineRefusal(part, LONGEST_PART), found));
        note(field, VisibleText.lineRefusal(address.detail(), LONGEST_ADDRESS), found);
        note(field, VisibleText.lineRefusal(address.text(), LONGEST_ADDRESS), found);
    }

    private static void note(String field, Optional<String> refusal, Map<String, String> found) {
        refusal.ifPresent(message -> found.putIfAbsent(field, message));
    }

    /** The same with all that only holders of the grant may see as it is: for a caller without it. */
    StudentDetails keeping(Student known) {
        List<HeldCategory> kept = new ArrayList<>(
                categories.stream().filter(held -> !held.sensitive()).toList());
        known.heldCategories().stream().filter(HeldCategory::sensitive).forEach(kept::add);
        Map<String, String> texts = new HashMap<>(plain);
        StudentFields.PLAIN.stream()
                .filter(StudentField::isSensitive)
                .forEach(field -> texts.put(field.name(), field.told(known)));
        return new StudentDetails(
                identity, schooling, township, guardians, addresses, known.health(), known.disability(), kept, texts);
    }

    private Optional<String> contradiction(NationalId id) {
        if (!id.bornOn().equals(identity.bornOn())) {
            return Optional.of("身份证号中的出生日期与所填出生日期不一致，请核对二者");
        }
        boolean fits =
                identity.sex().value().map(Sex::text).map(id.sex()::equals).orElse(true);
        return fits ? Optional.empty() : Optional.of("身份证号第17位与所填性别不一致，请核对二者");
    }
}
