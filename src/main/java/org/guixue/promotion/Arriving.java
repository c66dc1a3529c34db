package org.guixue.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.calendar.SchoolYear;
import org.guixue.casefile.Casework;
import org.guixue.person.MovementKind;
import org.guixue.person.MovementOrder;
import org.guixue.person.Moving;
import org.guixue.person.Student;
import org.guixue.store.Transactions;

/**
 * Children who left a primary school arrive at the junior middle school that awaits them (报到), and those who do not are
 * suspected to have dropped out between the sixth and the seventh grade (宁教综〔2021〕22号: 小学毕业、初一). All of those named,
 * or none.
 */
@ApplicationScoped
public class Arriving {
    /** So many at once. */
    public static final int MOST = 200;

    private final Transactions transactions;
    private final Promotions promotions;
    private final Moving moving;
    private final Casework casework;
    private final Clock clock;

    @Inject
    public Arriving(Transactions transactions, Promotions promotions, Moving moving, Casework casework, Clock clock) {
        this.transactions = transactions;
        this.promotions = promotions;
        this.moving = moving;
        this.casework = casework;
        this.clock = clock;
    }

    /**
     * They sit in a class of the school from that day on.
     *
     * @param school where the caller says so; empty for the one that awaits each
     */
    public int arrived(Caller caller, List<Long> children, LocalDate on, String schoolClass, OptionalLong school) {
        ChoosingSteps.refuseReaders(caller);
        return transactions.run(() -> {
            List<Student> awaited = awaited(caller, children);
            for (Student child : awaited) {
                long at = school.orElseGet(() -> child.school()
                        .orElseThrow(
                                () -> new ValuesRefused("school", "“%s”还没有定下初中学校，请选择报到的学校".formatted(child.name())))
                        .id());
                moving.register(
                        caller,
                        child.id(),
                        new MovementOrder(
                                MovementKind.TRANSFER_IN,
                                on,
                                OptionalLong.of(at),
                                child.grade(),
                                schoolClass,
                                "",
                                "小升初报到"));
            }
            return awaited.size();
        });
    }

    /** Each gets a case for the suspicion: away since the day, never at the new school. */
    public int missing(Caller caller, List<Long> children, LocalDate on) {
        ChoosingSteps.refuseReaders(caller);
        return transactions.run(() -> {
            List<Student> awaited = awaited(caller, children);
            for (Student child : awaited) {
                String school = child.school().map(each -> each.name()).orElse("初中学校");
                casework.open(caller, child.id(), on, "小学毕业后没有到%s报到".formatted(school));
            }
            return awaited.size();
        });
    }

    private List<Student> awaited(Caller caller, List<Long> children) {
        Set<Long> asked = new LinkedHashSet<>(children);
        if (asked.isEmpty()) {
            throw new ValuesRefused("students", "请勾选学生");
        }
        if (asked.size() > MOST) {
            throw new ValuesRefused("students", "一次最多%d名，请分几次".formatted(MOST));
        }
        Map<Long, Student> known = promotions.awaited(caller.scope(), SchoolYear.of(LocalDate.now(clock))).stream()
                .map(PromotedChild::student)
                .collect(Collectors.toMap(Student::id, Function.identity()));
        return asked.stream()
                .map(id -> Optional.ofNullable(known.get(id)).orElseThrow(() -> new NotFound("待报到的学生")))
                .toList();
    }
}
