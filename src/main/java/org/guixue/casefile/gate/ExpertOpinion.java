package org.guixue.casefile.gate;

import java.util.List;
import java.util.Optional;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;

/** 残疾人教育专家委员会的意见, before deferral, suspension or home tuition for illness or disability (宁教综〔2021〕22号 二). */
final class ExpertOpinion implements Condition {
    @Override
    public Optional<Obstacle> judge(CaseEvent event, Situation before, Circumstances circumstances) {
        boolean concerned = event.kind() == EventKind.DECIDED
                && event.facts().is(Fact.GRANTED)
                && !event.facts().is(Fact.GROUND, "REFUSAL");
        boolean heard = before.of(EventKind.OPINION).stream()
                .anyMatch(each -> each.facts().text(Fact.BY).orElse("").contains("专家"));
        return concerned && !heard
                ? circumstances
                        .rule("expert-opinion")
                        .map(rule -> Obstacle.blocking(rule, "专家意见", List.of("专家委员会的意见：先登记“提出意见”，由专家委员会提出")))
                : Optional.empty();
    }
}
