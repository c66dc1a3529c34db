package org.guixue.promotion;

import java.util.List;
import java.util.Optional;
import org.guixue.office.Office;

/**
 * What would become of one child.
 *
 * @param toSchool empty for the same school, and for a child that leaves without a school being named
 * @param notes what to know of it, in Chinese; empty where nothing is unusual
 * @param undecided why somebody has to decide first; empty where nothing stands open
 * @param byHand whether somebody decided it of this child
 */
public record PlannedStep(
        RollChild child,
        YearStep step,
        Optional<Office> toSchool,
        String toGrade,
        String toClass,
        List<String> notes,
        String undecided,
        boolean byHand) {
    private static final String GONE = "本学年已经办过升级";

    public PlannedStep {
        notes = List.copyOf(notes);
    }

    static PlannedStep stays(RollChild child, String why) {
        return new PlannedStep(
                child, YearStep.STAYS, Optional.empty(), child.grade(), child.schoolClass(), List.of(why), "", false);
    }

    static PlannedStep open(RollChild child, String why) {
        return new PlannedStep(
                child, YearStep.STAYS, Optional.empty(), child.grade(), child.schoolClass(), List.of(), why, false);
    }

    PlannedStep noted(List<String> more) {
        List<String> all = new java.util.ArrayList<>(notes);
        all.addAll(more);
        return new PlannedStep(child, step, toSchool, toGrade, toClass, all, undecided, byHand);
    }

    /** One that has gone on in this school year already. */
    static PlannedStep gone(RollChild child) {
        return stays(child, GONE);
    }

    public boolean isGone() {
        return notes.contains(GONE);
    }

    public boolean changes() {
        return step != YearStep.STAYS;
    }

    /** Whether it is listed by name, beside its class. */
    public boolean isException() {
        return byHand || !undecided.isEmpty() || !notes.isEmpty();
    }

    /** Where it goes, in words. */
    public String toWords() {
        String school = toSchool.map(Office::name).orElse("");
        return switch (step) {
            case UP -> (school + " " + toGrade + " " + toClass).strip();
            case LEAVES -> (school.isEmpty() ? "初中学校未定" : school + "（待报到）") + " " + toGrade;
            case FINISHES -> "毕业";
            case STAYS -> undecided.isEmpty() ? "不动" : "待定";
        };
    }

    /** All that carrying it out depends on. */
    String line() {
        return String.join(
                "|",
                Long.toString(child.id()),
                child.state().name(),
                child.grade(),
                child.schoolClass(),
                step.name(),
                toSchool.map(Office::id).map(String::valueOf).orElse(""),
                toGrade,
                toClass,
                undecided);
    }
}
