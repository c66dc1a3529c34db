package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.SchoolYear;
import org.guixue.identity.Mask;
import org.guixue.identity.SchoolGrade;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Roster;
import org.guixue.person.Student;
import org.guixue.person.StudentDetails;
import org.guixue.person.StudentField;
import org.guixue.person.StudentFields;
import org.guixue.person.TellingWords;

/**
 * Lays a row of another register over what our roll says of the child: what would differ, field by field, and what the child's
 * details would be with some of the fields taken. A blank cell says nothing; a grade, class or address that is only written
 * otherwise is the same. Writes nothing.
 */
@ApplicationScoped
public class LayingOver {
    private static final int NO_CLASS = 99;
    private static final int LONGEST = 200;
    private static final String NOTHING = "（无）";

    private final Roster roster;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public LayingOver(Roster roster, Offices offices, Clock clock) {
        this.roster = roster;
        this.offices = offices;
        this.clock = clock;
    }

    /** What holds for all rows of one register. */
    public static final class Course {
        private final Caller caller;
        private final Places places;
        private final LocalDate today;

        private Course(Caller caller, Places places, LocalDate today) {
            this.caller = caller;
            this.places = places;
            this.today = today;
        }
    }

    @Transactional
    public Course course(Caller caller) {
        Office own = offices.find(caller.office()).orElseThrow();
        Office county = own.atOrAbove(OfficeKind.COUNTY_BUREAU).orElse(own);
        return new Course(
                caller,
                new Places(caller, own, Optional.empty(), offices.within(county.scope())),
                LocalDate.now(clock));
    }

    /** In the order of the table of fields; the child's schooling last. The child was read in the open transaction. */
    public List<FieldDifference> differences(Course course, RegisterRow register, Student child) {
        RosterRow row = written(course, register.row(), Optional.of(child));
        List<FieldDifference> found = new ArrayList<>(fields(course, row, child));
        register.state()
                .filter(said -> !said.fits(child.state()))
                .map(said -> new FieldDifference(
                        FieldDifference.STATE,
                        "就学状态",
                        child.state().label(),
                        TellingWords.keptApart(Mask.inText(said.words())),
                        "就学状态随异动和个案变动，请在学生页登记异动，或选“待查”建立个案",
                        false))
                .ifPresent(found::add);
        return found;
    }

    private List<FieldDifference> fields(Course course, RosterRow row, Student child) {
        List<RowProblem> problems = new ArrayList<>();
        Optional<Student> whole = outcome(course, row, child, problems).filter(all -> problems.isEmpty());
        List<FieldDifference> found = new ArrayList<>();
        for (StudentField field : StudentFields.ALL) {
            Set<String> columns = OtherRegisterColumns.OF_FIELD.getOrDefault(field.name(), Set.of());
            boolean said = row.given().keySet().stream().anyMatch(columns::contains);
            Optional<RowProblem> unreadable = row.problems().stream()
                    .filter(problem ->
                            columns.stream().anyMatch(each -> row.title(each).equals(problem.column())))
                    .findFirst();
            if (unreadable.isPresent()) {
                found.add(difference(field, child, "（读不出）", unreadable.get().message()));
            } else if (said && whole.isPresent()) {
                otherwise(field, child, whole.get()).ifPresent(found::add);
            } else if (said) {
                alone(course, field, row, columns, child).ifPresent(found::add);
            }
        }
        return found;
    }

    /** A field by itself, where others of the row cannot be read. */
    private Optional<FieldDifference> alone(
            Course course, StudentField field, RosterRow row, Set<String> columns, Student child) {
        RosterRow only = new RegisterRow(row, List.of()).only(columns);
        List<RowProblem> problems = new ArrayList<>();
        Optional<Student> outcome = outcome(course, only, child, problems);
        if (problems.isEmpty() && outcome.isPresent()) {
            return otherwise(field, child, outcome.get());
        }
        boolean repeated = field == StudentFields.OTHER_PAPER || field == StudentFields.SENSITIVE_CATEGORIES;
        return problems.isEmpty() || repeated
                ? Optional.empty()
                : Optional.of(difference(
                        field, child, raw(field, only), problems.get(0).message()));
    }

    private static String raw(StudentField field, RosterRow only) {
        String text = String.join("，", only.given().values());
        return field.isCode() ? Mask.of(text) : Mask.inText(text);
    }

    private static Optional<FieldDifference> otherwise(StudentField field, Student ours, Student theirs) {
        if (field.told(ours).equals(field.told(theirs))) {
            return Optional.empty();
        }
        String here = field.shown(ours);
        String there = field.shown(theirs);
        return Optional.of(difference(field, ours, here.equals(there) ? there + "（隐去的数字不同）" : there, ""));
    }

    private static FieldDifference difference(StudentField field, Student child, String there, String hindrance) {
        return new FieldDifference(
                field.name(),
                field.label(),
                line(field.shown(child)),
                line(there),
                hindrance,
                field.isSensitive() || TellingWords.areIn(field.shown(child) + there + hindrance));
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\t\\n\\r]", " ");
        return line.isEmpty() ? NOTHING : line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private Optional<Student> outcome(Course course, RosterRow row, Student child, List<RowProblem> problems) {
        return laid(course, row, Optional.of(StudentDetails.of(child)), problems)
                .map(details -> roster.outlook(course.caller, details, Optional.of(child), course.today, "")
                        .child());
    }

    /**
     * The child's details with what the register says in those fields.
     *
     * @throws ValuesRefused where it cannot be taken, naming row, column and why
     */
    public StudentDetails taken(Course course, RegisterRow register, Set<String> fields, StudentDetails known) {
        Set<String> columns = new HashSet<>();
        fields.forEach(field -> columns.addAll(OtherRegisterColumns.OF_FIELD.getOrDefault(field, Set.of())));
        RosterRow row = written(course, new RegisterRow(register.only(columns), List.of()).row(), Optional.empty());
        return refusedOr(row, Optional.of(known), course);
    }

    /** The details of a child that only the register has. */
    public StudentDetails entered(Course course, RegisterRow register) {
        return refusedOr(written(course, register.row(), Optional.empty()), Optional.empty(), course);
    }

    private StudentDetails refusedOr(RosterRow row, Optional<StudentDetails> known, Course course) {
        List<RowProblem> problems = new ArrayList<>(row.problems());
        Optional<StudentDetails> details = laid(course, row, known, problems);
        if (details.isEmpty() || !problems.isEmpty()) {
            throw new ValuesRefused(problems.stream()
                    .map(each ->
                            new Violation("row", "第%d行“%s”：%s".formatted(row.number(), each.column(), each.message())))
                    .toList());
        }
        return details.get();
    }

    /** An import puts a child whose row names no school into the clerk's own; a comparison leaves it where it is. */
    private static Optional<StudentDetails> laid(
            Course course, RosterRow row, Optional<StudentDetails> known, List<RowProblem> problems) {
        Optional<StudentDetails> details = RowDetails.of(row, known, course.places, course.today, problems);
        boolean namesSchool = row.text(RosterColumns.SCHOOL).isPresent()
                || row.text(RosterColumns.SCHOOL_CODE).isPresent();
        return known.isEmpty() || namesSchool
                ? details
                : details.map(each -> staying(each, known.get().schooling()));
    }

    private static StudentDetails staying(StudentDetails details, StudentDetails.Schooling before) {
        StudentDetails.Schooling schooling = details.schooling();
        return new StudentDetails(
                details.identity(),
                new StudentDetails.Schooling(
                        before.school(),
                        schooling.grade(),
                        schooling.schoolClass(),
                        schooling.headTeacher(),
                        schooling.headTeacherPhone()),
                details.township(),
                details.guardians(),
                details.addresses(),
                details.health(),
                details.disability(),
                details.categories(),
                details.plain());
    }

    /** With grade and class as our roll writes them; without them where they are the child's. */
    private static RosterRow written(Course course, RosterRow row, Optional<Student> child) {
        Map<String, String> given = new HashMap<>(row.given());
        row.text(RosterColumns.GRADE).ifPresent(text -> {
            GradeThere there = GradeThere.read(text, SchoolYear.of(course.today));
            if (child.filter(known -> there.fits(known.grade())).isPresent()) {
                given.remove(RosterColumns.GRADE);
            } else {
                there.ours().ifPresent(grade -> given.put(RosterColumns.GRADE, grade));
            }
        });
        row.text(RosterColumns.SCHOOL_CLASS).ifPresent(text -> {
            int there = SchoolGrade.classNumber(text);
            if (there != NO_CLASS
                    && child.filter(known -> SchoolGrade.classNumber(known.schoolClass()) == there)
                            .isPresent()) {
                given.remove(RosterColumns.SCHOOL_CLASS);
            }
        });
        return new RosterRow(row.number(), given, row.problems(), row.titles());
    }
}
