package org.guixue.casefile;

import java.util.List;
import java.util.Map;
import org.guixue.Refused;
import org.guixue.casefile.gate.Obstacle;

/** Something may not happen in a case now: the rule, where it comes from, what is missing (422). Nothing was written. */
public class GateClosed extends Refused {
    private final transient Obstacle obstacle;

    public GateClosed(Obstacle obstacle) {
        super(Reason.VALUES, sentence(obstacle));
        this.obstacle = obstacle;
    }

    private static String sentence(Obstacle obstacle) {
        if (obstacle.origin().isEmpty()) {
            return String.join("；", obstacle.missing());
        }
        String ending = obstacle.recommendation() ? "" : "。补齐后再办";
        return "%s（%s）：%s%s"
                .formatted(obstacle.title(), obstacle.origin(), String.join("；", obstacle.missing()), ending);
    }

    public Obstacle obstacle() {
        return obstacle;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of(
                "rule",
                new ShownRule(
                        obstacle.rule(),
                        obstacle.title(),
                        obstacle.source(),
                        obstacle.origin(),
                        obstacle.missing(),
                        obstacle.recommendation()));
    }

    /** @param recommendation one that a {@code reason} departs from */
    public record ShownRule(
            String id, String title, String source, String origin, List<String> missing, boolean recommendation) {}
}
