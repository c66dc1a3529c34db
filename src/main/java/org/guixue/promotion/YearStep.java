package org.guixue.promotion;

import java.util.Arrays;
import java.util.Optional;
import org.guixue.person.MovementKind;

/** What the turn of the school year does with a child. */
public enum YearStep {
    /** To the next grade. */
    UP("升级"),
    /** Out of a primary school, to a junior middle school where it is awaited (小升初). */
    LEAVES("小学毕业"),
    /** Compulsory schooling is finished. */
    FINISHES("初中毕业"),
    /** Nothing is written. */
    STAYS("不动");

    private final String label;

    YearStep(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    MovementKind kind() {
        return this == UP ? MovementKind.PROMOTION : MovementKind.GRADUATION;
    }

    /** By its name or its Chinese label. */
    public static Optional<YearStep> of(String text) {
        return Arrays.stream(values())
                .filter(step -> step.name().equals(text) || step.label.equals(text))
                .findFirst();
    }
}
