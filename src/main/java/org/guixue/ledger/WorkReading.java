package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guixue.aid.Aid;
import org.guixue.calendar.SchoolYear;
import org.guixue.delivery.Delivery;
import org.guixue.duty.Duty;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.person.Students;
import org.guixue.watch.Watch;
import org.guixue.watch.WatchGroup;

/** Reads the papers, deliveries, agreements, aid and children at risk that belong to a period, in a query each. */
@ApplicationScoped
@Transactional
public class WorkReading {
    private static final int CHUNK = 500;

    private final EntityManager database;

    @Inject
    public WorkReading(EntityManager database) {
        this.database = database;
    }

    private static String within(Reported asked) {
        return asked.office().scope().path() + "%";
    }

    /** Every number that was allotted in the period, void ones too; ledgers themselves not. */
    List<Instrument> papers(Reported asked) {
        return database.createQuery(
                        "select i from Instrument i left join fetch i.student where i.issuerPath like :within"
                                + " and i.issuedOn between :from and :until order by i.seriesKey, i.serialNo",
                        Instrument.class)
                .setParameter("within", within(asked))
                .setParameter("from", asked.period().from())
                .setParameter("until", asked.asOf())
                .getResultList();
    }

    List<Delivery> deliveries(Reported asked) {
        return database.createQuery(
                        "select d from Delivery d join fetch d.instrument i where i.issuerPath like :within"
                                + " and d.deliveredOn between :from and :until order by d.deliveredOn, d.id",
                        Delivery.class)
                .setParameter("within", within(asked))
                .setParameter("from", asked.period().from())
                .setParameter("until", asked.asOf())
                .getResultList();
    }

    /** Who answers for what in the school year of the reporting day. */
    List<Duty> duties(Reported asked) {
        return database.createQuery(
                        "select d from Duty d where d.office.path like :within and d.schoolYear = :year"
                                + " and d.slot is not null order by d.layer, d.id",
                        Duty.class)
                .setParameter("within", within(asked))
                .setParameter("year", SchoolYear.of(asked.asOf()).begins())
                .getResultList();
    }

    /** What was given in the period and not taken back. */
    List<Aid> aids(Reported asked) {
        return database.createQuery(
                        "select a from Aid a join fetch a.student s where a.paidOn between :from and :until and "
                                + Students.VISIBLE + " and a.counters is null and not exists (select c.id from Aid c"
                                + " where c.counters = a.id) order by a.paidOn, a.id",
                        Aid.class)
                .setParameter("within", within(asked))
                .setParameter("from", asked.period().from())
                .setParameter("until", asked.asOf())
                .getResultList();
    }

    /** Children at risk in the period; those of groups that tell of health or disability are kept apart (另册). */
    List<Watch> watches(Reported asked) {
        return database.createQuery(
                        "select w from Watch w join fetch w.student s where w.sinceOn <= :until and (w.untilOn is null or"
                                + " w.untilOn >= :from) and w.group in :open and " + Students.VISIBLE
                                + " order by w.sinceOn, w.id",
                        Watch.class)
                .setParameter("within", within(asked))
                .setParameter("from", asked.period().from())
                .setParameter("until", asked.asOf())
                .setParameter("open", WatchGroup.seen(false))
                .getResultList();
    }

    /** When each of these was last talked to or visited by the day, and how often; by watch. */
    Map<Long, Contacts> contacts(List<Watch> watches, LocalDate until) {
        Map<Long, Contacts> contacts = new HashMap<>();
        List<Long> ids = watches.stream().map(Watch::id).toList();
        for (int first = 0; first < ids.size(); first += CHUNK) {
            database.createQuery(
                            "select n.watch.id, count(n), max(n.onDay) from WatchNote n where n.watch.id in :ids"
                                    + " and n.onDay <= :until group by n.watch.id",
                            Object[].class)
                    .setParameter("ids", ids.subList(first, Math.min(first + CHUNK, ids.size())))
                    .setParameter("until", until)
                    .getResultList()
                    .forEach(row ->
                            contacts.put((Long) row[0], new Contacts(((Long) row[1]).intValue(), (LocalDate) row[2])));
        }
        return contacts;
    }

    /** How often, and when last. */
    record Contacts(int count, LocalDate last) {}

    /** The newest sealed 一生一表 of each of these children that is not void; by child. */
    Map<Long, Instrument> registrations(List<Long> children, LocalDate until) {
        Map<Long, Instrument> newest = new HashMap<>();
        for (int first = 0; first < children.size(); first += CHUNK) {
            database.createQuery(
                            "select i from Instrument i join fetch i.student s where s.id in :ids and i.kind = :kind"
                                    + " and i.issuedOn <= :until and i.state not in :unsealed order by i.issuedOn,"
                                    + " i.reservedAt, i.id",
                            Instrument.class)
                    .setParameter("until", until)
                    .setParameter("ids", children.subList(first, Math.min(first + CHUNK, children.size())))
                    .setParameter("kind", "DROPOUT_REGISTRATION")
                    .setParameter("unsealed", List.of(InstrumentState.VOID, InstrumentState.RESERVED))
                    .getResultList()
                    .forEach(paper -> newest.put(paper.childId(), paper));
        }
        return newest;
    }

    /** Those of these papers that are void, by id. */
    Map<Long, Instrument> voided(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        Map<Long, Instrument> gone = new HashMap<>();
        for (int first = 0; first < all.size(); first += CHUNK) {
            database.createQuery("select i from Instrument i where i.id in :ids and i.state = :void", Instrument.class)
                    .setParameter("ids", all.subList(first, Math.min(first + CHUNK, all.size())))
                    .setParameter("void", InstrumentState.VOID)
                    .getResultList()
                    .forEach(paper -> gone.put(paper.id(), paper));
        }
        return gone;
    }

    /**
     * One series of numbers.
     *
     * @param example one of its serial numbers
     */
    record Series(String key, String office, String example, long count, long last) {}

    /** The series of the reporting day's year of the office and those below it. */
    List<Series> series(Reported asked) {
        return database
                .createQuery(
                        "select i.seriesKey, i.issuer.name, max(i.serial), count(i), max(i.serialNo) from Instrument i"
                                + " where i.issuerPath like :within and i.serialYear = :year group by i.seriesKey,"
                                + " i.issuer.name order by i.seriesKey",
                        Object[].class)
                .setParameter("within", within(asked))
                .setParameter("year", asked.asOf().getYear())
                .getResultList()
                .stream()
                .map(row -> new Series(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Long) row[3],
                        ((Number) row[4]).longValue()))
                .toList();
    }

    List<Long> numbers(String series) {
        return database.createQuery("select i.serialNo from Instrument i where i.seriesKey = :series", Long.class)
                .setParameter("series", series)
                .getResultList();
    }
}
