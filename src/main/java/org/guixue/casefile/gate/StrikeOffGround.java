package org.guixue.casefile.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;

/**
 * 动态销号 (宁教综〔2021〕22号 二): evidence of one ground. 年满16周岁未完成义务教育 is a ground of its own, never a return, and rests on the
 * persuasions.
 */
final class StrikeOffGround implements Condition {
    @Override
    public Optional<Obstacle> judge(CaseEvent event, Situation before, Circumstances circumstances) {
        boolean concerned = event.kind() == EventKind.STRIKE_OFF_PROPOSED || event.kind() == EventKind.STRUCK_OFF;
        return concerned
                ? circumstances.rule("strike-off").flatMap(rule -> missing(event, before, circumstances)
                        .map(missing -> Obstacle.blocking(rule, "销号的依据", List.of(missing))))
                : Optional.empty();
    }

    private static Optional<String> missing(CaseEvent event, Situation before, Circumstances circumstances) {
        String ground = event.facts().text(Fact.END).orElse("");
        return switch (ground) {
            case "ELSEWHERE" -> unlessProved(event, before, "接收学校的学籍或者就读证明");
            case "COMPLETED" -> unlessProved(event, before, "完成义务教育的证书或者学籍记录");
            case "LEFT_COUNTRY" -> unlessProved(event, before, "出国（境）的证明");
            case "DIED" -> unlessProved(event, before, "死亡证明或者户籍注销证明");
            case "SIXTEEN" -> sixteen(event, before, circumstances);
            default -> Optional.empty();
        };
    }

    private static Optional<String> sixteen(CaseEvent event, Situation before, Circumstances circumstances) {
        if (circumstances.age(event.on()) < 16) {
            return Optional.of("年满16周岁：该生%s出生，还没有满".formatted(circumstances.bornOn()));
        }
        return before.of(EventKind.PERSUADED).isEmpty() ? Optional.of("劝返记录：还没有一次劝返") : Optional.empty();
    }

    private static Optional<String> unlessProved(CaseEvent event, Situation before, String proof) {
        boolean proved = Stream.concat(
                        Stream.of(event),
                        Stream.concat(
                                before.of(EventKind.STRIKE_OFF_PROPOSED).stream(),
                                before.of(EventKind.ELSEWHERE).stream()))
                .anyMatch(each -> !each.basis().isEmpty());
        return proved ? Optional.empty() : Optional.of(proof + "：作为依据附上");
    }
}
