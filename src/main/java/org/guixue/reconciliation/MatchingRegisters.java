package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.roster.LayingOver;
import org.guixue.roster.Recognising;
import org.guixue.roster.RegisterRow;
import org.guixue.roster.Resemblance;

/** Matches the rows of a list with our roll, then looks for the children whom no row names. No child is named by two rows. */
@ApplicationScoped
public class MatchingRegisters {
    private final Reconciliations reconciliations;
    private final RegisterRows rows;
    private final RegisterFindings findings;
    private final OurChildren ourChildren;
    private final Students students;
    private final Recognising recognising;
    private final LayingOver layingOver;
    private final Clock clock;

    @Inject
    public MatchingRegisters(
            Reconciliations reconciliations,
            RegisterRows rows,
            RegisterFindings findings,
            OurChildren ourChildren,
            Students students,
            Recognising recognising,
            LayingOver layingOver,
            Clock clock) {
        this.reconciliations = reconciliations;
        this.rows = rows;
        this.findings = findings;
        this.ourChildren = ourChildren;
        this.students = students;
        this.recognising = recognising;
        this.layingOver = layingOver;
        this.clock = clock;
    }

    /** Until it is OPEN; from where a kill has left it. */
    void match(long id, int atOnce) {
        boolean more = true;
        while (more) {
            more = reconciliations.held(id, each -> matchSome(each, atOnce));
        }
        more = true;
        while (more) {
            more = reconciliations.held(id, each -> lookSome(each, atOnce));
        }
    }

    private boolean matchSome(Reconciliation of, int atOnce) {
        if (of.state() != ReconciliationState.MATCHING) {
            return false;
        }
        List<RegisterRow> some = rows.after(of, of.matchedTo(), atOnce);
        if (some.isEmpty()) {
            return false;
        }
        Caller caller = of.caller();
        LayingOver.Course course = layingOver.course(caller);
        List<Resemblance> found = recognising.recognise(caller, some);
        Map<Long, Integer> named = rows.naming(
                of.id(),
                found.stream()
                        .flatMap(each -> each.child().stream())
                        .map(Student::id)
                        .toList());
        Outcome outcome = new Outcome();
        for (int i = 0; i < some.size(); i++) {
            note(outcome, course, some.get(i), once(some.get(i), found.get(i), named));
        }
        rows.onlyRead();
        int last = some.get(some.size() - 1).number();
        return reconciliations.held(of.id(), each -> {
            rows.name(each.id(), outcome.named);
            rows.doubt(each.id(), outcome.doubted);
            findings.add(each.id(), outcome.found);
            each.matchedTo(last, outcome.same);
            return true;
        });
    }

    /** What some rows come to. */
    private static final class Outcome {
        private final Map<Integer, Long> named = new HashMap<>();
        private final Map<Integer, List<Long>> doubted = new HashMap<>();
        private final List<RegisterFinding> found = new ArrayList<>();
        private int same;
    }

    /** The second row that names a child is a doubt. */
    private static Resemblance once(RegisterRow row, Resemblance found, Map<Long, Integer> named) {
        Optional<Student> child = found.child();
        if (child.isEmpty()) {
            return found;
        }
        Integer earlier = named.putIfAbsent(child.get().id(), row.number());
        return earlier == null
                ? found
                : new Resemblance(
                        Optional.empty(),
                        "",
                        List.of(child.get()),
                        "与第%d行比对到同一名学生（%s），请核对哪一行是这名学生"
                                .formatted(earlier, child.get().name()));
    }

    private void note(Outcome outcome, LayingOver.Course course, RegisterRow row, Resemblance found) {
        if (found.child().isPresent()) {
            Student child = found.child().get();
            outcome.named.put(row.number(), child.id());
            List<RegisterFinding> differing = differing(course, row, child);
            outcome.found.addAll(differing);
            outcome.same += differing.isEmpty() ? 1 : 0;
        } else if (found.isNobody()) {
            outcome.found.add(onlyThere(row));
        } else {
            outcome.doubted.put(
                    row.number(), found.candidates().stream().map(Student::id).toList());
            outcome.found.add(finding(FindingKind.UNDECIDED, row, found.doubt()));
        }
    }

    /** Field by field; the child was read in the open transaction. */
    List<RegisterFinding> differing(LayingOver.Course course, RegisterRow row, Student child) {
        return layingOver.differences(course, row, child).stream()
                .map(each -> new RegisterFinding(
                        0,
                        FindingKind.DIFFERENT,
                        each.field(),
                        row.number(),
                        OptionalLong.of(child.id()),
                        child.name(),
                        child.bornOn().toString(),
                        ShownChild.masked(child),
                        each.here(),
                        each.there(),
                        each.hindrance(),
                        each.sensitive(),
                        RegisterFinding.Settlement.NONE))
                .toList();
    }

    static RegisterFinding onlyThere(RegisterRow row) {
        return finding(FindingKind.ONLY_THERE, row, "");
    }

    private static RegisterFinding finding(FindingKind kind, RegisterRow row, String reason) {
        return new RegisterFinding(
                0,
                kind,
                "",
                row.number(),
                OptionalLong.empty(),
                row.name(),
                row.bornOn(),
                row.maskedId(),
                "",
                row.schooling(),
                reason,
                false,
                RegisterFinding.Settlement.NONE);
    }

    private boolean lookSome(Reconciliation of, int atOnce) {
        if (of.state() != ReconciliationState.MATCHING) {
            return false;
        }
        List<Long> ids = ourChildren.after(of.oursTo(), of.scope(), atOnce);
        if (ids.isEmpty()) {
            of.compared(clock.instant());
            return false;
        }
        List<RegisterFinding> found = onlyHere(of, ids);
        rows.onlyRead();
        return reconciliations.held(of.id(), each -> {
            findings.add(each.id(), found);
            each.oursTo(ids.get(ids.size() - 1), each.oursNumbered() + found.size());
            return true;
        });
    }

    /** Adds those of the children whom no row names or may name, whatever was said of them; none twice. */
    void addOnlyHere(Reconciliation of, List<Long> ids) {
        Set<Long> known = findings.onlyHere(of.id(), ids).stream()
                .map(each -> each.student().orElseThrow())
                .collect(Collectors.toSet());
        List<RegisterFinding> found =
                onlyHere(of, ids.stream().filter(id -> !known.contains(id)).toList());
        findings.add(of.id(), found);
        of.oursTo(of.oursTo(), of.oursNumbered() + found.size());
    }

    private List<RegisterFinding> onlyHere(Reconciliation of, List<Long> ids) {
        Map<Long, Integer> named = rows.naming(of.id(), ids);
        Map<Long, Integer> doubted = rows.doubted(of.id(), ids);
        List<Long> alone = ids.stream()
                .filter(id -> !named.containsKey(id) && !doubted.containsKey(id))
                .toList();
        List<RegisterFinding> found = new ArrayList<>();
        for (Student child : students.list(alone, of.scope())) {
            if (of.register().expects(child)) {
                found.add(onlyHere(child, of.oursNumbered() + found.size() + 1));
            }
        }
        return found;
    }

    private static RegisterFinding onlyHere(Student child, int number) {
        return new RegisterFinding(
                0,
                FindingKind.ONLY_HERE,
                "",
                number,
                OptionalLong.of(child.id()),
                child.name(),
                child.bornOn().toString(),
                ShownChild.masked(child),
                ShownChild.schooling(child),
                "",
                "",
                false,
                RegisterFinding.Settlement.NONE);
    }
}
