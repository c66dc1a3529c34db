package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why rows of an import are refused. */
@ApplicationScoped
@Transactional
public class RowRefusals {
    private final EntityManager database;

    @Inject
    public RowRefusals(EntityManager database) {
        this.database = database;
    }

    /** Why one row is refused, at one column. */
    public record Refusal(int row, String column, String message) {}

    /** All of them, by row. */
    public List<Refusal> of(long importId) {
        return within(importId, 0, Integer.MAX_VALUE);
    }

    @SuppressWarnings("unchecked")
    List<Refusal> within(long importId, int firstRow, int lastRow) {
        List<Object[]> rows = database.createNativeQuery(
                        "select row_no, column_name, message from roster_import_refusal"
                                + " where import_id = ? and row_no >= ? and row_no <= ? order by row_no, position_no")
                .setParameter(1, importId)
                .setParameter(2, firstRow)
                .setParameter(3, lastRow)
                .getResultList();
        return rows.stream()
                .map(row -> new Refusal(((Number) row[0]).intValue(), String.valueOf(row[1]), String.valueOf(row[2])))
                .toList();
    }

    /** By row, in one sentence, as the error workbook says it. */
    Map<Integer, String> sentences(long importId) {
        Map<Integer, List<Refusal>> byRow =
                of(importId).stream().collect(Collectors.groupingBy(Refusal::row, TreeMap::new, Collectors.toList()));
        Map<Integer, String> sentences = new LinkedHashMap<>();
        byRow.forEach((row, all) -> sentences.put(
                row,
                all.stream().map(each -> each.column() + "：" + each.message()).collect(Collectors.joining("；"))));
        return sentences;
    }
}
