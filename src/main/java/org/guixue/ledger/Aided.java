package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.aid.Aid;

/** 资助: what children were given in the period. */
@ApplicationScoped
public class Aided implements Population {
    private final WorkReading work;
    private final RollReading roll;

    @Inject
    public Aided(WorkReading work, RollReading roll) {
        this.work = work;
        this.roll = roll;
    }

    @Override
    public String name() {
        return "aids";
    }

    @Override
    public List<Listed> of(Reported asked) {
        List<Aid> aids = work.aids(asked);
        Map<Long, ChildOnDay> children =
                roll.onDay(aids.stream().map(Aid::student).toList(), asked);
        return aids.stream()
                .map(aid -> listed(aid, children.get(aid.student().id())))
                .toList();
    }

    private static Listed listed(Aid aid, ChildOnDay child) {
        return new Listed(
                "f" + aid.id(),
                child.reporter(),
                Map.of(
                        "aid.kind", aid.kind(),
                        "aid.amount", aid.amount().toPlainString(),
                        "aid.on", aid.on(),
                        "aid.term", aid.term()),
                Optional.of(child));
    }
}
