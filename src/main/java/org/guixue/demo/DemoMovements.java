package org.guixue.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.access.Caller;
import org.guixue.calendar.SchoolYear;
import org.guixue.person.MovementKind;
import org.guixue.person.MovementOrder;
import org.guixue.person.Moving;
import org.guixue.person.Student;

/** Gives some children of the invented county a history on the roll, the ordinary way; each is back where it was. */
@ApplicationScoped
public class DemoMovements {
    private final Moving moving;
    private final Clock clock;

    @Inject
    public DemoMovements(Moving moving, Clock clock) {
        this.moving = moving;
        this.clock = clock;
    }

    /** @param children in the order in which they were entered */
    void happen(Caller bureau, List<Student> children) {
        LocalDate today = LocalDate.now(clock);
        int year = SchoolYear.of(today).begins();
        for (int i = 0; i < children.size(); i += 13) {
            Student child = children.get(i);
            if (isNew(child)) {
                continue;
            }
            move(bureau, child, MovementKind.SUSPENSION, LocalDate.of(year - 1, 10, 8), "", "县人民医院诊断证明，休学申请表");
            move(bureau, child, MovementKind.RESUMPTION, LocalDate.of(year, 2, 24), "", "康复证明，复学申请表");
        }
        for (int i = 3; i < children.size(); i += 16) {
            Student child = children.get(i);
            if (isNew(child)) {
                continue;
            }
            long home = child.school().orElseThrow().id();
            move(bureau, child, MovementKind.TRANSFER_OUT, LocalDate.of(year - 1, 9, 1), "邻省临江市第二小学", "转学申请表");
            moving.register(
                    bureau,
                    child.id(),
                    new MovementOrder(
                            MovementKind.TRANSFER_IN,
                            LocalDate.of(year, 3, 2),
                            OptionalLong.of(home),
                            child.grade(),
                            child.schoolClass(),
                            "邻省临江市第二小学",
                            "转学申请表，临江市第二小学转出证明"));
        }
        move(
                bureau,
                children.get(children.size() - 2),
                MovementKind.SUSPENSION,
                earlier(LocalDate.of(year, 10, 12), today),
                "",
                "县人民医院诊断证明，休学一学期");
    }

    private static LocalDate earlier(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? today : day;
    }

    /** Who came to the school this autumn has no history there. */
    private static boolean isNew(Student child) {
        return child.grade().equals("一年级") || child.grade().equals("七年级");
    }

    private void move(
            Caller bureau, Student child, MovementKind kind, LocalDate on, String elsewhere, String evidence) {
        moving.register(
                bureau, child.id(), new MovementOrder(kind, on, OptionalLong.empty(), "", "", elsewhere, evidence));
    }
}
