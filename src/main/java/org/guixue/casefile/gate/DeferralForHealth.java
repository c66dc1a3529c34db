package org.guixue.casefile.gate;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.calendar.Counting;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.form.Jurisdiction;

/** 因身体状况延缓入学或者休学: the guardian applies, with proof, until a day (义务教育法 第十一条; 天梯政办〔2019〕30号 四（一）). */
final class DeferralForHealth implements Condition {
    @Override
    public Optional<Obstacle> judge(CaseEvent event, Situation before, Circumstances circumstances) {
        boolean concerned = event.kind() == EventKind.DECIDED
                && event.facts().is(Fact.GRANTED)
                && !event.facts().is(Fact.OF, "HOME_TUITION")
                && !event.facts().is(Fact.GROUND, "REFUSAL");
        return concerned
                ? circumstances.rule("deferral-health").flatMap(rule -> missing(rule, event, before))
                : Optional.empty();
    }

    private static Optional<Obstacle> missing(Jurisdiction.Gate rule, CaseEvent event, Situation before) {
        List<String> missing = new ArrayList<>();
        List<CaseEvent> applications = Applications.forTheSame(event, before);
        if (applications.isEmpty()) {
            missing.add("监护人的申请：先登记“提出申请”，事项与决定相同");
        }
        boolean proved = !event.basis().isEmpty()
                || applications.stream().anyMatch(each -> !each.basis().isEmpty())
                || before.sinceGranted(EventKind.OPINION).stream()
                        .anyMatch(each -> !each.basis().isEmpty());
        if (!proved) {
            missing.add("证明材料：县级以上医院证明等，作为申请或者决定的依据附上");
        }
        int months = rule.number("longestMonths", 12);
        event.facts()
                .date(Fact.UNTIL)
                .filter(until -> Counting.longerThan(event.on(), until, Period.ofMonths(months)))
                .ifPresent(until -> missing.add("期限一次不超过%d个月，到期前可以再申请；请改期限".formatted(months)));
        return missing.isEmpty() ? Optional.empty() : Optional.of(Obstacle.blocking(rule, "因身体状况缓学、休学", missing));
    }
}
