package org.guixue.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guixue.access.OfficeKind;
import org.guixue.access.Scope;
import org.guixue.calendar.SchoolYear;
import org.guixue.identity.SchoolGrade;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;

/** Reads the responsibility map of a year: who answers for what, for what nobody does, and who has not signed. */
@ApplicationScoped
public class DutyMap {
    static final int MOST_CASES = 2000;
    private static final Set<DutyLayer> OF_CHILDREN = Set.of(DutyLayer.SUBJECT_TEACHER, DutyLayer.BOND);

    private static final Comparator<OpenClass> IN_ORDER = Comparator.comparing(
                    (OpenClass each) -> each.school().path())
            .thenComparing(each -> SchoolGrade.number(each.grade()))
            .thenComparing(each -> SchoolGrade.classNumber(each.schoolClass()))
            .thenComparing(OpenClass::schoolClass);

    private final Duties duties;
    private final Offices offices;
    private final OpenCases cases;
    private final AgreementPapers papers;
    private final Clock clock;

    @Inject
    public DutyMap(Duties duties, Offices offices, OpenCases cases, AgreementPapers papers, Clock clock) {
        this.duties = duties;
        this.offices = offices;
        this.cases = cases;
        this.papers = papers;
        this.clock = clock;
    }

    /** What nobody answers for. Each class and each child with an open case comes first; then years of schooling and offices. */
    public record Uncovered(
            List<OpenClass> classes,
            List<Student> children,
            List<OpenClass> grades,
            List<Office> schools,
            List<Office> townships) {
        public boolean none() {
            return classes.isEmpty()
                    && children.isEmpty()
                    && grades.isEmpty()
                    && schools.isEmpty()
                    && townships.isEmpty();
        }
    }

    /** A class, or where the class is empty a whole grade, of a school. */
    public record OpenClass(Office school, String grade, String schoolClass, long children) {
        public String words() {
            return schoolClass.startsWith(grade) ? schoolClass : grade + schoolClass;
        }
    }

    /** The school year in which the day lies; from July on people prepare the next one. */
    public SchoolYear present() {
        return SchoolYear.workedOn(LocalDate.now(clock));
    }

    /** The last day on which the agreements of that year are to be signed. */
    public static LocalDate signedBy(SchoolYear year) {
        return year.from().minusDays(1);
    }

    /** Those who hold now and whose agreement is not signed, or has become void since. */
    public List<Duty> unsigned(SchoolYear year, Scope scope, int most) {
        List<Duty> all = new ArrayList<>(duties.unsigned(year, scope, most));
        Set<Long> voided = papers.voidAmong(duties.signedAgreements(year, scope));
        all.addAll(duties.withAgreement(year, voided, scope));
        return all.stream()
                .sorted(Comparator.comparing(Duty::layer))
                .limit(most)
                .toList();
    }

    static boolean isSigned(Duty duty, Set<Long> voidAgreements) {
        return duty.signedOn().isPresent()
                && duty.agreement()
                        .filter(paper -> !voidAgreements.contains(paper))
                        .isPresent();
    }

    /** Which of their agreements are void. */
    public Set<Long> voidAgreements(List<Duty> all) {
        Set<Long> issued =
                all.stream().flatMap(duty -> duty.agreement().stream()).collect(Collectors.toSet());
        return issued.isEmpty() ? Set.of() : papers.voidAmong(issued);
    }

    /** As the roll stands today. */
    public Uncovered uncovered(SchoolYear year, Scope scope) {
        Map<Long, Office> known = offices.within(scope).stream()
                .filter(office -> !office.closed())
                .collect(Collectors.toMap(Office::id, Function.identity()));
        List<Duties.SchoolClass> classes = duties.classes(scope);
        return new Uncovered(
                classes(year, scope, classes, known),
                children(year, scope),
                grades(year, scope, classes, known),
                without(year, scope, known, OfficeKind.SCHOOL, DutyLayer.EDUCATION_OFFICE),
                without(year, scope, known, OfficeKind.TOWNSHIP, DutyLayer.COUNTY_LEADER));
    }

    private List<OpenClass> classes(
            SchoolYear year, Scope scope, List<Duties.SchoolClass> classes, Map<Long, Office> known) {
        Set<String> covered = covered(year, scope, Set.of(DutyLayer.HEAD_TEACHER));
        return classes.stream()
                .filter(each ->
                        known.containsKey(each.school()) && !each.schoolClass().isEmpty())
                .filter(each -> covered.add(DutyPlace.classKey(each.school(), each.grade(), each.schoolClass())))
                .map(each -> open(known, each, each.schoolClass(), each.children()))
                .sorted(IN_ORDER)
                .toList();
    }

    private List<OpenClass> grades(
            SchoolYear year, Scope scope, List<Duties.SchoolClass> classes, Map<Long, Office> known) {
        Set<String> covered = covered(year, scope, Set.of(DutyLayer.SCHOOL_LEADER));
        return classes.stream()
                .filter(each -> known.containsKey(each.school()))
                .filter(each -> covered.add(DutyPlace.gradeKey(each.school(), each.grade())))
                .map(each -> open(
                        known,
                        each,
                        "",
                        classes.stream()
                                .filter(other -> other.school() == each.school()
                                        && other.grade().equals(each.grade()))
                                .mapToLong(Duties.SchoolClass::children)
                                .sum()))
                .sorted(IN_ORDER)
                .toList();
    }

    private static OpenClass open(
            Map<Long, Office> known, Duties.SchoolClass found, String schoolClass, long children) {
        Office school = known.get(found.school());
        if (school == null) {
            throw new IllegalStateException("no office " + found.school());
        }
        return new OpenClass(school, found.grade(), schoolClass, children);
    }

    private List<Student> children(SchoolYear year, Scope scope) {
        List<Student> open = cases.childrenWithOpenCase(scope, MOST_CASES);
        if (open.isEmpty()) {
            return List.of();
        }
        Set<String> covered = covered(year, scope, OF_CHILDREN);
        return new ArrayList<>(new LinkedHashSet<>(open))
                .stream()
                        .filter(child -> !covered.contains("child " + child.id()))
                        .toList();
    }

    private List<Office> without(
            SchoolYear year, Scope scope, Map<Long, Office> known, OfficeKind kind, DutyLayer layer) {
        Set<String> covered = covered(year, scope, Set.of(layer));
        return known.values().stream()
                .filter(office -> office.kind() == kind && !covered.contains("office " + office.id()))
                .sorted(Comparator.comparing(Office::path))
                .toList();
    }

    private Set<String> covered(SchoolYear year, Scope scope, Set<DutyLayer> layers) {
        return new HashSet<>(duties.covered(year, layers, scope));
    }
}
