package org.guixue.person;

import static org.guixue.person.StudentState.AT_RISK;
import static org.guixue.person.StudentState.DROPPED_OUT;
import static org.guixue.person.StudentState.ENROLLED;
import static org.guixue.person.StudentState.GRADUATED;
import static org.guixue.person.StudentState.NOT_ENROLLED;
import static org.guixue.person.StudentState.RETURNED;
import static org.guixue.person.StudentState.SUSPENDED;
import static org.guixue.person.StudentState.TRANSFERRED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What may happen to a child on the roll (学生异动登记: 转入、转出、休学、复学、辍学等, 天梯政办〔2019〕30号), and from which states. */
public enum MovementKind {
    TRANSFER_IN("转入"),
    TRANSFER_OUT("转出"),
    SUSPENSION("休学"),
    RESUMPTION("复学"),
    DROPOUT("辍学"),
    PROMOTION("升级"),
    GRADUATION("毕业"),
    CLASS_CHANGE("调班"),
    /** What the roster says put right: school, grade, class, state or the child's details. */
    CORRECTION("学籍信息更正"),
    CATEGORY_CHANGE("类别变更"),
    SUSPICION("疑似辍学"),
    SUSPICION_REFUTED("排除疑似辍学"),
    HOME_TUITION("送教上门"),
    /** The school closed and another took its place. */
    MERGER("学校撤并");

    /** Those that nobody registers: the roster writes them itself. */
    static final Set<MovementKind> OF_THE_ROSTER = EnumSet.of(CORRECTION, CATEGORY_CHANGE, MERGER);

    /** Those that follow from a child's case. */
    static final Set<MovementKind> OF_THE_CASE = EnumSet.of(SUSPICION, SUSPICION_REFUTED, HOME_TUITION);

    private final String label;

    MovementKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether somebody registers it. */
    public boolean registered() {
        return !OF_THE_ROSTER.contains(this) && !OF_THE_CASE.contains(this);
    }

    public boolean mayFollow(StudentState state) {
        return switch (this) {
            case TRANSFER_IN -> state.atSchool() || state == TRANSFERRED || state == NOT_ENROLLED;
            case TRANSFER_OUT -> state.atSchool() || state == SUSPENDED;
            case SUSPENSION -> state.atSchool() || state == DROPPED_OUT;
            case RESUMPTION -> state == SUSPENDED || state == DROPPED_OUT || state == AT_RISK;
            case DROPOUT -> state.atSchool() || state == SUSPENDED || state == NOT_ENROLLED;
            case PROMOTION, GRADUATION -> state.atSchool();
            case CLASS_CHANGE -> state.atSchool() || state == SUSPENDED || state == DROPPED_OUT;
            case CORRECTION, CATEGORY_CHANGE, SUSPICION, SUSPICION_REFUTED, HOME_TUITION, MERGER -> true;
        };
    }

    /** The state that follows; {@code elsewhere} says that the child leaves for a school that is not on this roster. */
    StudentState after(StudentState state, boolean elsewhere) {
        return switch (this) {
            case TRANSFER_IN -> ENROLLED;
            case TRANSFER_OUT -> elsewhere ? TRANSFERRED : state == SUSPENDED ? SUSPENDED : ENROLLED;
            case SUSPENSION -> SUSPENDED;
            case RESUMPTION -> state == SUSPENDED ? ENROLLED : RETURNED;
            case DROPOUT -> DROPPED_OUT;
            case GRADUATION -> GRADUATED;
            case PROMOTION, CLASS_CHANGE, CORRECTION, CATEGORY_CHANGE, MERGER -> state;
            case SUSPICION -> AT_RISK;
            case SUSPICION_REFUTED, HOME_TUITION -> ENROLLED;
        };
    }

    /** By its name or its Chinese label. */
    public static Optional<MovementKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(text) || kind.label.equals(text))
                .findFirst();
    }
}
