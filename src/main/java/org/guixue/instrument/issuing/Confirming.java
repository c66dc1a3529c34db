package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.guixue.archive.Accessioned;
import org.guixue.audit.PaperTrail;
import org.guixue.audit.Who;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.PapersInCase;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;
import org.guixue.store.Transactions;

/** Step 3 of issuing, one transaction: the record's digest, the register's head, the audit event, the outbox row. */
@ApplicationScoped
public class Confirming {
    private final Transactions transactions;
    private final Instruments instruments;
    private final RegisterHeads heads;
    private final Outbox outbox;
    private final PaperTrail trail;
    private final PapersInCase inCase;
    private final Clock clock;

    @Inject
    public Confirming(
            Transactions transactions,
            Instruments instruments,
            RegisterHeads heads,
            Outbox outbox,
            PaperTrail trail,
            PapersInCase inCase,
            Clock clock) {
        this.transactions = transactions;
        this.instruments = instruments;
        this.heads = heads;
        this.outbox = outbox;
        this.trail = trail;
        this.inCase = inCase;
        this.clock = clock;
    }

    public void confirm(long id, Accessioned accessioned, int pages) {
        transactions.perform(() -> confirmOnce(id, accessioned, pages));
    }

    private void confirmOnce(long id, Accessioned accessioned, int pages) {
        Instrument instrument = instruments.find(id).orElseThrow();
        instrument.confirm(accessioned.sha256(), pages, clock.instant());
        heads.remember(accessioned.register());
        trail.issued(
                new Who(
                        instrument.issuedBy(),
                        "",
                        instrument.issuedByName(),
                        instrument.issuer().id(),
                        ""),
                id,
                instrument.childId(),
                accessioned.sha256().hex());
        outbox.put(OutboxRow.Kind.INSTRUMENT, id);
        inCase.issued(instrument);
    }

    public void postpone(long id, String fault, Instant nextTry) {
        transactions.perform(() -> postponeOnce(id, fault, nextTry));
    }

    private void postponeOnce(long id, String fault, Instant nextTry) {
        instruments.find(id).orElseThrow().postpone(fault, nextTry);
    }
}
