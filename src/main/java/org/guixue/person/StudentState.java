package org.guixue.person;

import java.util.Arrays;
import java.util.Optional;

/** Where a child stands with its schooling. {@link MovementKind} says which state follows on which. */
public enum StudentState {
    ENROLLED("在校"),
    AT_RISK("疑似辍学"),
    DROPPED_OUT("辍学"),
    RETURNED("已复学"),
    SUSPENDED("休学"),
    /** Left for a school outside the county; the township of residence stays responsible until the child is received. */
    TRANSFERRED("已转出"),
    GRADUATED("已毕业"),
    /** On the roster without ever having had a school: 从未入学. */
    NOT_ENROLLED("未入学");

    private final String label;

    StudentState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** By its name. */
    public static Optional<StudentState> of(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    /** Whether the child sits in a class now. */
    public boolean atSchool() {
        return this == ENROLLED || this == AT_RISK || this == RETURNED;
    }

    /** Which colour its badge has; the label beside it says the same. */
    public String tone() {
        return switch (this) {
            case ENROLLED -> "usual";
            case AT_RISK, DROPPED_OUT, SUSPENDED, NOT_ENROLLED -> "soon";
            case RETURNED, GRADUATED, TRANSFERRED -> "done";
        };
    }
}
