package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.casefile.Cases;
import org.guixue.casefile.Casework;
import org.guixue.person.Roster;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.person.TellingWords;
import org.guixue.roster.FieldDifference;
import org.guixue.roster.LayingOver;
import org.guixue.roster.Recognising;
import org.guixue.roster.RegisterRow;
import org.guixue.roster.SaidState;

/**
 * Does what a settlement means: nothing, the roster's own correction or entry with the list as its basis, or the opening of a
 * case or an enquiry. Who may not correct a child elsewhere may not do it here. Part of the open transaction.
 */
@ApplicationScoped
public class TakingSides {
    private final RegisterRows rows;
    private final RegisterFindings findings;
    private final MatchingRegisters matching;
    private final Recognising recognising;
    private final LayingOver layingOver;
    private final Roster roster;
    private final Students students;
    private final Casework casework;
    private final Cases cases;
    private final ChildTrail trail;
    private final Clock clock;

    @Inject
    public TakingSides(
            RegisterRows rows,
            RegisterFindings findings,
            MatchingRegisters matching,
            Recognising recognising,
            LayingOver layingOver,
            Roster roster,
            Students students,
            Casework casework,
            Cases cases,
            ChildTrail trail,
            Clock clock) {
        this.rows = rows;
        this.findings = findings;
        this.matching = matching;
        this.recognising = recognising;
        this.layingOver = layingOver;
        this.roster = roster;
        this.students = students;
        this.casework = casework;
        this.cases = cases;
        this.trail = trail;
        this.clock = clock;
    }

    /** The list, as the basis of what follows from it. */
    private static String basis(Reconciliation of, int row) {
        return "比对%d：%s“%s”第%d行（SHA-256 %s）"
                .formatted(
                        of.id(),
                        of.registerName(),
                        of.fileName(),
                        row,
                        of.sha256().substring(0, 12));
    }

    /**
     * @param meant of one row; where ours is taken, of any
     * @return what was done, in Chinese
     */
    String take(Caller caller, Reconciliation of, List<RegisterFinding> meant, Taken take, String note) {
        return switch (take) {
            case HERE -> meant.get(0).kind() == FindingKind.UNDECIDED ? "这一行没有采用" : "";
            case THERE -> theirs(caller, of, meant);
            case ENQUIRE -> enquire(caller, of, meant, note);
        };
    }

    private String theirs(Caller caller, Reconciliation of, List<RegisterFinding> meant) {
        RegisterFinding first = meant.get(0);
        return switch (first.kind()) {
            case UNDECIDED -> throw new Conflict("第%d行还没有认定是哪一名学生，请先认定".formatted(first.row()));
            case ONLY_HERE ->
                throw new Conflict("对方没有“%s”：确已转出、毕业的，请在学生页登记异动，再选“以对方为准”以外的结果；去向不明的选“待查”".formatted(first.name()));
            case ONLY_THERE -> enter(caller, of, first);
            case DIFFERENT -> correct(caller, of, meant);
        };
    }

    private String enter(Caller caller, Reconciliation of, RegisterFinding found) {
        RegisterRow row = row(of, found);
        row.state()
                .filter(said -> said.meaning() != SaidState.Meaning.AT_SCHOOL)
                .ifPresent(said -> {
                    throw new Conflict("第%d行在对方登记为“%s”，不能作为在读学生加入；请选“待查”，或者先在名册登记该生"
                            .formatted(found.row(), TellingWords.keptApart(said.words())));
                });
        Student child = roster.enter(caller, layingOver.entered(layingOver.course(caller), row));
        rows.name(of.id(), Map.of(found.row(), child.id()));
        trail.changed(caller, child.id(), "entered by reconciliation " + of.id() + " row " + found.row());
        return "已加入名册";
    }

    private String correct(Caller caller, Reconciliation of, List<RegisterFinding> meant) {
        RegisterFinding first = meant.get(0);
        Set<String> fields = meant.stream().map(RegisterFinding::field).collect(Collectors.toSet());
        if (fields.contains(FieldDifference.STATE)) {
            throw new ValuesRefused("field", "第%d行：就学状态随异动和个案变动，请在学生页登记异动，或选“待查”建立个案".formatted(first.row()));
        }
        RegisterRow row = row(of, first);
        LayingOver.Course course = layingOver.course(caller);
        roster.correct(
                caller, child(first), known -> layingOver.taken(course, row, fields, known), basis(of, first.row()));
        trail.changed(
                caller,
                child(first),
                "corrected by reconciliation " + of.id() + " row " + first.row() + ": "
                        + fields.stream().sorted().collect(Collectors.joining(", ")));
        return "已改为对方的内容";
    }

    private String enquire(Caller caller, Reconciliation of, List<RegisterFinding> meant, String note) {
        for (RegisterFinding each : meant) {
            boolean away = each.kind() == FindingKind.ONLY_HERE
                    ? of.register().tellsOfAbsence()
                    : each.field().equals(FieldDifference.STATE) && saidOut(of, each);
            if (away) {
                return suspect(caller, of, each, note);
            }
        }
        RegisterFinding first = meant.get(0);
        boolean asked = first.kind() == FindingKind.ONLY_THERE && recognising.askElsewhere(caller, row(of, first));
        return asked ? "该生在本县其他单位的名册上，已请教育局核实" : "已列入待查";
    }

    private boolean saidOut(Reconciliation of, RegisterFinding found) {
        return row(of, found)
                .state()
                .map(SaidState::meaning)
                .filter(SaidState.Meaning.OUT::equals)
                .isPresent();
    }

    private String suspect(Caller caller, Reconciliation of, RegisterFinding found, String note) {
        Student child = students.find(child(found), caller.scope()).orElseThrow(() -> new NotFound("学生"));
        if (cases.openCase(child.id(), caller.scope()).isPresent()) {
            return "已有个案，在个案中核实";
        }
        if (!child.state().atSchool()) {
            return "登记为%s，已列入待查".formatted(child.state().label());
        }
        String why = found.kind() == FindingKind.ONLY_HERE
                ? "%s“%s”中没有该生".formatted(of.registerName(), of.fileName())
                : "%s，就学状态为“%s”".formatted(basis(of, found.row()), found.there());
        casework.open(caller, child.id(), LocalDate.now(clock), note.isEmpty() ? why : why + "。" + note);
        return "已建立疑似辍学个案";
    }

    /** Whom a row that was left aside might have named is on our side alone, and no more so once the row is asked about again. */
    void release(Reconciliation of, List<RegisterFinding> settled, Taken take) {
        for (RegisterFinding each : settled) {
            if (each.kind() == FindingKind.UNDECIDED) {
                List<Long> candidates = rows.candidates(of.id(), each.row());
                if (take == Taken.HERE) {
                    matching.addOnlyHere(of, candidates);
                } else {
                    takeBack(of, candidates);
                }
            }
        }
    }

    private void takeBack(Reconciliation of, List<Long> children) {
        findings.onlyHere(of.id(), children).stream()
                .filter(RegisterFinding::open)
                .forEach(each -> findings.forget(each.id()));
    }

    /** The row names that child, or nobody; the other candidates are looked at again. */
    void decide(Caller caller, Reconciliation of, RegisterFinding doubt, Optional<Long> child) {
        List<Long> candidates = rows.candidates(of.id(), doubt.row());
        RegisterRow row = row(of, doubt);
        findings.forget(doubt.id());
        rows.decided(of.id(), doubt.row());
        if (child.isEmpty()) {
            findings.add(of.id(), List.of(MatchingRegisters.onlyThere(row)));
        } else {
            name(caller, of, row, candidates, child.get());
        }
        matching.addOnlyHere(of, candidates);
    }

    private void name(Caller caller, Reconciliation of, RegisterRow row, List<Long> candidates, long child) {
        if (!candidates.contains(child)) {
            throw new ValuesRefused("student", "请从列出的学生中选择");
        }
        Integer other = rows.naming(of.id(), List.of(child)).get(child);
        if (other != null) {
            throw new Conflict("第%d行已经是这名学生，一名学生只算一次；这一行请选“不是”或“不采用”".formatted(other));
        }
        Student named = students.find(child, caller.scope()).orElseThrow(() -> new NotFound("学生"));
        takeBack(of, List.of(child));
        rows.name(of.id(), Map.of(row.number(), child));
        List<RegisterFinding> differing = matching.differing(layingOver.course(of.caller()), row, named);
        findings.add(of.id(), differing);
        if (differing.isEmpty()) {
            of.oneMoreSame();
        }
    }

    private static long child(RegisterFinding found) {
        return found.student().orElseThrow(() -> new NotFound("学生"));
    }

    private RegisterRow row(Reconciliation of, RegisterFinding found) {
        return rows.find(of, found.row()).orElseThrow(() -> new NotFound("名册中的这一行"));
    }
}
