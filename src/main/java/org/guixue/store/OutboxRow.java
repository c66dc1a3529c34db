package org.guixue.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One thing that the index has to learn. */
@Entity
@Table(name = "outbox")
public class OutboxRow {
    /** What the subject's id names. */
    public enum Kind {
        INSTRUMENT,
        STUDENT
    }

    @Id
    @Column(name = "outbox_no")
    private long number;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private long subject;

    protected OutboxRow() {}

    OutboxRow(long number, Kind kind, long subject) {
        this.number = number;
        this.kind = kind;
        this.subject = subject;
    }

    public long number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public long subject() {
        return subject;
    }
}
