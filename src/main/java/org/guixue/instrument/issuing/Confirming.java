package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.guixue.archive.Accessioned;
import org.guixue.audit.PaperTrail;
import org.guixue.audit.Who;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.Outbox;
import org.guixue.instrument.RegisterHeads;

/** Step 3 of issuing, one transaction: the record's digest, the register's head, the audit event, the outbox row. */
@ApplicationScoped
public class Confirming {
    @Inject
    private Instruments instruments;

    @Inject
    private RegisterHeads heads;

    @Inject
    private Outbox outbox;

    @Inject
    private PaperTrail trail;

    @Inject
    private Clock clock;

    @Transactional
    public void confirm(long id, Accessioned accessioned, int pages) {
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
        outbox.instrument(id);
    }

    @Transactional
    public void postpone(long id, String fault, Instant nextTry) {
        instruments.find(id).orElseThrow().postpone(fault, nextTry);
    }
}
