package org.guixue.ledger;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.access.OfficeKind;
import org.guixue.identity.NationalId;
import org.guixue.identity.SchoolGrade;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;
import org.guixue.person.Guardian;
import org.guixue.person.HeldCategory;
import org.guixue.person.Standing;
import org.guixue.person.Student;
import org.guixue.person.TellingWords;

/**
 * A child as it stood on the reporting day: state, school, grade and class of then, everything else as it is known now.
 *
 * @param standing of that day
 * @param around what else of that day is asked for
 */
record ChildOnDay(Student child, Standing standing, Around around) implements Reportable {
    private static final int SCHOOL_AGE = 6;
    private static final int SIXTEEN = 16;
    private static final int LAST_OF_PRIMARY = 6;
    private static final int LAST_OF_JUNIOR = 9;
    private static final Pattern VILLAGE = Pattern.compile("^.{1,20}?(?:村|社区|居委会|居民委员会)");
    private static final Pattern POOR = Pattern.compile("脱贫|低保|特困|贫|困难|孤儿|无人抚养");

    private static final Map<String, Function<ChildOnDay, Object>> FACTS = Map.ofEntries(
            Map.entry("student.name", c -> c.child.name()),
            Map.entry("student.sex", c -> c.child.sex()),
            Map.entry("student.age", ChildOnDay::age),
            Map.entry("student.bornOn", c -> c.child.bornOn()),
            Map.entry("student.sixteenOn", c -> c.child.bornOn().plusYears(SIXTEEN)),
            Map.entry(
                    "student.nationalId",
                    c -> c.child.nationalId().map(NationalId::text).orElse("")),
            Map.entry(
                    "student.studentNumber",
                    c -> c.child.studentNumber().map(StudentNumber::text).orElse("")),
            Map.entry("student.ethnicity", c -> c.child.ethnicity()),
            Map.entry(
                    "student.school", c -> c.standing.school().map(Office::name).orElse("")),
            Map.entry(
                    "student.schoolCode",
                    c -> c.standing.school().map(Office::code).orElse("")),
            Map.entry("student.county", ChildOnDay::county),
            Map.entry("student.township", c -> c.child.township().name()),
            Map.entry("student.village", ChildOnDay::village),
            Map.entry("student.stage", c -> stage(c.standing.grade())),
            Map.entry("student.grade", c -> c.standing.grade()),
            Map.entry("student.schoolClass", c -> c.standing.schoolClass()),
            Map.entry("student.gradeClass", c -> c.standing.grade() + c.standing.schoolClass()),
            Map.entry("student.headTeacher", c -> c.child.headTeacher()),
            Map.entry("student.state", c -> c.standing.state().name()),
            Map.entry("student.stateLabel", c -> c.standing.state().label()),
            Map.entry("student.atSchool", c -> yes(c.standing.state().atSchool())),
            Map.entry(
                    "student.enrolled",
                    c -> yes(c.standing.school().isPresent()
                            && c.standing.state().atSchool())),
            Map.entry("student.schoolAge", c -> yes(c.age() >= SCHOOL_AGE && c.age() < SIXTEEN)),
            Map.entry("student.boarding", c -> c.child.boarding()),
            Map.entry("student.residence", c -> c.child.residence()),
            Map.entry("student.household", c -> c.child.household()),
            Map.entry("student.local", ChildOnDay::local),
            Map.entry("student.categories", c -> String.join("、", c.categories())),
            Map.entry("student.poverty", c -> String.join("、", c.poverty())),
            Map.entry("student.guardian", c -> c.guardian(Guardian::name)),
            Map.entry("student.guardianRelation", c -> c.guardian(Guardian::relation)),
            Map.entry("student.guardianPhone", c -> c.guardian(Guardian::phone)),
            Map.entry("student.disability", c -> c.child.disability().kind()),
            Map.entry("student.disabilityGrade", c -> c.child.disability().grade()),
            Map.entry("student.health", c -> c.child.health()),
            Map.entry("student.povertySince", c -> c.poor(HeldCategory::from, Comparator.naturalOrder())),
            Map.entry("student.povertyUntil", c -> c.poor(HeldCategory::until, Comparator.reverseOrder())),
            Map.entry("student.aid", c -> c.around.aid(c.child)),
            Map.entry(
                    "student.schoolBefore",
                    c -> c.before().school().map(Office::name).orElse("")),
            Map.entry(
                    "student.gradeClassBefore",
                    c -> c.before().grade() + c.before().schoolClass()),
            Map.entry("student.elsewhere", c -> c.around.elsewhere(c.child)),
            Map.entry("student.remarks", c -> TellingWords.keptApart(c.child.remarks())));

    static Set<String> facts() {
        return FACTS.keySet();
    }

    @Override
    public String key() {
        return "s" + child.id();
    }

    @Override
    public long reporter() {
        return standing.school().map(Office::id).orElseGet(() -> child.township()
                .id());
    }

    @Override
    public Object fact(String name) {
        return Optional.ofNullable(FACTS.get(name))
                .map(look -> look.apply(this))
                .orElseThrow(() -> new IllegalArgumentException("no child has the fact " + name));
    }

    private Standing before() {
        return around.standingBefore(child);
    }

    private String county() {
        return child.township()
                .atOrAbove(OfficeKind.COUNTY_BUREAU)
                .map(Office::region)
                .orElse("");
    }

    /** From or until when the child counts as poor: the first or the last of what its groups say. */
    private Object poor(Function<HeldCategory, Optional<LocalDate>> when, Comparator<LocalDate> order) {
        return child.heldCategories().stream()
                .filter(held -> !held.sensitive() && POOR.matcher(held.name()).find())
                .flatMap(held -> when.apply(held).stream())
                .min(order)
                .<Object>map(day -> day)
                .orElse("");
    }

    private int age() {
        return Math.max(0, Period.between(child.bornOn(), around.day()).getYears());
    }

    /** The first part of the address below the township that is called a village or a community. */
    private String village() {
        Matcher village = VILLAGE.matcher(child.addresses().residence().detail());
        return village.find() ? village.group() : "";
    }

    /** Whether the household lies in the county in which the child lives. */
    private String local() {
        String household = child.addresses().household().county();
        return household.isEmpty()
                ? ""
                : yes(household.equals(child.addresses().residence().county()));
    }

    private List<String> categories() {
        return child.categoriesOn(around.day(), false);
    }

    private List<String> poverty() {
        return categories().stream().filter(each -> POOR.matcher(each).find()).toList();
    }

    private String guardian(Function<Guardian, String> what) {
        return child.servedGuardians().stream().findFirst().map(what).orElse("");
    }

    static String stage(String grade) {
        int number = SchoolGrade.within(grade);
        if (number <= LAST_OF_PRIMARY) {
            return "小学";
        }
        return number <= LAST_OF_JUNIOR ? "初中" : "其他";
    }

    static String yes(boolean holds) {
        return holds ? "是" : "否";
    }

    /** The first of these texts that says something. */
    static String first(String... texts) {
        return Arrays.stream(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
