package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.instrument.issuing.Issuing;

/** Issues what was ordered without a draft before it, under a key that no handed-in paper has used. */
@ApplicationScoped
public class Ordering {
    private final Issuing issuing;
    private final Submissions submissions;

    @Inject
    public Ordering(Issuing issuing, Submissions submissions) {
        this.issuing = issuing;
        this.submissions = submissions;
    }

    /** @throws Conflict where the key was used for another order, issued or handed in */
    public Instrument issue(Caller caller, IssueOrder order, Optional<String> idempotencyKey) {
        return issuing.sealed(number(caller, order, idempotencyKey));
    }

    /** The first half of {@link #issue}: it has its number and is still to be sealed. */
    public long number(Caller caller, IssueOrder order, Optional<String> idempotencyKey) {
        idempotencyKey.ifPresent(
                key -> submissions.earlier(caller, key, order.digest()).ifPresent(handedIn -> {
                    throw new Conflict("该幂等键已用于一份提交审批的文书，请换用新的键");
                }));
        return issuing.number(caller, order, idempotencyKey);
    }
}
