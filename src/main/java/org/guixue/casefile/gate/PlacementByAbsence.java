package org.guixue.casefile.gate;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import org.guixue.calendar.Counting;
import org.guixue.calendar.SchoolYear;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.form.Jurisdiction;
import org.guixue.identity.SchoolGrade;

/**
 * 辍学时间不超过三个月的，安排在原年级就读；超过三个月的，安排在下一年级 (海教综〔2020〕18号 四（四）1; 宁教综〔2021〕22号 三). Where a school year
 * turned in between, or the last day is not known, either reading is taken. Says nothing of a child that was never enrolled.
 */
final class PlacementByAbsence implements Condition {
    private static final String TITLE = "复学安排的年级";
    private static final int LAST_GRADE = 9;

    @Override
    public Optional<Obstacle> judge(CaseEvent event, Situation before, Circumstances circumstances) {
        if (event.kind() != EventKind.RETURNED && event.kind() != EventKind.PLACED) {
            return Optional.empty();
        }
        return circumstances.rule("placement").flatMap(rule -> before.lastDayAttended()
                .map(last -> advice(rule, event, last, circumstances.grade()))
                .orElseGet(() -> unknown(rule, event, circumstances.grade())));
    }

    /** How long it was away nobody knows: the own grade or the next. */
    private static Optional<Obstacle> unknown(Jurisdiction.Gate rule, CaseEvent event, String grade) {
        OptionalInt own = SchoolGrade.read(grade);
        OptionalInt taken = SchoolGrade.read(event.facts().text(Fact.GRADE).orElse(""));
        if (own.isEmpty() || taken.isEmpty()) {
            return Optional.empty();
        }
        int step = taken.getAsInt() - own.getAsInt();
        return step == 0 || step == 1
                ? Optional.empty()
                : Optional.of(Obstacle.advice(rule, TITLE, "没有写最后到校日期，应安排在原年级（%s）或者下一年级；如另作安排，请写明理由".formatted(grade)));
    }

    private static Optional<Obstacle> advice(Jurisdiction.Gate rule, CaseEvent event, LocalDate last, String grade) {
        OptionalInt own = SchoolGrade.read(grade);
        OptionalInt taken = SchoolGrade.read(event.facts().text(Fact.GRADE).orElse(""));
        if (own.isEmpty() || taken.isEmpty()) {
            return Optional.empty();
        }
        int months = rule.number("months", 3);
        boolean longer = Counting.longerThan(last, event.on(), Period.ofMonths(months));
        boolean turned = !SchoolYear.of(last).equals(SchoolYear.of(event.on()));
        int step = taken.getAsInt() - own.getAsInt();
        boolean fits = turned ? step == 0 || step == 1 : step == (longer && own.getAsInt() < LAST_GRADE ? 1 : 0);
        if (fits) {
            return Optional.empty();
        }
        String said = "最后到校%s，到%s%s%d个月，应安排在%s"
                .formatted(
                        last,
                        event.on(),
                        longer ? "超过" : "没有超过",
                        months,
                        turned ? "原年级或者下一年级" : longer ? "下一年级" : "原年级（%s）".formatted(grade));
        return Optional.of(Obstacle.advice(rule, TITLE, said + "；如另作安排，请写明理由"));
    }
}
