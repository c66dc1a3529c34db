package org.guixue.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.OfficeKind;
import org.guixue.identity.OtherPaper;
import org.guixue.office.Office;
import org.guixue.page.Typed;
import org.jspecify.annotations.Nullable;

/**
 * The plain form of a child, to and from what the roster knows. Up to four guardians. The whole numbers
 * never stand in the form: left blank they stay as they are.
 */
final class StudentFormRequest {
    static final int GUARDIANS = StudentDetails.GUARDIANS;
    static final int MOST_CATEGORIES = 20;
    static final String SAME = "same";
    static final String OTHER = "other";
    static final String UNKNOWN = "unknown";

    private StudentFormRequest() {}

    /** The form of a child that is not on the roster yet: the places of the office, everything else empty. */
    static Typed blank(Office own) {
        Typed typed = Typed.blank().with("ethnicity", "汉族").with("householdIs", SAME);
        own.atOrAbove(OfficeKind.TOWNSHIP).ifPresent(township -> typed.with("township", Long.toString(township.id())));
        if (own.kind() == OfficeKind.SCHOOL) {
            typed.with("school", Long.toString(own.id()));
        }
        Address here = new Address(
                region(own, OfficeKind.PROVINCE),
                region(own, OfficeKind.CITY),
                region(own, OfficeKind.COUNTY_BUREAU),
                region(own, OfficeKind.TOWNSHIP),
                "");
        address(typed, "residence", here);
        callGuardians(typed, 0);
        return typed;
    }

    private static String region(Office own, OfficeKind kind) {
        return own.atOrAbove(kind).map(Office::region).orElse("");
    }

    static Typed of(Student child, boolean withSensitive) {
        Typed typed = Typed.blank()
                .with("version", Integer.toString(child.version()))
                .with("name", child.name())
                .with("sex", child.sex())
                .with("ethnicity", child.ethnicity())
                .with("bornOn", child.bornOn().toString())
                .with("noIdReason", child.noIdReason())
                .with(
                        "otherPaper.kind",
                        child.otherPaper().map(OtherPaper::kind).orElse(""))
                .with(
                        "school",
                        child.school().map(office -> Long.toString(office.id())).orElse(""))
                .with("township", Long.toString(child.township().id()))
                .with("grade", child.grade())
                .with("schoolClass", child.schoolClass())
                .with("headTeacher", child.headTeacher())
                .with("headTeacherPhone", child.headTeacherPhone());
        StudentFields.plain(withSensitive).forEach(field -> typed.with(field.name(), field.told(child)));
        addresses(typed, child.addresses());
        List<HeldCategory> held = child.heldCategories().stream()
                .filter(each -> withSensitive || !each.sensitive())
                .toList();
        for (int i = 0; i < held.size(); i++) {
            category(typed, "categories[" + i + "]", held.get(i));
        }
        if (withSensitive) {
            typed.with("health", child.health())
                    .with("disability.kind", child.disability().kind())
                    .with("disability.grade", child.disability().grade())
                    .with("disability.remark", child.disability().remark());
        }
        List<Guardian> guardians = child.guardians();
        for (int i = 0; i < guardians.size(); i++) {
            Guardian guardian = guardians.get(i);
            typed.with("guardians[" + i + "].name", guardian.name())
                    .with("guardians[" + i + "].relation", guardian.relation())
                    .with("guardians[" + i + "].phone", guardian.phone())
                    .with(
                            "guardians[" + i + "].guardian",
                            guardian.guardianship().word());
        }
        callGuardians(typed, guardians.size());
        return typed;
    }

    /** Who is added to the form is a guardian, unless it is said otherwise. */
    private static void callGuardians(Typed typed, int from) {
        for (int i = from; i < GUARDIANS; i++) {
            typed.with("guardians[" + i + "].guardian", Guardianship.YES.word());
        }
    }

    private static void addresses(Typed typed, Addresses addresses) {
        Address household = addresses.household();
        address(typed, "residence", addresses.residence());
        address(typed, "rollAddress", addresses.roll());
        boolean same = household.equals(addresses.residence()) && !household.isEmpty();
        typed.with("householdIs", same ? SAME : household.isEmpty() ? UNKNOWN : OTHER);
        if (!same) {
            address(typed, "household", household);
        }
    }

    private static void address(Typed typed, String field, Address address) {
        typed.with(field + ".province", address.province())
                .with(field + ".city", address.city())
                .with(field + ".county", address.county())
                .with(field + ".township", address.township())
                .with(field + ".detail", address.detail());
    }

    private static void category(Typed typed, String field, HeldCategory held) {
        typed.with(field + ".name", held.name())
                .with(field + ".from", held.from().map(LocalDate::toString).orElse(""))
                .with(field + ".until", held.until().map(LocalDate::toString).orElse(""))
                .with(field + ".evidence", held.evidence());
    }

    /**
     * @param known what the roster says of a child that is corrected
     * @throws ValuesRefused where something needed is missing or unreadable
     */
    static StudentDetails details(Typed typed, Optional<StudentDetails> known, LocalDate today) {
        List<Violation> unreadable = new ArrayList<>();
        LocalDate bornOn = date(typed, "bornOn", unreadable);
        List<StudentBody.GuardianBody> guardians = guardians(typed, unreadable);
        List<CategoryBody> categories = categories(typed, unreadable);
        try {
            StudentBody body = body(typed, bornOn, guardians, categories);
            StudentDetails details = known.map(now -> body.over(now, today))
                    .orElseGet(() -> body.details(OptionalLong.empty(), OptionalLong.empty(), today));
            if (unreadable.isEmpty()) {
                return details;
            }
        } catch (ValuesRefused e) {
            e.violations().stream()
                    .filter(other ->
                            unreadable.stream().noneMatch(first -> first.field().equals(other.field())))
                    .toList()
                    .forEach(unreadable::add);
        }
        throw new ValuesRefused(unreadable);
    }

    private static @Nullable LocalDate date(Typed typed, String field, List<Violation> unreadable) {
        try {
            return typed.value(field).isEmpty() ? null : LocalDate.parse(typed.value(field));
        } catch (DateTimeException e) {
            unreadable.add(new Violation(field, "日期应写作2012-03-15，请改正"));
            return null;
        }
    }

    private static StudentBody body(
            Typed typed,
            @Nullable LocalDate bornOn,
            List<StudentBody.GuardianBody> guardians,
            List<CategoryBody> categories) {
        AddressBody residence = address(typed, "residence");
        return new StudentBody(
                typed.value("name"),
                typed.value("sex"),
                typed.value("ethnicity"),
                bornOn,
                unlessBlank(typed.value("nationalId")),
                typed.value("noIdReason"),
                new StudentBody.PaperBody(typed.value("otherPaper.kind"), typed.value("otherPaper.number")),
                unlessBlank(typed.value("studentNumber")),
                typed.value("school").isEmpty() ? Long.valueOf(0) : office(typed.value("school")),
                office(typed.value("township")),
                typed.value("grade"),
                typed.value("schoolClass"),
                typed.value("headTeacher"),
                typed.value("headTeacherPhone"),
                guardians,
                residence,
                switch (typed.value("householdIs")) {
                    case SAME -> residence;
                    case UNKNOWN -> AddressBody.of("");
                    default -> address(typed, "household");
                },
                address(typed, "rollAddress"),
                typed.value("health"),
                DisabilityBody.of(
                        typed.value("disability.kind"),
                        typed.value("disability.grade"),
                        unlessBlank(typed.value("disability.certificate")),
                        typed.value("disability.remark")),
                categories,
                StudentFields.PLAIN.stream()
                        .collect(Collectors.toMap(StudentField::name, field -> typed.value(field.name()))));
    }

    private static AddressBody address(Typed typed, String field) {
        return AddressBody.of(
                typed.value(field + ".province"),
                typed.value(field + ".city"),
                typed.value(field + ".county"),
                typed.value(field + ".township"),
                typed.value(field + ".detail"));
    }

    private static List<CategoryBody> categories(Typed typed, List<Violation> unreadable) {
        List<CategoryBody> categories = new ArrayList<>();
        for (int i = 0; i < MOST_CATEGORIES; i++) {
            String field = "categories[" + i + "].";
            LocalDate from = date(typed, field + "from", unreadable);
            LocalDate until = date(typed, field + "until", unreadable);
            if (!typed.value(field + "name").isEmpty()) {
                categories.add(
                        CategoryBody.of(typed.value(field + "name"), from, until, typed.value(field + "evidence")));
            } else if (from != null || until != null) {
                unreadable.add(new Violation(field + "name", "填了起止日期的请选择类别"));
            }
        }
        return categories;
    }

    /** How many rows of categories the form shows: all that are filled in, and one to fill in. */
    static int categoryRows(Typed typed) {
        int filled = 0;
        for (int i = 0; i < MOST_CATEGORIES; i++) {
            if (!typed.value("categories[" + i + "].name").isEmpty()) {
                filled = i + 1;
            }
        }
        return Math.min(MOST_CATEGORIES, Math.max(filled + 1, categoryRowsShown(typed)));
    }

    /** How many rows the form had that was typed into; 0 for a form that nobody has seen yet. */
    static int categoryRowsShown(Typed typed) {
        return typed.value("rows").matches("\\d{1,2}") ? Integer.parseInt(typed.value("rows")) : 0;
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
                guardians.add(new StudentBody.GuardianBody(
                        name,
                        relation,
                        phone,
                        yesOrNo(typed.value(field + ".guardian")).orElse(null)));
            }
        }
        return guardians;
    }

    private static Optional<Boolean> yesOrNo(String word) {
        return switch (Guardianship.of(word)) {
            case YES -> Optional.of(true);
            case NO -> Optional.of(false);
            case UNSAID -> Optional.empty();
        };
    }

    private static @Nullable Long office(String text) {
        return text.matches("\\d{1,9}") ? Long.valueOf(text) : null;
    }
}
