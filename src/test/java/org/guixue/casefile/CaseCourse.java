package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.history.EventKind;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A school, its township and the bureau on a day that the test sets, and what a case usually goes through. */
abstract class CaseCourse {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    final RegistryDesk desk = REGISTRY.desk();
    final CaseDesk at = new CaseDesk(desk, LocalDate.of(2026, 9, 1));
    final Caller school = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);
    final Caller township = REGISTRY.caller(Role.TOWNSHIP, REGISTRY.east);
    final Caller bureau = REGISTRY.caller(Role.BUREAU, REGISTRY.bureau);

    long enrolled() {
        return desk.roster
                .enter(school, REGISTRY.invent(REGISTRY.eastSchool).details())
                .id();
    }

    /** Opened and confirmed on a day, last seen on another. */
    long away(long child, String lastDay, String day) {
        at.on(day);
        long opened = at.casework
                .open(
                        school,
                        child,
                        at.today(),
                        "随父母外出",
                        at.said(EventKind.OPENED, "lastDayAttended", lastDay).facts())
                .id();
        at.record(school, opened, EventKind.CONFIRMED);
        return opened;
    }

    /** The case of a child that is at school and applies for a suspension. */
    long applying(long child, String day) {
        at.on(day);
        return at.casework
                .open(
                        school,
                        child,
                        at.today(),
                        "申请休学",
                        at.said(EventKind.OPENED, "as", "APPLICATION").facts())
                .id();
    }

    void persuade(long caseId, String day, boolean joint, String childSaid) {
        at.on(day);
        at.casework.record(
                school,
                caseId,
                new PersuasionDetails(
                        at.today(),
                        List.of("林老师", "吴主任"),
                        joint ? List.of("学校", "乡镇") : List.of("学校", "学校"),
                        "家中",
                        "入户面谈",
                        "还要再做工作",
                        Optional.of(childSaid.isEmpty() ? PersuasionDetails.Met.GUARDIAN : PersuasionDetails.Met.BOTH),
                        childSaid,
                        "",
                        Optional.empty(),
                        "",
                        List.of()));
    }

    void returned(long caseId, String day, String grade) {
        at.on(day);
        at.record(school, caseId, EventKind.RETURNED, "grade", grade, "schoolClass", "2班", "classForm", "随班就读");
    }

    String closed(Runnable act) {
        return assertThrows(GateClosed.class, act::run).obstacle().rule();
    }

    /** How many things a gate asks for. */
    int missing(Runnable act) {
        return assertThrows(GateClosed.class, act::run).obstacle().missing().size();
    }

    static String fields(Runnable act) {
        return assertThrows(ValuesRefused.class, act::run).violations().stream()
                .map(Violation::field)
                .collect(Collectors.joining(" "));
    }

    StudentState state(long child) {
        return desk.child(child).state();
    }

    List<MovementKind> movements(long child) {
        return desk.history(child, school.scope()).stream().map(Movement::kind).toList();
    }

    long paper(long child, boolean valid) {
        return paper(child, valid, "national/consultation-record", "CONSULTATION_RECORD", "会商记录");
    }

    long paper(long child, boolean valid, String form, String kind, String title) {
        long id = at.papers.size() + 1L;
        at.papers.put(
                id, new Papers.Paper(id, form, kind, title, "东小证〔2026〕1号", child, valid, LocalDate.of(2026, 9, 1)));
        return id;
    }
}
