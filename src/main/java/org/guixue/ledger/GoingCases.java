package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.Situation;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** The cases that went on in the period, as they stood on the reporting day. */
@ApplicationScoped
public class GoingCases implements Population {
    private final RollReading roll;
    private final Cases cases;
    private final Offices offices;

    @Inject
    public GoingCases(RollReading roll, Cases cases, Offices offices) {
        this.roll = roll;
        this.cases = cases;
        this.offices = offices;
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public List<CaseOnDay> of(Reported asked) {
        List<Case> found = roll.cases(asked);
        Map<Long, CaseHistory> histories =
                cases.histories(found.stream().map(Case::id).toList());
        Map<Long, ChildOnDay> children =
                roll.onDay(found.stream().map(Case::student).toList(), asked);
        LongFunction<String> names = names();
        List<CaseOnDay> onDay = new ArrayList<>();
        for (Case each : found) {
            Optional<CaseHistory> history = Optional.ofNullable(histories.get(each.id()));
            history.flatMap(all -> all.on(asked.asOf(), asked.knownBy()))
                    .ifPresent(then -> onDay.add(new CaseOnDay(
                            children.get(each.student().id()),
                            each,
                            then,
                            history.flatMap(all -> all.on(asked.period().from().minusDays(1), asked.knownBy()))
                                    .map(Situation::state),
                            asked,
                            names)));
        }
        return onDay;
    }

    private LongFunction<String> names() {
        Map<Long, String> known = new ConcurrentHashMap<>();
        return id -> known.computeIfAbsent(
                id, wanted -> offices.find(wanted).map(Office::name).orElse(""));
    }
}
