package org.guixue.person;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * A movement that somebody registers. Empty texts mean: as before.
 *
 * @param school office id of the school that the child goes to
 * @param elsewhere the school outside this county that it comes from or goes to
 * @param evidence the papers that show it, such as 转学申请表 or 县级以上医院证明
 */
public record MovementOrder(
        MovementKind kind,
        LocalDate on,
        OptionalLong school,
        String grade,
        String schoolClass,
        String elsewhere,
        String evidence) {}
