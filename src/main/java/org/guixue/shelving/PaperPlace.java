package org.guixue.shelving;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;

/** Where the paper original of one instrument lies now; where it lay before is in the audit trail (档案法 第三十八条). */
@Entity
@Table(name = "paper_place")
public class PaperPlace {
    @Id
    @Column(name = "instrument_id")
    private long instrument;

    @ManyToOne
    @JoinColumn(name = "office_id")
    private Office office;

    @Column(name = "issued_year")
    private int issuedYear;

    private String box;
    private String shelf;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Column(name = "placed_by")
    private long placedBy;

    @Column(name = "placed_by_name")
    private String placedByName;

    @Version
    private int version;

    protected PaperPlace() {}

    PaperPlace(Instrument instrument, Office office, BoxOnShelf where, Caller by, Instant at) {
        this.instrument = instrument.id();
        this.issuedYear = instrument.serialYear();
        move(office, where, by, at);
    }

    final void move(Office to, BoxOnShelf where, Caller by, Instant at) {
        office = to;
        box = where.box();
        shelf = where.shelf();
        placedAt = at;
        placedBy = by.account();
        placedByName = by.displayName();
    }

    boolean isAt(Office there, BoxOnShelf where) {
        return office.id() == there.id() && box.equals(where.box()) && shelf.equals(where.shelf());
    }

    public long instrument() {
        return instrument;
    }

    /** Whose box it is: a box number is unique within its office. */
    public Office office() {
        return office;
    }

    public String box() {
        return box;
    }

    public String shelf() {
        return shelf;
    }

    public Instant placedAt() {
        return placedAt;
    }

    public String placedByName() {
        return placedByName;
    }
}
