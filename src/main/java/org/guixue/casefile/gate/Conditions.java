package org.guixue.casefile.gate;

import java.util.List;
import java.util.Optional;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.Situation;

/** All conditions, in the order in which they are told. */
public final class Conditions {
    private static final List<Condition> ALL = List.of(
            new PlacementByAbsence(),
            new DeferralForHealth(),
            new DeferralByRefusal(),
            new ExpertOpinion(),
            new HomeTuitionConditions(),
            new AttendanceConfirmed(),
            new StrikeOffGround());

    private Conditions() {}

    /** What stands in the way of an event, recommendations after what blocks. */
    public static List<Obstacle> judge(CaseEvent event, Situation before, Circumstances circumstances) {
        return ALL.stream()
                .map(condition -> condition.judge(event, before, circumstances))
                .flatMap(Optional::stream)
                .sorted((one, other) -> Boolean.compare(one.recommendation(), other.recommendation()))
                .toList();
    }
}
