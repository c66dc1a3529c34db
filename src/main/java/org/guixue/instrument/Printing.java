package org.guixue.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.guixue.access.Caller;

/** That a paper left for the printer once, alone or in a run of several. */
@Entity
@Table(name = "printing")
public class Printing {
    @Id
    private Long id;

    @Column(name = "run_id")
    private String run;

    @Column(name = "instrument_id")
    private long instrument;

    @Column(name = "account_id")
    private long account;

    @Column(name = "account_name")
    private String accountName;

    @Column(name = "printed_at")
    private Instant printedAt;

    protected Printing() {}

    Printing(long id, String run, long instrument, Caller by, Instant at) {
        this.id = id;
        this.run = run;
        this.instrument = instrument;
        this.account = by.account();
        this.accountName = by.displayName();
        this.printedAt = at;
    }

    public String run() {
        return run;
    }

    public long instrument() {
        return instrument;
    }

    public String accountName() {
        return accountName;
    }

    public Instant printedAt() {
        return printedAt;
    }
}
