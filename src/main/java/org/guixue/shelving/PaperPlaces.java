package org.guixue.shelving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guixue.instrument.Instrument;
import org.guixue.office.ReasonsToKeep;

/** Where papers lie, by the id of their instrument. */
@ApplicationScoped
@Transactional
public class PaperPlaces implements ReasonsToKeep {
    private final EntityManager database;

    @Inject
    public PaperPlaces(EntityManager database) {
        this.database = database;
    }

    public Optional<PaperPlace> of(long instrument) {
        return Optional.ofNullable(database.find(PaperPlace.class, instrument));
    }

    /** Those of these that lie in a box; some hundred a question. */
    Map<Long, PaperPlace> of(Collection<Long> instruments) {
        return database.createQuery("select p from PaperPlace p where p.instrument in :ids", PaperPlace.class)
                .setParameter("ids", instruments)
                .getResultStream()
                .collect(Collectors.toMap(PaperPlace::instrument, Function.identity()));
    }

    /** The instruments with these ids, some hundred; fewer where some are unknown. */
    List<Instrument> papers(Collection<Long> ids) {
        return database.createQuery(
                        "select i from Instrument i left join fetch i.student where i.id in :ids", Instrument.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    void add(PaperPlace place) {
        database.persist(place);
    }

    void remove(PaperPlace place) {
        database.remove(place);
    }

    /** Writes what was changed, so that a clash shows here. */
    void settle() {
        database.flush();
    }

    /** What lies in that box beside these; a box holds some hundred. */
    List<PaperPlace> others(long office, String box, Collection<Long> instruments) {
        return database.createQuery(
                        "select p from PaperPlace p where p.office.id = :office and p.box = :box", PaperPlace.class)
                .setParameter("office", office)
                .setParameter("box", box)
                .getResultStream()
                .filter(place -> !instruments.contains(place.instrument()))
                .toList();
    }

    /** The place that the office used last. */
    public Optional<PaperPlace> latest(long office) {
        return database.createQuery(
                        "select p from PaperPlace p where p.office.id = :office order by p.placedAt desc",
                        PaperPlace.class)
                .setParameter("office", office)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<String> reasonToKeep(long office, boolean forGood) {
        long papers = !forGood
                ? 0
                : database.createQuery("select count(p) from PaperPlace p where p.office.id = :office", Long.class)
                        .setParameter("office", office)
                        .getSingleResult();
        return papers > 0 ? Optional.of("有%d份文书的原件存放在它的盒里".formatted(papers)) : Optional.empty();
    }
}
