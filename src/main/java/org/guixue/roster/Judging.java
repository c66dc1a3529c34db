package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.person.Duplicates;
import org.guixue.person.FoundElsewhere;
import org.guixue.person.KnownChild;
import org.guixue.person.MayBeTold;
import org.guixue.person.Outlook;
import org.guixue.person.Roster;
import org.guixue.person.Student;
import org.guixue.person.StudentDetails;
import org.guixue.person.Students;

/**
 * Says of each row what would become of it. A child is known by its ID, then by its student number, provided that the name
 * is the same; one of another name is for somebody to decide, and so is one that is only of the same name, birth date and
 * school, unless the row says nothing new of it. No child is named by two rows. Writes nothing.
 */
@ApplicationScoped
public class Judging {
    private static final String ALIKE = "与名册中的“%s”姓名、出生日期、学校都相同，请确认是否同一人，或补填身份证号、学籍号";
    private static final String RENAMED = "%s与名册中的“%s”相同，姓名却不同。请核对姓名和号码；确是同一人、要更正姓名的，请在“导入名册”页面选择";
    private static final String TWICE = "与第%d行是同一名学生，请合并为一行";

    private static final List<String> GUARDIANS = List.of("guardian1", "guardian2", "father", "mother");
    private static final List<String> RELATIONS = List.of("relation1", "relation2");
    private static final List<String> PHONES =
            List.of("phone1", RosterColumns.CONTACT, "phone2", "fatherPhone", "motherPhone");
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()转、,/;-]{2,38}");

    private final Roster roster;
    private final Duplicates duplicates;
    private final Students students;
    private final MayBeTold mayBeTold;
    private final Clock clock;

    @Inject
    public Judging(Roster roster, Duplicates duplicates, Students students, MayBeTold mayBeTold, Clock clock) {
        this.roster = roster;
        this.duplicates = duplicates;
        this.students = students;
        this.mayBeTold = mayBeTold;
        this.clock = clock;
    }

    /** What holds for all rows of one file. */
    record Course(Caller caller, Places places, InFile inFile, Map<Integer, Decision> decisions, String evidence) {}

    /** In the order of the rows; some hundred at a time. */
    @Transactional
    List<Judged> judge(Course course, List<RosterRow> rows) {
        Known known = new Known(rows, duplicates, students, course.caller().scope());
        List<Judged> judged = new ArrayList<>();
        List<FoundElsewhere.Finding> elsewhere = new ArrayList<>();
        for (RosterRow row : rows) {
            judged.add(once(course, judge(course, row, known, elsewhere)));
        }
        if (!elsewhere.isEmpty()) {
            mayBeTold.expect(new FoundElsewhere(course.caller(), elsewhere));
        }
        return judged;
    }

    /** Refuses a row whose child an earlier row names already, be it by another number. */
    private static Judged once(Course course, Judged judged) {
        boolean names = judged.verdict() == RowVerdict.CHANGED || judged.verdict() == RowVerdict.SAME;
        RosterRow row = judged.row();
        return judged.known()
                .filter(child -> names)
                .flatMap(child -> course.inFile().earlier(row, child.id()))
                .map(earlier -> Judged.refused(
                        row, List.of(new RowProblem(row.title(RosterColumns.NAME), TWICE.formatted(earlier)))))
                .orElse(judged);
    }

    private Judged judge(Course course, RosterRow row, Known known, List<FoundElsewhere.Finding> elsewhere) {
        List<RowProblem> problems = new ArrayList<>(row.problems());
        problems.addAll(course.inFile().problems(row));
        List<KnownChild> matches = known.matches(row);
        Optional<KnownChild> outside = matches.stream()
                .filter(child -> !child.visibleIn(course.caller().scope()))
                .findFirst();
        Optional<Student> match = matches.size() == 1 ? known.child(matches.get(0)) : Optional.empty();
        Optional<StudentDetails> details = details(course, row, match, problems);
        if (problems.isEmpty() && outside.isPresent() && details.isPresent()) {
            elsewhere.add(FoundElsewhere.Finding.of(details.get(), outside.get().id()));
            boolean byId = known.withId(row).filter(outside.get()::equals).isPresent()
                    || known.withPaper(row).contains(outside.get());
            problems.add(new RowProblem(
                    row.title(byId ? RosterColumns.NATIONAL_ID : RosterColumns.STUDENT_NUMBER), Duplicates.ELSEWHERE));
        } else if (matches.size() > 1 && outside.isEmpty()) {
            boolean twice = known.withPaper(row).size() > 1;
            String paper = row.bearsResidentId() ? "身份证号" : "证件号";
            problems.add(new RowProblem(
                    row.title(twice ? RosterColumns.NATIONAL_ID : RosterColumns.STUDENT_NUMBER),
                    (twice ? "名册中“%s”和“%s”都是这个证件号，请先更正名册" : paper + "是名册中“%s”的，学籍号却是“%s”的，请核对二者")
                            .formatted(matches.get(0).name(), matches.get(1).name())));
        }
        if (!problems.isEmpty() || details.isEmpty()) {
            return Judged.refused(row, oneEach(problems));
        }
        return match.isPresent()
                ? withMatch(course, row, details.get(), match.get(), known)
                : withoutMatch(course, row, details.get(), known);
    }

    /** Of the details where nothing speaks against them. */
    private Optional<StudentDetails> details(
            Course course, RosterRow row, Optional<Student> match, List<RowProblem> problems) {
        Optional<StudentDetails> details =
                RowDetails.of(row, match.map(StudentDetails::of), course.places(), LocalDate.now(clock), problems);
        details.ifPresent(found -> {
            for (Violation violation : roster.refusals(course.caller(), found, match)) {
                problems.add(new RowProblem(title(row, violation.field()), violation.message()));
            }
        });
        return details;
    }

    /** Another name under the same number is a correction or a wrong number: the program cannot know. */
    private Judged withMatch(Course course, RosterRow row, StudentDetails details, Student child, Known known) {
        boolean sameName = details.identity().name().text().equals(child.name());
        Decision decision = course.decisions().get(row.number());
        if (sameName || decision == Decision.SAME_CHILD) {
            return verdict(course, row, details, Optional.of(child));
        }
        if (decision == Decision.PASS_OVER) {
            return Judged.of(row, RowVerdict.PASSED_OVER, Optional.empty(), Optional.empty());
        }
        String number =
                known.withId(row).isPresent() ? "身份证号" : known.withPaper(row).isEmpty() ? "学籍号" : "证件号";
        return undecided(course, row, details, Optional.of(child), child, RENAMED.formatted(number, child.name()));
    }

    private Judged undecided(
            Course course, RosterRow row, StudentDetails details, Optional<Student> known, Student rival, String why) {
        Outlook outlook = roster.outlook(course.caller(), details, known, LocalDate.now(clock), course.evidence());
        return new Judged(
                row,
                RowVerdict.UNDECIDED,
                Optional.of(rival),
                Optional.of(outlook),
                outlook.child().name(),
                List.of(new RowProblem(row.title(RosterColumns.NAME), why)));
    }

    private Judged verdict(Course course, RosterRow row, StudentDetails details, Optional<Student> known) {
        Outlook outlook = roster.outlook(course.caller(), details, known, LocalDate.now(clock), course.evidence());
        RowVerdict verdict =
                known.isEmpty() ? RowVerdict.NEW : outlook.changed() ? RowVerdict.CHANGED : RowVerdict.SAME;
        return Judged.of(row, verdict, known, verdict == RowVerdict.SAME ? Optional.empty() : Optional.of(outlook));
    }

    private Judged withoutMatch(Course course, RosterRow row, StudentDetails details, Known known) {
        List<Student> alike = alike(details, known);
        Decision decision = course.decisions().get(row.number());
        if (decision == Decision.PASS_OVER) {
            return Judged.of(row, RowVerdict.PASSED_OVER, Optional.empty(), Optional.empty());
        }
        if (alike.isEmpty() || decision == Decision.ANOTHER_CHILD) {
            return verdict(course, row, details, Optional.empty());
        }
        for (Student child : alike) {
            Judged same = over(course, row, child);
            boolean says = decision == Decision.SAME_CHILD && alike.size() == 1;
            if (same.verdict() == RowVerdict.SAME || says) {
                return same;
            }
        }
        Student first = alike.get(0);
        return undecided(course, row, details, Optional.empty(), first, ALIKE.formatted(first.name()));
    }

    /** Of the same name and birth date at the school where the row wants the child. */
    private static List<Student> alike(StudentDetails details, Known known) {
        String name = details.identity().name().text();
        return details.schooling().school().isEmpty()
                ? List.of()
                : known.alike(name, details.identity().bornOn()).stream()
                        .filter(child -> child.at(details.schooling().school().getAsLong()))
                        .flatMap(child -> known.child(child).stream())
                        .toList();
    }

    private Judged over(Course course, RosterRow row, Student child) {
        List<RowProblem> problems = new ArrayList<>();
        return details(course, row, Optional.of(child), problems)
                .filter(details -> problems.isEmpty())
                .map(details -> verdict(course, row, details, Optional.of(child)))
                .orElseGet(() -> Judged.refused(row, oneEach(problems)));
    }

    private static String title(RosterRow row, String field) {
        if (!field.startsWith("guardians")) {
            return row.title(field.equals("otherPaper") ? RosterColumns.NATIONAL_ID : field);
        }
        List<String> columns = field.endsWith("phone") ? PHONES : field.endsWith("relation") ? RELATIONS : GUARDIANS;
        return columns.stream()
                .filter(column -> row.text(column).isPresent())
                .max(Comparator.comparing(
                        column -> !PHONE.matcher(row.text(column).orElse("")).matches()))
                .map(row::title)
                .orElseGet(() -> row.title(columns.get(0)));
    }

    /** The first of each column. */
    private static List<RowProblem> oneEach(List<RowProblem> problems) {
        List<RowProblem> kept = new ArrayList<>();
        for (RowProblem problem : problems) {
            if (kept.stream().noneMatch(other -> other.column().equals(problem.column()))) {
                kept.add(problem);
            }
        }
        return kept;
    }
}
