package org.guixue.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.calendar.SchoolYear;
import org.guixue.identity.SchoolGrade;
import org.guixue.office.Office;

/** What would become of all children of one school at the turn of one school year. Immutable; nothing is written. */
public record SchoolPlan(Office school, SchoolYear year, List<PlannedStep> steps, List<ClassChoice> choices) {
    private static final Comparator<PlannedStep> IN_ORDER = Comparator.comparing(
                    (PlannedStep each) -> SchoolGrade.number(each.child().grade()))
            .thenComparing(each -> SchoolGrade.classNumber(each.child().schoolClass()))
            .thenComparing(each -> each.child().schoolClass())
            .thenComparing(each -> each.child().name())
            .thenComparing(each -> each.child().id());

    public SchoolPlan {
        steps = steps.stream().sorted(IN_ORDER).toList();
        choices = List.copyOf(choices);
    }

    public long count(YearStep step) {
        return steps.stream()
                .filter(each -> each.step() == step && each.undecided().isEmpty())
                .count();
    }

    /** For pages. */
    public long count(String step) {
        return count(YearStep.valueOf(step));
    }

    public long undecided() {
        return steps.stream().filter(each -> !each.undecided().isEmpty()).count();
    }

    /** Those whom the act moves. */
    public List<PlannedStep> moving() {
        return steps.stream().filter(PlannedStep::changes).toList();
    }

    /** Those who are listed by name. */
    public List<PlannedStep> exceptions() {
        return steps.stream().filter(PlannedStep::isException).toList();
    }

    public List<PlannedStep> of(String grade, String schoolClass) {
        return steps.stream()
                .filter(each -> each.child().grade().equals(grade)
                        && each.child().schoolClass().equals(schoolClass))
                .toList();
    }

    public List<PlannedClass> classes() {
        Map<List<String>, List<PlannedStep>> byClass = new LinkedHashMap<>();
        steps.forEach(each -> byClass.computeIfAbsent(
                        List.of(each.child().grade(), each.child().schoolClass()), key -> new ArrayList<>())
                .add(each));
        return byClass.values().stream().map(this::planned).toList();
    }

    private PlannedClass planned(List<PlannedStep> members) {
        RollChild one = members.get(0).child();
        Optional<ClassChoice> choice = choices.stream()
                .filter(each -> each.isOf(one.grade(), one.schoolClass()))
                .findFirst();
        Optional<PlannedStep> typical = members.stream()
                .filter(each -> each.changes() && !each.byHand())
                .findFirst();
        return new PlannedClass(
                one.grade(),
                one.schoolClass(),
                members.size(),
                choice.flatMap(ClassChoice::step),
                typical.map(PlannedStep::step).orElse(YearStep.STAYS),
                typical.map(PlannedStep::toGrade).orElse(""),
                typical.map(PlannedStep::toClass).orElse(""),
                choice.map(ClassChoice::toClass).orElse(""),
                choice.flatMap(ClassChoice::toSchool),
                count(members, YearStep.UP),
                count(members, YearStep.LEAVES),
                count(members, YearStep.FINISHES),
                count(members, YearStep.STAYS),
                members.stream().filter(each -> !each.undecided().isEmpty()).count());
    }

    private static long count(List<PlannedStep> members, YearStep step) {
        return members.stream()
                .filter(each -> each.step() == step && each.undecided().isEmpty())
                .count();
    }

    /** Tells whether what is carried out is what was seen. */
    public String digest() {
        StringBuilder all = new StringBuilder();
        steps.stream().sorted(Comparator.comparing(each -> each.child().id())).forEach(each -> all.append(each.line())
                .append('\n'));
        return Sha256.of(all.toString()).hex();
    }
}
