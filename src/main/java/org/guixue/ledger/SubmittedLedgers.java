package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.calendar.Reporting;
import org.guixue.form.FormId;
import org.guixue.form.Ledger;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.ValuesJson;
import org.guixue.office.Office;

/** The ledgers that were submitted: sealed papers about an office's period. For the house itself; who reads them is asked above. */
@ApplicationScoped
@Transactional
public class SubmittedLedgers {
    private static final int CHUNK = 500;

    private final EntityManager database;

    @Inject
    public SubmittedLedgers(EntityManager database) {
        this.database = database;
    }

    /** All of one office's period that hold, the newest last; one that corrects another comes after it. */
    List<Instrument> of(FormId ledger, Office office, Reporting period) {
        return database.createQuery(
                        "select i from Instrument i where i.form = :form and i.term = :period and i.office = :office"
                                + " and i.state <> :void order by i.reservedAt, i.id",
                        Instrument.class)
                .setParameter("form", ledger.toString())
                .setParameter("period", period.name())
                .setParameter("office", office)
                .setParameter("void", InstrumentState.VOID)
                .getResultList();
    }

    Optional<Instrument> latest(FormId ledger, Office office, Reporting period) {
        List<Instrument> all = of(ledger, office, period);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The newest sealed one of each of these offices, by office. */
    Map<Long, Instrument> latest(FormId ledger, Collection<Office> offices, Reporting period) {
        List<Long> ids = offices.stream().map(Office::id).toList();
        Map<Long, Instrument> newest = new LinkedHashMap<>();
        for (int first = 0; first < ids.size(); first += CHUNK) {
            database.createQuery(
                            "select i from Instrument i where i.form = :form and i.term = :period and i.office.id in"
                                    + " :offices and i.state not in :unsealed order by i.reservedAt, i.id",
                            Instrument.class)
                    .setParameter("form", ledger.toString())
                    .setParameter("period", period.name())
                    .setParameter("offices", ids.subList(first, Math.min(first + CHUNK, ids.size())))
                    .setParameter("unsealed", List.of(InstrumentState.VOID, InstrumentState.RESERVED))
                    .getResultList()
                    .forEach(paper -> paper.office().ifPresent(office -> newest.put(office.id(), paper)));
        }
        return newest;
    }

    /** The number of the last that holds; what it says is not read. */
    Optional<String> latestSerial(FormId ledger, Office office, Reporting period) {
        return database.createQuery(
                        "select i.serial from Instrument i where i.form = :form and i.term = :period and i.office = :office"
                                + " and i.state <> :void order by i.reservedAt desc, i.id desc",
                        String.class)
                .setParameter("form", ledger.toString())
                .setParameter("period", period.name())
                .setParameter("office", office)
                .setParameter("void", InstrumentState.VOID)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** How many of these offices have submitted it. */
    int count(FormId ledger, Collection<Office> offices, Reporting period) {
        Set<Long> asked = offices.stream().map(Office::id).collect(Collectors.toSet());
        return (int) database.createQuery(
                        "select distinct i.office.id from Instrument i where i.form = :form and i.term = :period"
                                + " and i.state not in :unsealed",
                        Long.class)
                .setParameter("form", ledger.toString())
                .setParameter("period", period.name())
                .setParameter("unsealed", List.of(InstrumentState.VOID, InstrumentState.RESERVED))
                .getResultStream()
                .filter(asked::contains)
                .count();
    }

    /** What a submitted ledger says. */
    static Content content(Instrument submitted, Ledger ledger) {
        return content(ValuesJson.read(submitted.valuesJson()), ledger);
    }

    /** What a ledger says by these values of its paper. */
    static Content content(Map<String, Object> values, Ledger ledger) {
        Map<String, Object> totals = new LinkedHashMap<>();
        ledger.totals().forEach(total -> {
            Object value = values.get(total.name());
            if (value != null) {
                totals.put(total.name(), value);
            }
        });
        return new Content(rows(values), totals);
    }

    /** The rows among the values of a ledger's paper. */
    static List<Map<String, Object>> rows(Map<String, Object> values) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (values.get(Ledger.ROWS) instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> row = new LinkedHashMap<>();
                if (each instanceof Map<?, ?> cells) {
                    cells.forEach((name, value) -> row.put(String.valueOf(name), value));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
