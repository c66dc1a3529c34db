package org.guixue.promotion;

import java.util.Optional;
import org.guixue.office.Office;

/**
 * A class as it is and as it would be.
 *
 * @param step what was decided of the whole class; empty for the rule
 * @param ruled what most of it does
 * @param namedClass the new name that somebody gave it; empty for the rule
 * @param toGrade empty where nobody of it goes to another
 */
public record PlannedClass(
        String grade,
        String schoolClass,
        long children,
        Optional<YearStep> step,
        YearStep ruled,
        String toGrade,
        String toClass,
        String namedClass,
        Optional<Office> toSchool,
        long up,
        long leaves,
        long finishes,
        long stays,
        long undecided) {
    public String words() {
        String name = schoolClass.startsWith(grade) ? schoolClass : grade + " " + schoolClass;
        return name.isBlank() ? "没有写年级" : name.strip();
    }

    public boolean isLast() {
        return ruled == YearStep.LEAVES || step.filter(YearStep.LEAVES::equals).isPresent();
    }
}
