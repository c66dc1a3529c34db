package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.guixue.access.OfficeKind;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;
import org.guixue.office.Office;

/** Computes what a ledger says from what is on record, for an office and a period. Changes nothing. */
@ApplicationScoped
public class Computing {
    private static final List<String> STAGES = List.of("小学", "初中");

    private final Iterable<Population> populations;

    @Inject
    public Computing(@Any Instance<Population> populations) {
        this((Iterable<Population>) populations);
    }

    Computing(Iterable<Population> populations) {
        this.populations = populations;
    }

    /** What that office sees of the period, for its own ledgers and those of the offices below it. */
    ReadPopulations read(Reported widest) {
        return new ReadPopulations(populations, widest);
    }

    /** All that comes to the office in the end, whether anybody has submitted it or not. */
    Content whole(Ledger ledger, Reported asked, ReportingLine line, ReadPopulations read) {
        return of(ledger, asked, line, read, reporter -> line.reaches(reporter, asked.office()));
    }

    /**
     * What is the office's own to report: not what others submit to it, but what a school that was closed before it could leaves
     * behind.
     *
     * @param submitted who has submitted
     */
    Content own(Ledger ledger, Reported asked, ReportingLine line, ReadPopulations read, Set<Long> submitted) {
        return of(ledger, asked, line, read, reporter -> line.through(reporter, asked.office())
                .filter(by -> by.id() == asked.office().id() || (by.closed() && !submitted.contains(by.id())))
                .isPresent());
    }

    private static Content of(
            Ledger ledger, Reported asked, ReportingLine line, ReadPopulations all, LongPredicate reporters) {
        RowConditions conditions = new RowConditions(asked, line);
        Tabulating table = new Tabulating(ledger, conditions);
        Belonging read = new Belonging(all, reporters);
        if (ledger.rows().per().isPresent()) {
            return table.content(groups(ledger, asked, line, conditions, table, read));
        }
        List<Reportable> entries = read.of(ledger.rows().of()).stream()
                .filter(entry -> conditions.hold(ledger.rows().where(), entry))
                .toList();
        return table.content(table.rows(entries));
    }

    /**
     * The rows of a ledger that lists one a row, by the office whose report each belongs in; all that the office sees.
     */
    static Map<Long, List<Map<String, Object>>> byReporter(
            Ledger ledger, Reported asked, ReportingLine line, ReadPopulations read) {
        RowConditions conditions = new RowConditions(asked, line);
        Tabulating table = new Tabulating(ledger, conditions);
        Map<Long, List<Map<String, Object>>> rows = new HashMap<>();
        read.byReporter(ledger.rows().of()).forEach((reporter, entries) -> {
            for (Reportable entry : entries) {
                if (conditions.hold(ledger.rows().where(), entry)) {
                    rows.computeIfAbsent(line.submitter(reporter), office -> new ArrayList<>())
                            .add(table.row(entry));
                }
            }
        });
        return rows;
    }

    /** What belongs in one report, by population. */
    private static final class Belonging {
        private final ReadPopulations all;
        private final LongPredicate reporters;
        private final Map<String, List<Reportable>> byPopulation = new HashMap<>();

        Belonging(ReadPopulations all, LongPredicate reporters) {
            this.all = all;
            this.reporters = reporters;
        }

        List<Reportable> of(String population) {
            return byPopulation.computeIfAbsent(population, name -> all.of(name, reporters));
        }
    }

    private static List<Map<String, Object>> groups(
            Ledger ledger,
            Reported asked,
            ReportingLine line,
            RowConditions conditions,
            Tabulating table,
            Belonging read) {
        String per = ledger.rows().per().orElseThrow();
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        always(per, asked, line).forEach(name -> groups.put(name, group(ledger, name)));
        read.of(ledger.rows().of()).stream()
                .filter(entry -> conditions.hold(ledger.rows().where(), entry))
                .map(entry -> entry.fact(per).toString())
                .map(name -> name.isEmpty() ? "未填" : name)
                .sorted()
                .forEach(name -> groups.computeIfAbsent(name, missing -> group(ledger, missing)));
        for (LedgerColumn column : ledger.columns()) {
            column.count().ifPresent(count -> read.of(count.of()).stream()
                    .filter(entry -> count.of().equals(ledger.rows().of())
                            ? conditions.hold(ledger.rows().where(), entry) && conditions.hold(count.where(), entry)
                            : conditions.hold(count.where(), entry))
                    .forEach(entry -> add(ledger, groups, entry.fact(per).toString(), column.name())));
        }
        groups.values().forEach(table::derive);
        return List.copyOf(groups.values());
    }

    private static void add(Ledger ledger, Map<String, Map<String, Object>> groups, String group, String column) {
        groups.computeIfAbsent(group.isEmpty() ? "未填" : group, name -> group(ledger, name))
                .merge(column, 1, (before, one) -> ((Number) before).intValue() + 1);
    }

    private static Map<String, Object> group(Ledger ledger, String name) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(Ledger.KEY, "g" + name);
        for (LedgerColumn column : ledger.columns()) {
            if (column.kind() == LedgerColumn.Kind.GROUP) {
                row.put(column.name(), name);
            } else if (column.kind() == LedgerColumn.Kind.COUNT) {
                row.put(column.name(), 0);
            }
        }
        return row;
    }

    /** Groups that stand in the table even where nothing is counted in them. */
    private static List<String> always(String per, Reported asked, ReportingLine line) {
        return switch (per) {
            case "student.stage" -> STAGES;
            case "student.school" -> open(line, OfficeKind.SCHOOL, asked);
            case "student.township" ->
                asked.office().kind() == OfficeKind.SCHOOL ? List.of() : open(line, OfficeKind.TOWNSHIP, asked);
            default -> List.of();
        };
    }

    private static List<String> open(ReportingLine line, OfficeKind kind, Reported asked) {
        return line.allOf(kind, asked.office()).stream()
                .filter(office -> !office.closed())
                .map(Office::name)
                .toList();
    }
}
