package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.access.Caller;
import org.guixue.identity.NationalId;
import org.guixue.identity.StudentNumber;
import org.guixue.person.Duplicates;
import org.guixue.person.FoundElsewhere;
import org.guixue.person.Guardian;
import org.guixue.person.KnownChild;
import org.guixue.person.MayBeTold;
import org.guixue.person.Student;
import org.guixue.person.Students;

/**
 * Recognises the children of another register on our roll, within the caller's scope: by ID or other paper, then by student
 * number, then by name and birth date, where two have both by school or guardian. Where more than one fits, or a number
 * speaks against the one who does, nobody is taken. A child of another office is nobody here, and the caller is not told.
 * Writes nothing.
 */
@ApplicationScoped
public class Recognising {
    private static final int MOST_CANDIDATES = 8;

    private final Duplicates duplicates;
    private final Students students;
    private final MayBeTold mayBeTold;

    @Inject
    public Recognising(Duplicates duplicates, Students students, MayBeTold mayBeTold) {
        this.duplicates = duplicates;
        this.students = students;
        this.mayBeTold = mayBeTold;
    }

    /** In the order of the rows; some hundred at a time. */
    @Transactional
    public List<Resemblance> recognise(Caller caller, List<RegisterRow> rows) {
        List<RosterRow> read = rows.stream().map(RegisterRow::row).toList();
        Known known = new Known(read, duplicates, students, caller.scope());
        return rows.stream().map(row -> recognise(row, known)).toList();
    }

    /**
     * Whether the row's child stands on the roll of another office. Where it does, the bureau is asked, as by an import that
     * comes upon it.
     *
     * @throws org.guixue.Refused where the caller may not be told any more today
     */
    @Transactional
    public boolean askElsewhere(Caller caller, RegisterRow register) {
        RosterRow row = register.row();
        Known known = new Known(List.of(row), duplicates, students, caller.scope());
        Optional<KnownChild> outside = known.matches(row).stream()
                .filter(child -> !child.visibleIn(caller.scope()))
                .findFirst();
        outside.ifPresent(child -> mayBeTold.expect(new FoundElsewhere(
                caller,
                List.of(new FoundElsewhere.Finding(
                        child.id(),
                        register.name(),
                        row.bornOn().orElse(child.bornOn()),
                        row.nationalId().map(NationalId::masked).orElse(""),
                        OptionalLong.empty(),
                        row.text(RosterColumns.GRADE).orElse(""),
                        row.text(RosterColumns.SCHOOL_CLASS).orElse(""))))));
        return outside.isPresent();
    }

    private static Resemblance recognise(RegisterRow register, Known known) {
        RosterRow row = register.row();
        Set<Student> byNumber = visible(known.matches(row).stream(), known);
        if (register.clash().isPresent()) {
            Set<Student> meant = byNumber.isEmpty() ? alike(row, known) : byNumber;
            return Resemblance.doubtful(few(meant), register.clash().get());
        }
        if (byNumber.size() > 1) {
            String names =
                    byNumber.stream().map(child -> "“" + child.name() + "”").collect(Collectors.joining("和"));
            return Resemblance.doubtful(few(byNumber), "这一行的身份证号和学籍号在本系统分别是%s的，请核对是哪一名".formatted(names));
        }
        if (byNumber.size() == 1) {
            return byNumber(row, byNumber.iterator().next(), known);
        }
        Set<Student> alike = alike(row, known);
        return alike.isEmpty() ? withoutLikeness(row, known) : byName(row, alike);
    }

    private static Resemblance byNumber(RosterRow row, Student child, Known known) {
        boolean byId = isOneOf(known.withId(row).stream(), child);
        if (byId || isOneOf(known.withPaper(row).stream(), child)) {
            return Resemblance.of(child, byId ? "身份证号" : "证件号");
        }
        boolean sameName = row.givenName().text().equals(child.name());
        boolean idElsewhere = known.withId(row).isPresent();
        boolean otherBirth =
                row.bornOn().filter(day -> !day.equals(child.bornOn())).isPresent();
        if (idElsewhere || (!sameName && otherBirth)) {
            return Resemblance.doubtful(
                    List.of(child),
                    "学籍号与本系统“%s”的相同，%s，请核对是否同一人".formatted(child.name(), idElsewhere ? "身份证号却不是" : "姓名和出生日期却都不同"));
        }
        return Resemblance.of(child, "学籍号");
    }

    private static boolean isOneOf(Stream<KnownChild> found, Student child) {
        return found.anyMatch(each -> each.id() == child.id());
    }

    private static Resemblance byName(RosterRow row, Set<Student> alike) {
        List<Student> contradicted =
                alike.stream().filter(child -> contradicts(row, child)).toList();
        List<Student> fitting =
                alike.stream().filter(child -> !contradicts(row, child)).toList();
        if (fitting.isEmpty()) {
            return Resemblance.doubtful(few(contradicted), "姓名和出生日期相同，身份证号或学籍号却不同，请核对是否同一人");
        }
        if (alike.size() == 1) {
            return Resemblance.of(fitting.get(0), "姓名和出生日期");
        }
        List<Student> narrowed = narrowed(row, fitting);
        return narrowed.size() == 1 && contradicted.isEmpty()
                ? Resemblance.of(narrowed.get(0), "姓名、出生日期和学校或监护人")
                : Resemblance.doubtful(few(alike), "本系统有%d名学生姓名和出生日期都相同，请核对是哪一名".formatted(alike.size()));
    }

    /** Whether both have a number of the same kind and they differ. */
    private static boolean contradicts(RosterRow row, Student child) {
        Optional<NationalId> id = row.nationalId();
        Optional<StudentNumber> number = row.studentNumber();
        return (id.isPresent() && child.nationalId().isPresent() && !id.equals(child.nationalId()))
                || (number.isPresent() && child.studentNumber().isPresent() && !number.equals(child.studentNumber()));
    }

    private static List<Student> narrowed(RosterRow row, List<Student> fitting) {
        List<Student> bySchool = row.text(RosterColumns.SCHOOL)
                .map(name -> fitting.stream()
                        .filter(child -> child.school()
                                .filter(school -> name.endsWith(school.name())
                                        || school.code().equals(name))
                                .isPresent())
                        .toList())
                .orElse(List.of());
        if (bySchool.size() == 1) {
            return bySchool;
        }
        Set<String> guardians = RosterColumns.GUARDIANS.stream()
                .flatMap(columns -> row.text(columns.name()).stream())
                .collect(Collectors.toSet());
        return fitting.stream()
                .filter(child -> child.guardians().stream().map(Guardian::name).anyMatch(guardians::contains))
                .toList();
    }

    private static Resemblance withoutLikeness(RosterRow row, Known known) {
        boolean birthUnsaid = row.bornOn().isEmpty();
        Set<Student> named = row.givenName().isNothing() || !birthUnsaid
                ? Set.of()
                : visible(known.named(row.givenName().text()).stream(), known);
        if (!named.isEmpty()) {
            return Resemblance.doubtful(few(named), "只有姓名相同：这一行没有本系统认得的号码，也没有出生日期，请核对是否同一人");
        }
        boolean told = row.nationalId().isPresent()
                || row.otherPaper().isPresent()
                || row.studentNumber().isPresent()
                || (!row.givenName().isNothing() && !birthUnsaid);
        return told
                ? Resemblance.nobody()
                : Resemblance.doubtful(List.of(), "第%d行没有可以用来比对的内容%s".formatted(row.number(), faults(row)));
    }

    private static String faults(RosterRow row) {
        return Stream.concat(
                        row.problems().stream().map(each -> "“" + each.column() + "”" + each.message()),
                        row.givenId().fault().stream()
                                .map(fault -> "“%s”%s".formatted(row.title(RosterColumns.NATIONAL_ID), fault)))
                .collect(Collectors.joining("；", "：", ""))
                .replaceFirst("^：$", "：请补上身份证号、学籍号或者出生日期");
    }

    private static Set<Student> alike(RosterRow row, Known known) {
        return row.givenName().isNothing() || row.bornOn().isEmpty()
                ? Set.of()
                : visible(known.alike(row.givenName().text(), row.bornOn().get()).stream(), known);
    }

    private static Set<Student> visible(Stream<KnownChild> found, Known known) {
        return found.flatMap(child -> known.child(child).stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static List<Student> few(java.util.Collection<Student> all) {
        return new ArrayList<>(all).subList(0, Math.min(all.size(), MOST_CANDIDATES));
    }
}
