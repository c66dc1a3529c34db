package org.guixue.casefile.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.form.Jurisdiction;

/**
 * 送教上门, as the jurisdiction limits it (残疾人教育条例 第十七条; 海教综〔2020〕18号 四（四）3; 天梯政办〔2019〕30号 四（三）3; 赣县教基字〔2021〕10号 四).
 * 15 lasts until the sixteenth birthday.
 */
final class HomeTuitionConditions implements Condition {
    @Override
    public Optional<Obstacle> judge(CaseEvent event, Situation before, Circumstances circumstances) {
        boolean concerned = event.kind() == EventKind.DECIDED
                && event.facts().is(Fact.GRANTED)
                && event.facts().is(Fact.OF, "HOME_TUITION");
        return concerned
                ? circumstances.rule("home-tuition").flatMap(rule -> missing(rule, event, before, circumstances))
                : Optional.empty();
    }

    private static Optional<Obstacle> missing(
            Jurisdiction.Gate rule, CaseEvent event, Situation before, Circumstances circumstances) {
        List<String> missing = new ArrayList<>();
        if (Applications.forTheSame(event, before).isEmpty()) {
            missing.add("监护人的申请：先登记“提出申请”，事项与决定相同");
        }
        int from = rule.number("fromAge", 6);
        int until = rule.number("untilAge", 15);
        int age = circumstances.age(event.on());
        if (age < from || age > until) {
            missing.add("年满%d周岁到%d周岁：该生%d周岁".formatted(from, until, age));
        }
        boolean special =
                rule.number("orSpecialReason", 0) == 1 && event.facts().has(Fact.REASON);
        if (!special && event.facts().is(Fact.GROUND, "REFUSAL")) {
            missing.add("因病或者残疾不能到校：拒绝上学不是送教上门的理由");
        }
        if (rule.number("certificate", 0) == 1 && !circumstances.certified()) {
            missing.add("残疾证：名册上没有，先更正名册");
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(Obstacle.blocking(rule, "送教上门的条件", missing));
    }
}
