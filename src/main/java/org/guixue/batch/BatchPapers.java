package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.instrument.Instruments;
import org.guixue.store.Transactions;

/** What a batch has issued, for those who do something with all of it. */
@ApplicationScoped
public class BatchPapers {
    private final Transactions transactions;
    private final Batches batches;
    private final Instruments instruments;

    @Inject
    public BatchPapers(Transactions transactions, Batches batches, Instruments instruments) {
        this.transactions = transactions;
        this.batches = batches;
        this.instruments = instruments;
    }

    /** Ids of its papers in the batch's order, without those that are void by now. */
    public Set<Long> of(Caller caller, long id) {
        return transactions.run(() -> {
            Batch batch = batches.find(id, caller.scope()).orElseThrow(() -> new NotFound("批次"));
            Set<Long> papers = new LinkedHashSet<>();
            batches.items(batch.id(), ItemState.DONE, Batching.MOST)
                    .forEach(item -> item.instrument().ifPresent(papers::add));
            papers.removeAll(instruments.voidAmong(papers));
            return papers;
        });
    }
}
