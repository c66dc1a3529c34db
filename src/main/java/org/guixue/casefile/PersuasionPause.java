package org.guixue.casefile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Situation;

/** How long ago somebody last persuaded, in the present absence; asked of children who are away. */
public enum PersuasionPause {
    WEEK("0—7天", 7),
    FORTNIGHT("8—14天", 14),
    MONTH("15—30天", 30),
    LONGER("30天以上", Long.MAX_VALUE),
    NEVER("从未劝返", -1);

    /** Whose children are to be persuaded. */
    public static final Set<CaseState> AWAY = EnumSet.of(CaseState.SUSPECTED, CaseState.OUT);

    private final String label;
    private final long mostDays;

    PersuasionPause(String label, long mostDays) {
        this.label = label;
        this.mostDays = mostDays;
    }

    public String label() {
        return label;
    }

    public static Optional<PersuasionPause> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    public static PersuasionPause of(Situation then, LocalDate day) {
        List<CaseEvent> persuasions = then.of(EventKind.PERSUADED);
        if (persuasions.isEmpty()) {
            return NEVER;
        }
        long days =
                ChronoUnit.DAYS.between(persuasions.get(persuasions.size() - 1).on(), day);
        return Arrays.stream(values())
                .filter(each -> days <= each.mostDays)
                .findFirst()
                .orElse(LONGER);
    }
}
