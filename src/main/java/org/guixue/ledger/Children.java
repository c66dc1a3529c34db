package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The children on the roll. */
@ApplicationScoped
public class Children implements Population {
    private final RollReading roll;

    @Inject
    public Children(RollReading roll) {
        this.roll = roll;
    }

    @Override
    public String name() {
        return "students";
    }

    @Override
    public List<ChildOnDay> of(Reported asked) {
        return roll.children(asked);
    }
}
