package org.guixue.upkeep;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the house stands.
 *
 * @param at when that was read
 * @param signals what is most urgent first
 */
public record HouseStanding(Instant at, List<Signal> signals) {
    private static final int MOST_NAMED = 4;

    public HouseStanding {
        signals = signals.stream()
                .sorted(Comparator.comparing(Signal::urgency).reversed())
                .toList();
    }

    public Urgency urgency() {
        return signals.stream()
                .map(Signal::urgency)
                .max(Comparator.naturalOrder())
                .orElse(Urgency.FINE);
    }

    public List<Signal> of(Urgency urgency) {
        return signals.stream().filter(signal -> signal.urgency() == urgency).toList();
    }

    /** One line: how many, and of what. */
    public String sentence() {
        if (urgency() == Urgency.FINE) {
            return "各项正常";
        }
        return List.of(Urgency.ACT, Urgency.WATCH).stream()
                .filter(urgency -> !of(urgency).isEmpty())
                .map(this::named)
                .collect(Collectors.joining("；"));
    }

    private String named(Urgency urgency) {
        List<Signal> all = of(urgency);
        return "%s%d项：%s%s"
                .formatted(
                        urgency.label(),
                        all.size(),
                        all.stream().limit(MOST_NAMED).map(Signal::title).collect(Collectors.joining("、")),
                        all.size() > MOST_NAMED ? "等" : "");
    }
}
