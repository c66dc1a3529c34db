package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.office.Office;
import org.guixue.person.Movement;
import org.guixue.person.Standing;

/** 学生异动: the movements of the period. One between two schools stands in the register of both, and is counted once above them. */
@ApplicationScoped
public class RollMovements implements Population {
    private final RollReading roll;

    @Inject
    public RollMovements(RollReading roll) {
        this.roll = roll;
    }

    @Override
    public String name() {
        return "movements";
    }

    @Override
    public List<Listed> of(Reported asked) {
        List<Movement> movements = roll.movements(asked);
        Map<Long, ChildOnDay> children =
                roll.onDay(movements.stream().map(Movement::student).toList(), asked);
        List<Listed> all = new ArrayList<>();
        for (Movement each : movements) {
            ChildOnDay child = children.get(each.student().id());
            for (long reporter : reporters(each)) {
                all.add(listed(each, reporter, child));
            }
        }
        return all;
    }

    private static Set<Long> reporters(Movement movement) {
        Set<Long> reporters = new LinkedHashSet<>();
        movement.to().school().map(Office::id).ifPresent(reporters::add);
        movement.from().school().map(Office::id).ifPresent(reporters::add);
        if (reporters.isEmpty()) {
            reporters.add(movement.student().township().id());
        }
        return reporters;
    }

    private static Listed listed(Movement movement, long reporter, ChildOnDay child) {
        return new Listed(
                "m" + movement.id(),
                reporter,
                Map.of(
                        "movement.on", movement.on(),
                        "movement.kind", movement.kind().name(),
                        "movement.kindLabel", movement.kind().label(),
                        "movement.fromSchool", school(movement.from()),
                        "movement.toSchool", school(movement.to()),
                        "movement.fromGradeClass", gradeClass(movement.from()),
                        "movement.toGradeClass", gradeClass(movement.to()),
                        "movement.elsewhere", movement.elsewhere(),
                        "movement.evidence", movement.evidenceFor(false),
                        "movement.recorder", movement.recorder()),
                Optional.of(child));
    }

    private static String school(Standing standing) {
        return standing.school().map(Office::name).orElse("");
    }

    private static String gradeClass(Standing standing) {
        return standing.grade() + standing.schoolClass();
    }
}
