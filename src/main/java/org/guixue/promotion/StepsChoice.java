package org.guixue.promotion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody wants decided for a school's turn of the year, not judged yet.
 *
 * @param classes whole classes; what is empty in one goes back to the rule
 * @param children single children; one without a step goes back to the rule
 */
public record StepsChoice(List<OfClass> classes, List<OfChild> children) {
    public StepsChoice {
        classes = List.copyOf(classes);
        children = List.copyOf(children);
    }

    /** One class by the names that it has now. */
    public record OfClass(
            String grade, String schoolClass, Optional<YearStep> step, String toClass, OptionalLong toSchool) {}

    /** One child. */
    public record OfChild(
            long student,
            Optional<YearStep> step,
            String toGrade,
            String toClass,
            OptionalLong toSchool,
            String reason) {}
}
