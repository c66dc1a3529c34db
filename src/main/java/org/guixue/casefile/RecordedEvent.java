package org.guixue.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.guixue.access.Caller;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;

/** An event of a case as it is kept: with who wrote it down. Only added, never changed. */
@Entity
@Table(name = "case_event")
public class RecordedEvent {
    /** What {@link #event(Object[])} reads, with the case before it. */
    static final String ROWS =
            "select e.caseFile.id, e.id, e.kind, e.happenedOn, e.recordedAt, e.office, e.words, e.late,"
                    + " e.facts, e.basis from RecordedEvent e";

    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "case_id")
    private Case caseFile;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    @Column(name = "happened_on")
    private LocalDate happenedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private long recordedBy;

    private String recorder;

    @Column(name = "office_id")
    private long office;

    private String words;
    private String late;
    private String facts;
    private String basis;

    protected RecordedEvent() {}

    RecordedEvent(long id, Case caseFile, CaseEvent event, Caller caller) {
        this.id = id;
        this.caseFile = caseFile;
        this.kind = event.kind();
        this.happenedOn = event.on();
        this.recordedAt = event.recordedAt();
        this.recordedBy = caller.account();
        this.recorder = caller.displayName();
        this.office = event.office();
        this.words = event.words();
        this.late = event.late();
        this.facts = FactsColumn.written(event.facts());
        this.basis = BasisColumn.written(event.basis());
    }

    public CaseEvent event() {
        return new CaseEvent(
                id,
                kind,
                happenedOn,
                recordedAt,
                office,
                words,
                late,
                FactsColumn.read(facts),
                BasisColumn.read(basis));
    }

    /** One of many, from its row. */
    static CaseEvent event(Object[] row) {
        return new CaseEvent(
                (Long) row[1],
                (EventKind) row[2],
                (LocalDate) row[3],
                (Instant) row[4],
                (Long) row[5],
                (String) row[6],
                (String) row[7],
                FactsColumn.read((String) row[8]),
                BasisColumn.read((String) row[9]));
    }

    public long id() {
        return id;
    }

    public Case caseFile() {
        return caseFile;
    }

    public long recordedBy() {
        return recordedBy;
    }

    /** The name of who recorded it, as it was then. */
    public String recorder() {
        return recorder;
    }
}
