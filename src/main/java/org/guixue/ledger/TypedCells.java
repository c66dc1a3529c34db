package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.calendar.Reporting;
import org.guixue.form.FormId;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;
import org.guixue.office.Office;
import org.guixue.store.Identifiers;

/** What was typed into the ledgers of an office and a period. */
@ApplicationScoped
@Transactional
public class TypedCells {
    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public TypedCells(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    List<TypedCell> of(Ledger ledger, Office office, Reporting period) {
        return ledger.typed().isEmpty()
                ? List.of()
                : database.createQuery(
                                "select c from TypedCell c where c.office = :office and c.ledger = :ledger and c.period ="
                                        + " :period order by c.id",
                                TypedCell.class)
                        .setParameter("office", office)
                        .setParameter("ledger", ledger.id().toString())
                        .setParameter("period", period.name())
                        .getResultList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    TypedCell begun(FormId ledger, Office office, Reporting period, String row, String column) {
        return new TypedCell(identifiers.next("typed_cell"), ledger, office, period, row, column);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void store(TypedCell cell) {
        database.persist(cell);
    }

    /** The content with what was typed at the office in its place; what was emptied is empty. */
    static Content over(Content content, List<TypedCell> cells) {
        Map<String, Map<String, String>> byRow = new LinkedHashMap<>();
        cells.forEach(cell ->
                byRow.computeIfAbsent(cell.row(), row -> new LinkedHashMap<>()).put(cell.column(), cell.words()));
        return content.with(byRow);
    }

    /** How many of them say something of a row that is not there. */
    static int left(Content content, List<TypedCell> cells) {
        Set<String> rows = content.rows().stream()
                .map(row -> String.valueOf(row.get(Ledger.KEY)))
                .collect(Collectors.toSet());
        return (int) cells.stream()
                .filter(cell -> !cell.words().isEmpty() && !rows.contains(cell.row()))
                .count();
    }

    /** With what the office's last submitted issue says in columns that are typed: a home that was built again from its archive has no other. */
    static Content keeping(Content own, Content submitted, Ledger ledger) {
        Map<String, Map<String, String>> byRow = new LinkedHashMap<>();
        for (Map<String, Object> row : submitted.rows()) {
            for (LedgerColumn column : ledger.typed()) {
                if (row.get(column.name()) instanceof String words) {
                    byRow.computeIfAbsent(String.valueOf(row.get(Ledger.KEY)), key -> new LinkedHashMap<>())
                            .put(column.name(), words);
                }
            }
        }
        return own.with(byRow);
    }
}
