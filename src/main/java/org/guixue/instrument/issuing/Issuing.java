package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;

/**
 * Issues instruments: check, reserve, seal, confirm (architecture.md, Life of an instrument). A kill at any point loses
 * nothing that was acknowledged and leaves no gap; after the reservation the answer is never an error.
 */
@ApplicationScoped
public class Issuing {
    private final Check check;
    private final Reserving reserving;
    private final Sealer sealer;
    private final Instruments instruments;

    @Inject
    public Issuing(Check check, Reserving reserving, Sealer sealer, Instruments instruments) {
        this.check = check;
        this.reserving = reserving;
        this.sealer = sealer;
        this.instruments = instruments;
    }

    /**
     * The instrument, ISSUED or, where sealing has to be tried again, RESERVED.
     *
     * @param idempotencyKey a request repeated under the same key is answered with the same instrument; with another order
     *     under it the answer is a {@link Conflict}
     */
    public Instrument issue(Caller caller, IssueOrder order, Optional<String> idempotencyKey) {
        return sealed(number(caller, order, idempotencyKey));
    }

    /** The first half of {@link #issue}: it has its number and waits to be sealed, by {@link #sealed} or the worker. */
    public long number(Caller caller, IssueOrder order, Optional<String> idempotencyKey) {
        Sha256 digest = order.digest();
        Optional<Long> earlier = idempotencyKey.flatMap(key -> earlier(caller, key, digest));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Reserving.refuseUnapproved(check.paper(caller, order.form()), Optional.empty());
        return reserve(check.check(caller, order), Optional.empty(), idempotencyKey, digest);
    }

    /**
     * Issues what was handed in and is approved now: the approval and the number commit together.
     *
     * @param checked what was handed in, checked again
     * @param key the draft's own, so that two approvals at the same time are one instrument
     */
    public Instrument issueApproved(Checked checked, IssueOrder order, Approval approval, String key) {
        return sealed(numberApproved(checked, order, approval, key));
    }

    /** The first half of {@link #issueApproved}. */
    public long numberApproved(Checked checked, IssueOrder order, Approval approval, String key) {
        Sha256 digest = order.digest();
        Optional<Long> earlier = earlier(checked.caller(), key, digest);
        return earlier.isPresent() ? earlier.get() : reserve(checked, Optional.of(approval), Optional.of(key), digest);
    }

    /** @throws Conflict where something was issued under that key */
    public void refuseUsed(Caller caller, String key) {
        if (reserving.earlier(caller.account(), key).isPresent()) {
            throw new Conflict("该幂等键已用于另一份文书，请换用新的键");
        }
    }

    /** Whether something was issued under that key. */
    public boolean isUsed(Caller caller, String key) {
        return reserving.earlier(caller.account(), key).isPresent();
    }

    private long reserve(Checked checked, Optional<Approval> approval, Optional<String> idempotencyKey, Sha256 digest) {
        Caller caller = checked.caller();
        try {
            return reserving.reserve(checked, approval, idempotencyKey, digest);
        } catch (PersistenceException | jakarta.transaction.TransactionalException | Conflict e) {
            // the same key at the same time: the other request has the number, ours was given back
            return idempotencyKey.flatMap(key -> earlier(caller, key, digest)).orElseThrow(() -> e);
        }
    }

    private Optional<Long> earlier(Caller caller, String key, Sha256 digest) {
        Optional<IdempotentRequest> request = reserving.earlier(caller.account(), key);
        if (request.isPresent() && !request.get().isFor(digest)) {
            throw new Conflict("该幂等键已用于另一份内容不同的文书，请换用新的键");
        }
        return request.map(IdempotentRequest::instrumentId);
    }

    /** Seals what has its number; ISSUED or, where that has to be tried again, still RESERVED. */
    public Instrument sealed(long id) {
        sealer.seal(id);
        return instruments.find(id).orElseThrow();
    }
}
