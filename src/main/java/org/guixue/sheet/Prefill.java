package org.guixue.sheet;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.guixue.Violation;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.Reporting;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.form.FormCheck;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.Completing;
import org.guixue.office.Office;
import org.guixue.person.Guardian;
import org.guixue.person.Student;
import org.guixue.person.StudentField;
import org.guixue.person.StudentFields;

/**
 * What the records already know of a form's fields, by the fields' {@code from} paths. Identity (name, sex, birth, IDs) and
 * what the office is called always come from the records: who types another one is told so instead of being believed.
 */
public final class Prefill {
    private static final String STUDENT = "student.";
    private static final Set<String> IDENTITY =
            Set.of("student.name", "student.sex", "student.bornOn", "student.nationalId", "student.studentNumber");

    /** What a path may look at. */
    private record Facts(Subject subject, OfficeDesk around, String handler, LocalDate today, NamedGuardians named) {
        Office issuer() {
            return around.issuer();
        }

        Reporting term() {
            return subject.term().map(Reporting::parse).orElseGet(() -> Reporting.of(Reporting.Kind.TERM, today));
        }

        Optional<Student> student() {
            return subject.student();
        }

        Optional<Guardian> guardian(int position) {
            return named.at(position);
        }

        Optional<Guardian> guardian(String relation) {
            return student().flatMap(child -> child.guardians().stream()
                    .filter(guardian -> guardian.relation().startsWith(relation))
                    .findFirst());
        }

        Optional<String> region(OfficeKind kind) {
            return issuer().atOrAbove(kind).map(Office::region);
        }
    }

    private static final Map<String, Function<Facts, Optional<?>>> OTHERS = Map.ofEntries(
            entry("student.age", f -> f.student().map(child -> child.ageOn(f.today()))),
            entry("student.disabilityKind", f -> f.student()
                    .map(child -> child.disability().kind())),
            entry("student.disabilityGrade", f -> f.student()
                    .map(child -> child.disability().grade())),
            entry("student.disabilityCertificate", f -> f.student()
                    .map(child -> child.disability().certificate())),
            entry("student.categories", f -> f.student()
                    .map(child -> String.join("、", child.categoriesOn(f.today(), false)))),
            entry("student.gradeClass", f -> f.student().map(child -> child.grade() + child.schoolClass())),
            entry("student.father", f -> f.guardian("父").map(Guardian::name)),
            entry("student.fatherPhone", f -> f.guardian("父").map(Guardian::phone)),
            entry("student.mother", f -> f.guardian("母").map(Guardian::name)),
            entry("student.motherPhone", f -> f.guardian("母").map(Guardian::phone)),
            entry("student.guardian1", f -> f.guardian(0).map(Guardian::name)),
            entry("student.guardian1Relation", f -> f.guardian(0).map(Guardian::relation)),
            entry("student.guardian1Phone", f -> f.guardian(0).map(Guardian::phone)),
            entry("student.guardian2", f -> f.guardian(1).map(Guardian::name)),
            entry("student.guardian2Relation", f -> f.guardian(1).map(Guardian::relation)),
            entry("student.guardian2Phone", f -> f.guardian(1).map(Guardian::phone)),
            entry("student.rollAddress", f -> f.student()
                    .map(child -> child.addresses().roll().text())
                    .filter(text -> !text.isEmpty())
                    .or(() -> f.student().flatMap(Student::school).map(Office::address))),
            entry("student.township", f -> f.student()
                    .map(child -> child.township().region())),
            entry("student.townshipAuthority", f -> f.student()
                    .map(Student::township)
                    .map(office -> TownshipAuthority.name(office.name(), office.region()))),
            entry("issuer.name", f -> Optional.of(f.issuer().name())),
            entry(
                    "issuer.bureau",
                    f -> f.issuer().atOrAbove(OfficeKind.COUNTY_BUREAU).map(Office::name)),
            entry("issuer.township", f -> f.issuer()
                    .atOrAbove(OfficeKind.TOWNSHIP)
                    .map(office -> TownshipAuthority.name(office.name(), office.region()))),
            entry("issuer.phone", f -> Optional.of(f.issuer().phone())),
            entry("issuer.address", f -> Optional.of(f.issuer().address())),
            entry("issuer.signatory", f -> Optional.of(f.issuer().principal())),
            entry("caller.name", f -> Optional.of(f.handler())),
            entry("region.province", f -> f.region(OfficeKind.PROVINCE)),
            entry("region.city", f -> f.region(OfficeKind.CITY)),
            entry("region.county", f -> f.region(OfficeKind.COUNTY_BUREAU)),
            entry("region.township", f -> f.region(OfficeKind.TOWNSHIP)
                    .or(() -> f.student().map(child -> child.township().region()))),
            entry("office.name", f -> counterpart(f).map(Office::name)),
            entry("office.principal", f -> counterpart(f).map(Office::principal)),
            entry("today", f -> Optional.of(f.today())),
            entry("term.year", f -> Optional.of(schoolYear(f.today()))),
            entry("term.name", f -> Optional.of(f.term().label())),
            entry("term.season", f -> Optional.of(f.term().name().endsWith("spring") ? "春季学期" : "秋季学期")),
            entry(
                    "term.startsOn",
                    f -> Optional.of(f.around().terms().apply(f.term()).startsOn())),
            entry("target.enrolment", f -> f.around().target("enrolment-rate", f.today())),
            entry("target.retention", f -> f.around().target("retention-rate", f.today())),
            entry("target.dropout", f -> f.around().target("dropout-rate", f.today())),
            entry("student.sixteenOn", f -> f.student()
                    .map(child -> child.bornOn().plusYears(16))),
            entry("student.disabilityRegistered", f -> f.student()
                    .map(child -> child.disability().certificate().isEmpty() ? "" : "已登记")));

    /** The table's fields, and what is put together or told otherwise on papers. */
    private static final Map<String, Function<Facts, Optional<?>>> PATHS = paths();

    private static Map<String, Function<Facts, Optional<?>>> paths() {
        Map<String, Function<Facts, Optional<?>>> paths = new HashMap<>();
        for (StudentField field : StudentFields.ALL) {
            paths.put(STUDENT + field.name(), facts -> facts.student().map(field::filled));
        }
        paths.putAll(OTHERS);
        CasePaths.ALL.forEach((path, look) -> paths.put(path, facts -> facts.around()
                .caseFile()
                .get()
                .flatMap(known -> look.apply(new CasePaths.Asked(known, facts.around(), facts.today())))));
        PaperPaths.ALL.forEach((path, look) -> paths.put(path, facts -> look.apply(facts.around(), facts.today())));
        return Map.copyOf(paths);
    }

    private Prefill() {}

    /** Whether the records know the path. */
    public static boolean knows(String path) {
        return PATHS.containsKey(path);
    }

    /** Field name → value for every field that says what the issuer and its county are called. */
    public static Map<String, Object> office(Form form, Office issuer, LocalDate today) {
        Facts facts = new Facts(Subject.none(), OfficeDesk.of(issuer), "", today, NamedGuardians.none(form));
        return values(form, facts, (field, path) -> OfficeFacts.decide(form, field));
    }

    /** Field name → value for every field that passes and that the records know; unknown ones are left out. */
    private static Map<String, Object> values(Form form, Facts facts, BiPredicate<Field, String> wanted) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            field.from()
                    .filter(path -> wanted.test(field, path))
                    .flatMap(path -> known(field, path, facts))
                    .ifPresent(value -> values.put(field.name(), value));
        }
        return FormCheck.normalise(form, values);
    }

    /** Whatever a form's author thought of its access. */
    private static boolean isSensitive(String path) {
        return StudentFields.ALL.stream()
                .filter(StudentField::isSensitive)
                .anyMatch(field -> path.startsWith(STUDENT + field.name()));
    }

    /** Whether only a child's record decides it. */
    public static boolean isIdentity(Field field) {
        return field.from().filter(IDENTITY::contains).isPresent();
    }

    /**
     * Names of the fields that only the records decide, for this subject; not those of which the child's holds something 待核,
     * nor what is not known of the office.
     */
    public static Set<String> locked(Form form, Subject subject, Office issuer, LocalDate today) {
        Set<String> names = new TreeSet<>(identity(form, subject));
        names.addAll(office(form, issuer, today).keySet());
        return names;
    }

    /** Those of them that the child's record decides. */
    static Set<String> identity(Form form, Subject subject) {
        return subject.student()
                .map(child -> form.fields().stream()
                        .filter(field -> field.from()
                                .filter(path -> IDENTITY.contains(path) && !isUnread(path, child))
                                .isPresent())
                        .map(Field::name)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    private static boolean isUnread(String path, Student child) {
        return StudentFields.ALL.stream()
                .filter(field -> path.equals(STUDENT + field.name()))
                .anyMatch(field ->
                        field.filled(child).isEmpty() && !field.told(child).isEmpty());
    }

    /**
     * What was given, completed with what the records know; one violation for each fact that only they decide and that was given
     * otherwise, and one doubt for each that may stand.
     *
     * @param handler the name of who fills the paper in
     */
    public static Completing.Completed complete(
            Form form,
            Subject subject,
            OfficeDesk around,
            String handler,
            LocalDate today,
            Map<String, Object> given,
            boolean mayReadSensitive) {
        NamedGuardians named = new NamedGuardians(form, subject, given);
        Map<String, Object> known = values(
                form,
                new Facts(subject, around, handler, today, named),
                (field, path) -> mayReadSensitive || !(field.sensitive() || isSensitive(path)));
        Set<String> identity = identity(form, subject);
        Map<String, Object> complete = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (Field field : form.fields()) {
            String name = field.name();
            Object value = given.get(name);
            boolean decided = known.containsKey(name) && OfficeFacts.decide(form, field);
            if (decided || identity.contains(name)) {
                if (!isBlank(value) && !value.equals(known.get(name))) {
                    violations.add(new Violation(
                            name,
                            decided ? OfficeFacts.refusal(field, known) : field.label() + "与名册不一致，以名册为准；如名册有误请先更正名册"));
                }
                put(complete, name, known.get(name));
            } else {
                put(complete, name, given.containsKey(name) ? value : known.get(name));
            }
        }
        given.forEach((name, value) -> {
            if (form.field(name).isEmpty()) {
                put(complete, name, value);
            }
        });
        violations.addAll(named.violations(complete));
        return new Completing.Completed(complete, violations, Doubts.of(form, known, given, named));
    }

    /** Only what {@link Completing.Completed#doubts} says of those values. */
    static List<Violation> doubts(
            Form form, Subject subject, OfficeDesk around, LocalDate today, Map<String, Object> given) {
        NamedGuardians named = new NamedGuardians(form, subject, given);
        Map<String, Object> known =
                values(form, new Facts(subject, around, "", today, named), (field, path) -> Doubts.concern(field));
        return Doubts.of(form, known, given, named);
    }

    private static void put(Map<String, Object> values, String name, @org.jspecify.annotations.Nullable Object value) {
        if (!isBlank(value)) {
            values.put(name, value);
        }
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable Object value) {
        return value == null || value.equals("");
    }

    private static Optional<Object> known(Field field, String path, Facts facts) {
        Function<Facts, Optional<?>> look = PATHS.get(path);
        if (look == null) {
            throw new IllegalArgumentException("no record has the path " + path);
        }
        return look.apply(facts).flatMap(value -> Fitting.fit(field, value));
    }

    /** 学年 begins on 1 September. */
    private static String schoolYear(LocalDate day) {
        int begins = day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1;
        return begins + "—" + (begins + 1) + "学年";
    }

    private static Optional<Office> counterpart(Facts facts) {
        return facts.subject()
                .office()
                .filter(office -> office.id() != facts.issuer().id());
    }
}
