package org.guixue.person;

import java.util.Arrays;
import java.util.List;

/**
 * A movement that may be registered of a child now: what it brings about and what has to be said of it.
 *
 * @param consequence in one sentence
 * @param takesSchool whether another school may be named
 * @param takesElsewhere whether a school outside the county may be named
 * @param takesClass whether grade and class may be named
 * @param evidenceNeeded whether papers that show it must be named
 */
public record MovementChoice(
        MovementKind kind,
        String consequence,
        boolean takesSchool,
        boolean takesElsewhere,
        boolean takesClass,
        boolean evidenceNeeded) {

    static List<MovementChoice> of(Student child) {
        return Arrays.stream(MovementKind.values())
                .filter(kind -> kind.registered() && kind.mayFollow(child.state()))
                .map(kind -> of(kind, child.state()))
                .toList();
    }

    private static MovementChoice of(MovementKind kind, StudentState state) {
        boolean moves = kind == MovementKind.TRANSFER_IN || kind == MovementKind.TRANSFER_OUT;
        boolean returns = kind == MovementKind.RESUMPTION;
        boolean ordinary = kind == MovementKind.PROMOTION || kind == MovementKind.CLASS_CHANGE;
        return new MovementChoice(
                kind, consequence(kind, state), moves || returns, moves, moves || returns || ordinary, !ordinary);
    }

    /** Whether the child goes to another school, so that its own is no choice. */
    boolean leaves() {
        return kind == MovementKind.TRANSFER_IN || kind == MovementKind.TRANSFER_OUT;
    }

    private static String consequence(MovementKind kind, StudentState state) {
        return switch (kind) {
            case TRANSFER_IN -> "学籍转到接收学校，状态记为“在校”。";
            case TRANSFER_OUT -> "转往本县学校的，学籍随即转到该校；转往县外的，状态记为“已转出”，责任乡镇跟踪到接收学校确认为止。";
            case SUSPENSION -> "学籍保留，状态记为“休学”；期满应登记复学。";
            case RESUMPTION -> state == StudentState.DROPPED_OUT ? "状态记为“已复学”，劝返个案仍须凭依据销号。" : "状态记为“在校”。";
            case DROPOUT -> "状态记为“辍学”，应随即建立劝返个案，组织劝返。";
            case PROMOTION -> "年级记为新的年级，状态不变。";
            case GRADUATION -> "状态记为“已毕业”，不再列入在校学生。";
            case CLASS_CHANGE -> "班级记为新的班级，状态不变。";
            case CORRECTION, CATEGORY_CHANGE, SUSPICION, SUSPICION_REFUTED, HOME_TUITION, MERGER -> "";
        };
    }
}
