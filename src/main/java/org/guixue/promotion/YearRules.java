package org.guixue.promotion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.guixue.casefile.history.CaseState;
import org.guixue.identity.SchoolGrade;
import org.guixue.person.StudentState;

/**
 * Says what becomes of each child of one school by the rule, by what was decided of its class, and by what was decided of the
 * child. A child that pauses stays in its spell; one that is away goes on with its class but does not leave or finish before
 * its case is settled; nobody goes on twice.
 */
final class YearRules {
    static final int LAST_OF_PRIMARY = 6;
    static final int LAST = 9;
    private static final Set<StudentState> AWAY = EnumSet.of(StudentState.AT_RISK, StudentState.DROPPED_OUT);

    private final Map<Long, CaseState> cases;
    private final List<ClassChoice> classes;
    private final Map<Long, ChildChoice> choices;
    private final Map<Long, String> turned;
    private final Set<Long> gone;
    private final boolean hasSeniors;

    /**
     * @param turned who has the grade of the new year already, and why
     * @param gone who went on in this year already
     * @param hasSeniors whether the school teaches beyond the sixth grade
     */
    YearRules(
            Map<Long, CaseState> cases,
            List<ClassChoice> classes,
            Map<Long, ChildChoice> choices,
            Map<Long, String> turned,
            Set<Long> gone,
            boolean hasSeniors) {
        this.cases = cases;
        this.classes = classes;
        this.choices = choices;
        this.turned = turned;
        this.gone = gone;
        this.hasSeniors = hasSeniors;
    }

    PlannedStep judge(RollChild child) {
        if (gone.contains(child.id())) {
            return PlannedStep.gone(child);
        }
        PlannedStep step = Optional.ofNullable(choices.get(child.id()))
                .map(choice -> byHand(child, choice))
                .orElseGet(() -> byRule(child));
        return step.noted(notes(child, step.step()));
    }

    private List<String> notes(RollChild child, YearStep step) {
        List<String> notes = new ArrayList<>();
        Optional.ofNullable(cases.get(child.id()))
                .ifPresent(state -> notes.add(
                        "有未结束的个案：" + state.label() + (step == YearStep.FINISHES ? "，毕业后在个案里按“完成义务教育”提出销号" : "")));
        if (child.schoolClass().isEmpty()) {
            notes.add("没有写班级，待核");
        }
        return notes;
    }

    private static PlannedStep byHand(RollChild child, ChildChoice choice) {
        OptionalInt now = SchoolGrade.read(child.grade());
        boolean ruledGrade = choice.toGrade().isEmpty() && now.isPresent() && now.getAsInt() < LAST;
        String grade = ruledGrade ? NextClass.grade(child.grade(), now.getAsInt()) : choice.toGrade();
        String schoolClass = choice.toClass().isEmpty() && now.isPresent()
                ? NextClass.schoolClass(child.schoolClass(), now.getAsInt())
                : choice.toClass();
        boolean up = choice.step() == YearStep.UP;
        return new PlannedStep(
                child,
                choice.step(),
                choice.toSchool(),
                up || choice.step() == YearStep.LEAVES ? grade : child.grade(),
                up ? schoolClass : choice.step() == YearStep.LEAVES ? "" : child.schoolClass(),
                List.of("人工标注（%s）：%s".formatted(choice.decidedBy(), choice.reason())),
                "",
                true);
    }

    private PlannedStep byRule(RollChild child) {
        OptionalInt grade = SchoolGrade.read(child.grade());
        if (grade.isEmpty()) {
            return PlannedStep.open(
                    child, child.grade().isEmpty() ? "没有写年级，请标注去向" : "看不出“%s”是几年级，请标注去向".formatted(child.grade()));
        }
        int now = grade.getAsInt();
        if (now > LAST) {
            return PlannedStep.stays(child, "不是义务教育的年级");
        }
        if (child.state() == StudentState.SUSPENDED) {
            return PlannedStep.stays(child, "休学中，留在休学时的年级，复学时再安排");
        }
        Optional<ClassChoice> ofClass = classes.stream()
                .filter(each -> each.isOf(child.grade(), child.schoolClass()))
                .findFirst();
        Optional<YearStep> decided = ofClass.flatMap(ClassChoice::step);
        if (decided.isEmpty() && turned.containsKey(child.id())) {
            return PlannedStep.stays(child, turned.get(child.id()));
        }
        return step(child, now, decided.orElseGet(() -> rule(now)), ofClass);
    }

    private YearStep rule(int grade) {
        if (grade == LAST) {
            return YearStep.FINISHES;
        }
        return grade == LAST_OF_PRIMARY && !hasSeniors ? YearStep.LEAVES : YearStep.UP;
    }

    private static PlannedStep step(RollChild child, int now, YearStep step, Optional<ClassChoice> ofClass) {
        boolean ends = step == YearStep.LEAVES || step == YearStep.FINISHES;
        if (ends && AWAY.contains(child.state())) {
            return PlannedStep.stays(
                    child, "现为“%s”，不随班毕业，去向由个案决定".formatted(child.state().label()));
        }
        String toClass = ofClass.map(ClassChoice::toClass)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> NextClass.schoolClass(child.schoolClass(), now));
        boolean goes = step == YearStep.UP || step == YearStep.LEAVES;
        return new PlannedStep(
                child,
                step,
                goes ? ofClass.flatMap(ClassChoice::toSchool) : Optional.empty(),
                goes ? NextClass.grade(child.grade(), now) : child.grade(),
                step == YearStep.LEAVES ? "" : step == YearStep.UP ? toClass : child.schoolClass(),
                step == YearStep.STAYS ? List.of("全班标注为不动") : List.of(),
                "",
                false);
    }
}
