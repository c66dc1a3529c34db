package org.guixue.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;

/** The rounds and their findings as the database keeps them. Each call is a transaction, or joins the one that is open. */
@ApplicationScoped
public class FixityRounds {
    private static final Logger LOG = Logger.getLogger(FixityRounds.class.getName());

    private final EntityManager database;
    private final Transactions transactions;
    private final Identifiers identifiers;
    private final Clock clock;

    @Inject
    public FixityRounds(EntityManager database, Transactions transactions, Identifiers identifiers, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** A copy of what is kept; one that never began where nothing is. */
    public FixityRound kept(String name) {
        return transactions.run(() -> {
            FixityRound found = database.find(FixityRound.class, name);
            return found == null ? new FixityRound(name) : found.copy();
        });
    }

    void keep(FixityRound round) {
        transactions.perform(() -> {
            FixityRound found = database.find(FixityRound.class, round.name());
            if (found == null) {
                database.persist(round.copy());
            } else {
                found.take(round);
            }
        });
    }

    /** What does not fit, the oldest first. */
    public List<FixityFinding> open(String round, int most) {
        return transactions.run(() -> database.createQuery(
                        "select f from FixityFinding f where f.roundName = :round and f.mendedAt is null"
                                + " order by f.foundAt, f.place",
                        FixityFinding.class)
                .setParameter("round", round)
                .setMaxResults(most)
                .getResultList());
    }

    public long countOpen(String round) {
        return transactions.run(() -> database.createQuery(
                        "select count(f) from FixityFinding f where f.roundName = :round and f.mendedAt is null",
                        Long.class)
                .setParameter("round", round)
                .getSingleResult());
    }

    /** Those of them of which nobody has said why they cannot be mended. */
    public long countUnexplained(String round) {
        return transactions.run(() -> database.createQuery(
                        "select count(f) from FixityFinding f where f.roundName = :round and f.mendedAt is null"
                                + " and f.explainedAt is null",
                        Long.class)
                .setParameter("round", round)
                .getSingleResult());
    }

    /** What was found and is whole again, the latest first. */
    public List<FixityFinding> mended(int most) {
        return transactions.run(() -> database.createQuery(
                        "select f from FixityFinding f where f.mendedAt is not null order by f.mendedAt desc, f.id",
                        FixityFinding.class)
                .setMaxResults(most)
                .getResultList());
    }

    Optional<FixityFinding> find(long id) {
        return Optional.ofNullable(database.find(FixityFinding.class, id));
    }

    /** Writes down what does not fit; one that is known already was seen once more. A new one is an alarm. */
    void note(String round, Collection<Odd> found) {
        if (found.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Odd> alarms = transactions.run(() -> {
            List<Odd> news = new ArrayList<>();
            for (Odd odd : found) {
                List<FixityFinding> known = at(round, odd.place());
                known.forEach(finding -> finding.see(odd, now));
                if (known.isEmpty()) {
                    database.persist(new FixityFinding(identifiers.next("fixity_finding"), round, odd, now));
                    database.flush();
                    news.add(odd);
                }
            }
            return news;
        });
        alarms.forEach(odd -> LOG.severe(() -> "ALARM: " + odd.kind() + " " + odd.place()));
    }

    private List<FixityFinding> at(String round, String place) {
        return database.createQuery(
                        "select f from FixityFinding f where f.roundName = :round and f.place = :place"
                                + " and f.mendedAt is null",
                        FixityFinding.class)
                .setParameter("round", round)
                .setParameter("place", place)
                .getResultList();
    }

    /** These places were seen whole again. */
    void mend(String round, Collection<String> places) {
        Instant now = clock.instant();
        transactions.perform(() -> places.forEach(place -> at(round, place).forEach(finding -> finding.mend(now))));
        places.forEach(place -> LOG.info(() -> "whole again: " + place));
    }

    /** What a whole round that began then has not come upon again. */
    void mendUnseenSince(String round, Instant began) {
        List<String> gone = transactions.run(() -> database.createQuery(
                        "select f.place from FixityFinding f where f.roundName = :round and f.mendedAt is null"
                                + " and f.seenAt < :began",
                        String.class)
                .setParameter("round", round)
                .setParameter("began", began)
                .getResultList());
        mend(round, gone);
    }
}
