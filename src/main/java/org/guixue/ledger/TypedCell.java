package org.guixue.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.guixue.access.Caller;
import org.guixue.calendar.Reporting;
import org.guixue.form.FormId;
import org.guixue.office.Office;

/**
 * What somebody typed into one cell of a ledger that no fact fills. It outlives the submitting, so that a correction carries it
 * on, and a row that leaves the ledger, so that it is there again when the row is. Emptied, it stays and says that it is empty.
 */
@Entity
@Table(name = "typed_cell")
public class TypedCell {
    @Id
    private Long id;

    private String ledger;

    @ManyToOne
    private Office office;

    private String period;

    @Column(name = "row_key")
    private String row;

    @Column(name = "column_name")
    private String column;

    private String words;

    @Column(name = "typed_by")
    private String by;

    @Column(name = "typed_at")
    private Instant at;

    protected TypedCell() {}

    TypedCell(long id, FormId ledger, Office office, Reporting period, String row, String column) {
        this.id = id;
        this.ledger = ledger.toString();
        this.office = office;
        this.period = period.name();
        this.row = row;
        this.column = column;
    }

    void type(String text, Caller caller, Instant now) {
        words = text;
        by = caller.displayName();
        at = now;
    }

    /** Which cell of which ledger, for whoever reads a log. */
    @Override
    public String toString() {
        return "%s %s office %d, %s of %s".formatted(ledger, period, office.id(), column, row);
    }

    String row() {
        return row;
    }

    String column() {
        return column;
    }

    String words() {
        return words;
    }

    String by() {
        return by;
    }

    Instant at() {
        return at;
    }
}
