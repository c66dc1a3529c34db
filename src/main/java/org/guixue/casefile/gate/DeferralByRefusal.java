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

/**
 * 本人坚决拒绝复学的缓学、休学, where the jurisdiction has it: three joint persuasions or a court, a guardian who did his duty, the
 * child's own refusal, the county group's consent (宁教综〔2021〕22号 三; 赣县教基字〔2021〕10号 三). Where the guardian hinders, the order
 * is the way.
 */
final class DeferralByRefusal implements Condition {
    private static final String ID = "deferral-refusal";
    private static final String TITLE = "本人拒绝复学的缓学、休学";

    @Override
    public Optional<Obstacle> judge(CaseEvent event, Situation before, Circumstances circumstances) {
        boolean concerned = event.kind() == EventKind.DECIDED
                && event.facts().is(Fact.GRANTED)
                && event.facts().is(Fact.GROUND, "REFUSAL");
        if (!concerned) {
            return Optional.empty();
        }
        Optional<Jurisdiction.Gate> rule = circumstances.rule(ID);
        if (rule.isEmpty()) {
            return Optional.of(
                    new Obstacle(ID, TITLE, "义务教育法 第十一条", List.of("本县没有因本人拒绝而缓学、休学的规定；请继续劝返，或者责令监护人送学"), false));
        }
        List<String> missing = missing(rule.get(), event, before);
        return missing.isEmpty() ? Optional.empty() : Optional.of(Obstacle.blocking(rule.get(), TITLE, missing));
    }

    private static List<String> missing(Jurisdiction.Gate rule, CaseEvent event, Situation before) {
        List<String> missing = new ArrayList<>();
        int needed = rule.number("jointPersuasions", 3);
        long joint = before.jointPersuasions();
        boolean court = before.of(EventKind.COURT).stream()
                .anyMatch(each -> !each.facts().is(Fact.STAGE, "FILED"));
        if (joint < needed && !court) {
            missing.add("联合劝返%d次以上，或者法院文书：现有%d次".formatted(needed, joint));
        }
        Optional<String> guardian = event.facts().text(Fact.GUARDIAN).or(() -> found(before));
        if (guardian.filter("HINDERS"::equals).isPresent()) {
            missing.add("监护人阻碍入学的，不能缓学：请责令送学");
        } else if (guardian.isEmpty() || !isProved(event, before)) {
            missing.add("监护人已经履行义务的证据：写明“已履行”并附材料");
        }
        boolean refuses = before.of(EventKind.PERSUADED).stream()
                .anyMatch(each -> each.facts().is(Fact.CHILD_REFUSES));
        if (!refuses) {
            missing.add("学生本人拒绝：在见到学生的劝返记录中写明学生怎么说，并选“本人拒绝返校”");
        }
        boolean consent = event.facts().has(Fact.NUMBER)
                || before.sinceGranted(EventKind.OPINION).stream()
                        .anyMatch(each -> each.facts().has(Fact.NUMBER));
        if (!consent) {
            missing.add("县领导小组同意的文号和日期");
        }
        int months = rule.number("longestMonths", 12);
        event.facts()
                .date(Fact.UNTIL)
                .filter(until -> Counting.longerThan(event.on(), until, Period.ofMonths(months)))
                .ifPresent(until -> missing.add("期限一次不超过%d个月，到期再核实；请改期限".formatted(months)));
        return missing;
    }

    /** What was found out of the guardian last. */
    private static Optional<String> found(Situation before) {
        List<String> all = before.of(EventKind.ENQUIRED).stream()
                .flatMap(each -> each.facts().text(Fact.GUARDIAN).stream())
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static boolean isProved(CaseEvent event, Situation before) {
        return !event.basis().isEmpty()
                || before.of(EventKind.ENQUIRED).stream()
                        .anyMatch(each ->
                                each.facts().has(Fact.GUARDIAN) && !each.basis().isEmpty());
    }
}
