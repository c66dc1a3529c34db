package org.guixue.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.identity.SchoolGrade;
import org.guixue.identity.VisibleText;
import org.guixue.office.Office;
import org.guixue.store.Transactions;

/**
 * Decides of classes and of single children otherwise than the rule does, before the act; the school itself or its bureau. All of
 * it is written, or nothing where something is wrong.
 */
@ApplicationScoped
public class ChoosingSteps {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_REASON = 200;
    private static final int MOST = 500;

    private final Transactions transactions;
    private final Planning planning;
    private final Promotions promotions;
    private final ChildTrail trail;

    @Inject
    public ChoosingSteps(Transactions transactions, Planning planning, Promotions promotions, ChildTrail trail) {
        this.transactions = transactions;
        this.planning = planning;
        this.promotions = promotions;
        this.trail = trail;
    }

    /**
     * The plan as it is then.
     *
     * @throws Conflict where the act was ordered or done already
     * @throws ValuesRefused naming each row, such as {@code children[0].reason}
     */
    public SchoolPlan choose(Caller caller, long school, SchoolYear year, StepsChoice wanted) {
        refuseReaders(caller);
        return transactions.run(() -> chooseOnce(caller, planning.school(caller, school), year, wanted));
    }

    static void refuseReaders(Caller caller) {
        if (caller.role() != Role.CLERK && caller.role() != Role.BUREAU) {
            throw new Forbidden("升级由学校或者教育局办理，这个账号只能查看");
        }
    }

    private SchoolPlan chooseOnce(Caller caller, Office school, SchoolYear year, StepsChoice wanted) {
        Promotion promotion = promotions.held(caller, school, year);
        if (promotion.state() != PromotionState.PREPARING) {
            throw new Conflict(
                    "本学年升级%s，不能再标注；要改请先收回".formatted(promotion.state().label()));
        }
        Map<Long, PlannedStep> known = planning.plan(school, year).steps().stream()
                .collect(Collectors.toMap(each -> each.child().id(), Function.identity()));
        Map<Long, Office> neighbours =
                planning.neighbours(school).stream().collect(Collectors.toMap(Office::id, Function.identity()));
        Set<List<String>> classes = known.values().stream()
                .map(each -> List.of(each.child().grade(), each.child().schoolClass()))
                .collect(Collectors.toSet());
        List<Violation> violations = new ArrayList<>();
        if (wanted.classes().size() + wanted.children().size() > MOST) {
            throw new ValuesRefused("children", "一次最多标注%d项，请分几次".formatted(MOST));
        }
        for (int i = 0; i < wanted.classes().size(); i++) {
            violations.addAll(ofClass(wanted.classes().get(i), "classes[" + i + "]", neighbours, classes));
        }
        for (int i = 0; i < wanted.children().size(); i++) {
            StepsChoice.OfChild child = wanted.children().get(i);
            PlannedStep step = known.get(child.student());
            if (step == null) {
                throw new NotFound("学生");
            }
            violations.addAll(ofChild(child, step, "children[" + i + "]", neighbours));
        }
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        writeClasses(promotion, wanted, neighbours);
        writeChildren(caller, promotion, wanted, neighbours);
        promotions.settle();
        return planning.plan(school, year);
    }

    private static List<Violation> ofClass(
            StepsChoice.OfClass wanted, String at, Map<Long, Office> neighbours, Set<List<String>> classes) {
        List<Violation> found = new ArrayList<>();
        if (!classes.contains(List.of(wanted.grade(), wanted.schoolClass()))) {
            found.add(
                    new Violation(at + ".schoolClass", "名册上没有“%s%s”".formatted(wanted.grade(), wanted.schoolClass())));
            return found;
        }
        refuse(at + ".toClass", VisibleText.lineRefusal(wanted.toClass(), LONGEST_NAME), found);
        school(wanted.toSchool(), at, neighbours, found);
        String beyond = beyond(wanted.step(), wanted.grade());
        if (!beyond.isEmpty()) {
            found.add(new Violation(at + ".step", beyond));
        }
        return found;
    }

    private static List<Violation> ofChild(
            StepsChoice.OfChild wanted, PlannedStep known, String at, Map<Long, Office> neighbours) {
        List<Violation> found = new ArrayList<>();
        refuse(at + ".toGrade", VisibleText.lineRefusal(wanted.toGrade(), LONGEST_NAME), found);
        refuse(at + ".toClass", VisibleText.lineRefusal(wanted.toClass(), LONGEST_NAME), found);
        refuse(at + ".reason", VisibleText.lineRefusal(wanted.reason(), LONGEST_REASON), found);
        if (wanted.step().isPresent() && wanted.reason().isBlank()) {
            found.add(new Violation(at + ".reason", "请写明为什么这样安排，如“监护人申请”"));
        }
        school(wanted.toSchool(), at, neighbours, found);
        boolean ruled = wanted.toGrade().isEmpty();
        if (!ruled && SchoolGrade.number(wanted.toGrade()) > YearRules.LAST) {
            found.add(new Violation(at + ".toGrade", "年级应是一年级至九年级，如七年级"));
        }
        OptionalInt now = SchoolGrade.read(known.child().grade());
        boolean goes = wanted.step()
                .filter(step -> step == YearStep.UP || step == YearStep.LEAVES)
                .isPresent();
        if (goes && ruled && (now.isEmpty() || now.getAsInt() >= YearRules.LAST)) {
            found.add(new Violation(at + ".toGrade", "请写明去哪个年级，如七年级"));
        }
        if (wanted.step().isPresent() && known.isGone()) {
            found.add(new Violation(at + ".student", "这名学生本学年已经办过升级，不能再办一次"));
        }
        return found;
    }

    private static String beyond(Optional<YearStep> step, String grade) {
        int number = SchoolGrade.number(grade);
        if (step.filter(each -> each == YearStep.UP || each == YearStep.LEAVES).isPresent()) {
            return number >= YearRules.LAST ? "这个年级没有下一个义务教育年级，不能升级" : "";
        }
        return step.filter(YearStep.FINISHES::equals).isPresent() && number != YearRules.LAST ? "只有九年级可以初中毕业" : "";
    }

    private static void school(OptionalLong asked, String at, Map<Long, Office> known, List<Violation> found) {
        if (asked.isPresent() && !known.containsKey(asked.getAsLong())) {
            found.add(new Violation(at + ".toSchool", "没有这所学校，请从列表中选择本县的其他学校"));
        }
    }

    private static void refuse(String field, Optional<String> message, List<Violation> found) {
        message.ifPresent(text -> found.add(new Violation(field, text)));
    }

    private void writeClasses(Promotion promotion, StepsChoice wanted, Map<Long, Office> neighbours) {
        List<ClassChoice> known = promotions.classes(promotion);
        for (StepsChoice.OfClass each : wanted.classes()) {
            Optional<ClassChoice> before = known.stream()
                    .filter(choice -> choice.isOf(each.grade(), each.schoolClass()))
                    .findFirst();
            boolean ruled = each.step().isEmpty()
                    && each.toClass().isBlank()
                    && each.toSchool().isEmpty();
            if (ruled) {
                before.ifPresent(promotions::remove);
                continue;
            }
            ClassChoice choice =
                    before.orElseGet(() -> promotions.newClass(promotion, each.grade(), each.schoolClass()));
            choice.decide(each.step(), each.toClass().strip(), chosen(each.toSchool(), neighbours));
            if (before.isEmpty()) {
                promotions.store(choice);
            }
        }
    }

    private void writeChildren(Caller caller, Promotion promotion, StepsChoice wanted, Map<Long, Office> neighbours) {
        Map<Long, ChildChoice> known = promotions.children(promotion).stream()
                .collect(Collectors.toMap(ChildChoice::student, Function.identity()));
        for (StepsChoice.OfChild each : wanted.children()) {
            Optional<ChildChoice> before = Optional.ofNullable(known.get(each.student()));
            trail.changed(
                    caller,
                    each.student(),
                    "标注%s学年升级：%s"
                            .formatted(
                                    promotion.year(),
                                    each.step().map(YearStep::label).orElse("按规则")));
            if (each.step().isEmpty()) {
                before.ifPresent(promotions::remove);
                continue;
            }
            ChildChoice choice = before.orElseGet(() -> promotions.newChild(promotion, each.student()));
            choice.decide(
                    each.step().get(),
                    each.toGrade().strip(),
                    each.toClass().strip(),
                    chosen(each.toSchool(), neighbours),
                    each.reason().strip(),
                    caller);
            if (before.isEmpty()) {
                promotions.store(choice);
            }
        }
    }

    private static Optional<Office> chosen(OptionalLong asked, Map<Long, Office> neighbours) {
        return asked.isPresent() ? Optional.ofNullable(neighbours.get(asked.getAsLong())) : Optional.empty();
    }
}
