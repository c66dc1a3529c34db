package org.guixue.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Scope;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.guixue.store.Transactions;

/** How far the schools of a scope are with the turn of a year. One school after the other is worked out, none is kept. */
@ApplicationScoped
public class Overview {
    private final Transactions transactions;
    private final Planning planning;
    private final Promotions promotions;

    @Inject
    public Overview(Transactions transactions, Planning planning, Promotions promotions) {
        this.transactions = transactions;
        this.planning = planning;
        this.promotions = promotions;
    }

    public List<SchoolLine> of(Scope scope, SchoolYear year) {
        Map<Long, Promotion> known = transactions.run(() -> promotions.within(scope, year));
        return planning.schools(scope).stream()
                .map(school -> line(school, year, Optional.ofNullable(known.get(school.id()))))
                .filter(line ->
                        !line.plan().steps().isEmpty() || line.promotion().isPresent())
                .toList();
    }

    /** One school. */
    public SchoolLine of(Office school, SchoolYear year) {
        return line(school, year, transactions.run(() -> promotions.find(school.id(), year)));
    }

    private SchoolLine line(Office school, SchoolYear year, Optional<Promotion> promotion) {
        return new SchoolLine(planning.plan(school, year), promotion);
    }
}
