package org.guixue.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.Reporting;

/**
 * A ledger or periodic report (台账、报表): which rows it has, what each column says, who submits it for which period, and the
 * paper that it becomes. It is computed, and frozen when it is submitted; only what no fact fills is typed, where a column says
 * so. Immutable.
 *
 * @param paper the form under which it is issued; about an office's period
 * @param period for how long each one is
 * @param levels kinds of office that submit it
 * @param source the document that prescribes it, and the clause
 * @param layout 版式依据: {@code source} where the source gives its columns, {@code own} where it gives none and they are
 *     the county's to change
 * @param checks what its figures must agree with
 */
public record Ledger(
        Form paper,
        Reporting.Kind period,
        List<OfficeKind> levels,
        String source,
        String layout,
        boolean landscape,
        LedgerRows rows,
        List<LedgerColumn> columns,
        List<LedgerTotal> totals,
        List<String> notes,
        List<LedgerCheck> checks) {
    /** The name of the table of rows among the values of its paper. */
    public static final String ROWS = "rows";

    /** The hidden column that tells rows apart over the years: which child, paper or group it is. */
    public static final String KEY = "key";

    /** The hidden column that says in which of the conditional totals a row counts, by name, apart by spaces. */
    public static final String MARKS = "marks";

    /** The kind of the papers. */
    public static final String KIND = "LEDGER";

    /** What every ledger's paper may show of itself, beside what any paper shows. */
    public static final Set<String> OF_ITSELF = Set.of(
            "unit",
            "sentTo",
            "periodLabel",
            "period",
            "year",
            "asOf",
            "filledOn",
            "filledBy",
            "count",
            "corrects",
            "changes",
            "missing");

    public Ledger {
        levels = List.copyOf(levels);
        columns = List.copyOf(columns);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
        checks = List.copyOf(checks);
    }

    public FormId id() {
        return paper.id();
    }

    public String title() {
        return paper.title();
    }

    /** The same ledger as another county names and keeps it. */
    public Ledger as(Adoption adoption) {
        return on(paper.as(adoption));
    }

    /** The same ledger on another version of its paper. */
    Ledger on(Form other) {
        return new Ledger(other, period, levels, source, layout, landscape, rows, columns, totals, notes, checks);
    }

    public Optional<LedgerColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The columns that who fills it types. */
    public List<LedgerColumn> typed() {
        return columns.stream().filter(LedgerColumn::typed).toList();
    }

    /** Whether a column tells of health or disability, so that the whole is for holders of the grant. */
    public boolean sensitive() {
        return paper.fields().stream().anyMatch(Field::sensitive);
    }
}
