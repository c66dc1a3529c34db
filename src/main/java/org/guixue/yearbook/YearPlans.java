package org.guixue.yearbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.guixue.store.Identifiers;

/** The years that counties have written. */
@ApplicationScoped
@Transactional
public class YearPlans {
    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public YearPlans(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    Optional<YearPlan> find(long office, int year) {
        return of(office).stream().filter(plan -> plan.year() == year).findFirst();
    }

    /** All years of a county: one a year, so few. */
    List<YearPlan> of(long office) {
        return database.createQuery("select p from YearPlan p where p.office = :office order by p.year", YearPlan.class)
                .setParameter("office", office)
                .getResultList();
    }

    /** How many there are and how often they were written. */
    String stamp() {
        Object[] row = database.createQuery("select count(p), sum(p.version) from YearPlan p", Object[].class)
                .getSingleResult();
        return row[0] + " " + row[1];
    }

    /** A new one, without content yet. */
    YearPlan begin(long office, int year) {
        return new YearPlan(identifiers.next("year_plan"), office, year);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(YearPlan plan) {
        database.persist(plan);
        database.flush();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void flush() {
        database.flush();
    }
}
