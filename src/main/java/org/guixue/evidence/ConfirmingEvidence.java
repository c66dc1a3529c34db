package org.guixue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.guixue.archive.Accessioned;
import org.guixue.archive.Act;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.Event;
import org.guixue.audit.EvidenceTrail;
import org.guixue.audit.Who;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.store.Transactions;

/** The end of what was reserved, one transaction each: it lies in the archive, or it never came there. */
@ApplicationScoped
public class ConfirmingEvidence {
    private final Transactions transactions;
    private final Evidences evidences;
    private final Archive archive;
    private final RegisterHeads heads;
    private final EvidenceTrail trail;
    private final Clock clock;

    @Inject
    public ConfirmingEvidence(
            Transactions transactions,
            Evidences evidences,
            Archive archive,
            RegisterHeads heads,
            EvidenceTrail trail,
            Clock clock) {
        this.transactions = transactions;
        this.evidences = evidences;
        this.archive = archive;
        this.heads = heads;
        this.trail = trail;
        this.clock = clock;
    }

    void confirm(long id, Accessioned accessioned) {
        transactions.perform(() -> confirmOnce(id, accessioned));
    }

    private void confirmOnce(long id, Accessioned accessioned) {
        Evidence evidence = evidences.held(id);
        if (evidence.keptAt().isPresent()) {
            return;
        }
        evidence.kept(clock.instant());
        heads.remember(accessioned.register());
        trail.kept(
                new Who(
                        evidence.handedInBy(),
                        "",
                        evidence.handedInByName(),
                        evidence.office().id(),
                        ""),
                id,
                evidence.childId(),
                evidence.archivalNumber().toString());
    }

    /** Its number stays empty for ever, and the register says so. */
    void cancel(long id) {
        transactions.perform(() -> cancelOnce(id));
    }

    private void cancelOnce(long id) {
        Evidence evidence = evidences.held(id);
        heads.hold(evidence.archivalNumber().bag().name());
        if (archive.history(evidence.archivalNumber()).state() != ArchivedRecord.State.CANCELLED) {
            heads.remember(archive.append(
                    evidence.archivalNumber(), Event.of(Act.CANCELLATION, evidence.handedInBy(), "NOT_RECEIVED")));
        }
        evidences.drop(evidence);
    }
}
