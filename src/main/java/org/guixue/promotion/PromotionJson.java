package org.guixue.promotion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/** The turn of a year as JSON. */
final class PromotionJson {
    private PromotionJson() {}

    /** @param digest to be sent back with the order, so that what is done is what was seen */
    record ShownSchoolTurn(
            long school,
            String name,
            PromotionState state,
            int children,
            long up,
            long leaves,
            long finishes,
            long stays,
            long undecided,
            String digest,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String note) {
        static ShownSchoolTurn of(SchoolLine line) {
            SchoolPlan plan = line.plan();
            return new ShownSchoolTurn(
                    line.school(),
                    plan.school().name(),
                    line.state(),
                    plan.steps().size(),
                    plan.count(YearStep.UP),
                    plan.count(YearStep.LEAVES),
                    plan.count(YearStep.FINISHES),
                    plan.count(YearStep.STAYS),
                    plan.undecided(),
                    plan.digest(),
                    line.note());
        }
    }

    /** @param notToday why it cannot be ordered today; empty where it can */
    record ShownOverview(
            String year,
            LocalDate from,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String notToday,
            List<ShownSchoolTurn> schools) {}

    record ShownClassTurn(
            String grade,
            String schoolClass,
            long children,
            YearStep step,
            String toGrade,
            String toClass,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long toSchool,

            long up,
            long leaves,
            long finishes,
            long stays,
            long undecided) {
        static ShownClassTurn of(PlannedClass planned) {
            return new ShownClassTurn(
                    planned.grade(),
                    planned.schoolClass(),
                    planned.children(),
                    planned.ruled(),
                    planned.toGrade(),
                    planned.toClass(),
                    planned.toSchool().map(Office::id).orElse(null),
                    planned.up(),
                    planned.leaves(),
                    planned.finishes(),
                    planned.stays(),
                    planned.undecided());
        }
    }

    record ShownChildTurn(
            long student,
            String name,
            String state,
            String grade,
            String schoolClass,
            YearStep step,
            String toGrade,
            String toClass,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long toSchool,

            List<String> notes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String undecided,
            boolean byHand) {
        static ShownChildTurn of(PlannedStep step) {
            return new ShownChildTurn(
                    step.child().id(),
                    step.child().name(),
                    step.child().state().name(),
                    step.child().grade(),
                    step.child().schoolClass(),
                    step.step(),
                    step.toGrade(),
                    step.toClass(),
                    step.toSchool().map(Office::id).orElse(null),
                    step.notes(),
                    step.undecided(),
                    step.byHand());
        }
    }

    /** One school with its classes and all its children. */
    record ShownTurn(String year, ShownSchoolTurn school, List<ShownClassTurn> classes, List<ShownChildTurn> children) {
        static ShownTurn of(SchoolYear year, SchoolLine line) {
            return new ShownTurn(
                    year.toString(),
                    ShownSchoolTurn.of(line),
                    line.plan().classes().stream().map(ShownClassTurn::of).toList(),
                    line.plan().steps().stream().map(ShownChildTurn::of).toList());
        }
    }
}
