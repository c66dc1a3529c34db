package org.guixue.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.guixue.access.Caller;

/** Whoever is named as signatory (签发人) of a paper that went out without approval stands against it. One a paper, for good. */
@Entity
@Table(name = "objection")
public class Objection {
    @Id
    @Column(name = "instrument_id")
    private long id;

    @OneToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "instrument_id", insertable = false, updatable = false)
    private Instrument instrument;

    @Column(name = "account_id")
    private long account;

    @Column(name = "display_name")
    private String displayName;

    private String reason;

    @Column(name = "objected_at")
    private Instant objectedAt;

    protected Objection() {}

    Objection(Instrument instrument, Caller by, String reason, Instant at) {
        this.id = instrument.id();
        this.instrument = instrument;
        this.account = by.account();
        this.displayName = by.displayName();
        this.reason = reason;
        this.objectedAt = at;
    }

    public Instrument instrument() {
        return instrument;
    }

    /** The account that objects. */
    public long by() {
        return account;
    }

    public String byName() {
        return displayName;
    }

    public String reason() {
        return reason;
    }

    public Instant at() {
        return objectedAt;
    }
}
