package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Stale;
import org.guixue.TooLarge;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.instrument.ValuesJson;
import org.guixue.store.Transactions;

/**
 * A batch before it runs: whom it is for and what stands on the papers, kept from one look to the next. Each paper is judged
 * by the check that issuing makes; who cannot be served is named with the reason.
 */
@ApplicationScoped
public class Preparing {
    private static final int TOGETHER = 100;

    private final Transactions transactions;
    private final Batches batches;
    private final Batching batching;
    private final Claims claims;
    private final Deciding deciding;
    private final ChildrenBatch children;
    private final Trial trial;
    private final Mending mending;
    private final Clock clock;

    @Inject
    public Preparing(
            Transactions transactions,
            Batches batches,
            Batching batching,
            Claims claims,
            Deciding deciding,
            ChildrenBatch children,
            Trial trial,
            Mending mending,
            Clock clock) {
        this.transactions = transactions;
        this.batches = batches;
        this.batching = batching;
        this.claims = claims;
        this.deciding = deciding;
        this.children = children;
        this.trial = trial;
        this.mending = mending;
        this.clock = clock;
    }

    /**
     * Keeps it and judges it; nothing is issued yet.
     *
     * @throws org.guixue.ValuesRefused where nobody was chosen
     */
    public Batch prepare(Caller caller, Form form, Chosen chosen, Map<String, Object> same) {
        chosen.expectSomebody();
        Choosing.refuseTooMany(chosen.size());
        refuseLong(same);
        List<ChildrenBatch.Sought> lines = children.lines(caller, form, chosen);
        Batch batch = transactions.run(() -> keep(caller, form, lines, same));
        judge(caller, form, waiting(batch.id()));
        return batch;
    }

    private Batch keep(Caller caller, Form form, List<ChildrenBatch.Sought> lines, Map<String, Object> same) {
        Batch batch =
                Batch.prepared(caller, "《%s》".formatted(form.title()), form.id(), lines.size(), same, clock.instant());
        batches.add(batch);
        List<BatchItem> items = new ArrayList<>();
        for (ChildrenBatch.Sought sought : lines) {
            items.add(BatchItem.prepared(batch, items.size(), sought.line(), sought.fault(), clock.instant()));
        }
        batches.add(items);
        return batch;
    }

    private List<Long> waiting(long batch) {
        return transactions.run(() -> batches.waiting(batch, Batching.MOST));
    }

    /**
     * Other words, for all and for single ones, and some left out.
     *
     * @param seen the version of the batch that was looked at
     * @param each what stands on single papers alone, by their ids
     * @param named lines that named nobody, as they were written again
     * @throws Stale where it was changed meanwhile
     */
    public Batch reword(
            Caller caller,
            long id,
            int seen,
            Map<String, Object> same,
            Map<Long, Map<String, Object>> each,
            Map<Long, String> named,
            Set<Long> removed) {
        refuseLong(same);
        each.values().forEach(Preparing::refuseLong);
        List<Long> changed = new ArrayList<>();
        Batch batch = transactions.run(() -> {
            changed.clear();
            return rewordOnce(caller, id, seen, same, each, named, removed, changed);
        });
        judge(caller, children.form(caller, batch.form().toString()), changed);
        return batch;
    }

    private Batch rewordOnce(
            Caller caller,
            long id,
            int seen,
            Map<String, Object> same,
            Map<Long, Map<String, Object>> each,
            Map<Long, String> named,
            Set<Long> removed,
            List<Long> changed) {
        Batch batch = batching.own(caller, id);
        refuseSettled(batch);
        if (batch.version() != seen) {
            throw new Stale("这一批在另一个页面改过了，下面是最新的内容；您刚才填的还在，请核对后再保存");
        }
        boolean all = !same.equals(batch.same());
        int left = 0;
        Form form = children.form(caller, batch.form().toString());
        Set<Long> taken = named.isEmpty() ? Set.of() : batches.childrenOf(id);
        for (BatchItem item : open(batch)) {
            Map<String, Object> own = each.getOrDefault(item.id(), item.own());
            if (removed.contains(item.id())) {
                item.cancel(clock.instant());
                left++;
            } else if (item.student().isEmpty() && named.containsKey(item.id())) {
                mending.mend(caller, form, item, named.get(item.id()), taken);
                changed.add(item.id());
            } else if (all || !own.equals(item.own())) {
                item.reword(own, clock.instant());
                changed.add(item.id());
            }
        }
        batch.reword(same, batch.total() - left, clock.instant());
        batches.settle();
        return batch;
    }

    private static void refuseSettled(Batch batch) {
        if (!EnumSet.of(BatchState.PREPARED, BatchState.DONE, BatchState.CANCELLED)
                .contains(batch.state())) {
            throw new Conflict("这一批%s，现在不能改，也不用再提交".formatted(batch.state().label()));
        }
    }

    /** Looks at those again, some in each transaction. */
    private List<Judged> judge(Caller caller, Form form, List<Long> items) {
        List<Judged> judged = new ArrayList<>();
        for (int first = 0; first < items.size(); first += TOGETHER) {
            List<Long> some = items.subList(first, Math.min(first + TOGETHER, items.size()));
            judged.addAll(transactions.run(() -> some.stream()
                    .flatMap(id -> batches.item(id).stream())
                    .filter(item -> item.state() == ItemState.WAITING || item.state() == ItemState.FAILED)
                    .filter(item -> item.student().isPresent())
                    .map(item -> judge(caller, form, item))
                    .toList()));
        }
        return judged;
    }

    private Judged judge(Caller caller, Form form, BatchItem item) {
        Trial.Outcome outcome = trial.of(caller, form, item.subject(), item.values());
        item.judged(outcome.fault(), outcome.digest(), clock.instant());
        return new Judged(item.student(), item.label(), outcome);
    }

    /**
     * What can be issued is, or where the form asks for it is put before those who may approve; what cannot stays in the
     * batch as failed, to be put right and tried again.
     *
     * @param despite whether it is to be done though papers say otherwise than the records
     * @return those papers, where it is not: then nothing was done
     * @throws Conflict where nothing can be issued
     */
    List<Judged> start(Caller caller, long id, boolean despite) {
        Batch known = transactions.run(() -> batching.own(caller, id));
        Form form = children.form(caller, known.form().toString());
        List<Judged> doubted = judge(
                        caller, form, open(known).stream().map(BatchItem::id).toList())
                .stream()
                .filter(Judged::doubted)
                .toList();
        if (doubted.isEmpty() || despite) {
            transactions.perform(() -> startOnce(caller, form, id));
            return List.of();
        }
        return doubted;
    }

    /** Those of whom something is still to be had. */
    private List<BatchItem> open(Batch batch) {
        return transactions.run(() -> batches.items(
                batch.id(),
                batch.state() == BatchState.PREPARED ? ItemState.WAITING : ItemState.FAILED,
                Batching.MOST));
    }

    private void startOnce(Caller caller, Form form, long id) {
        Batch batch = batching.own(caller, id);
        refuseSettled(batch);
        List<BatchItem> ready = new ArrayList<>();
        for (BatchItem item : open(batch)) {
            if (item.message().isEmpty()) {
                item.reopen(clock.instant());
                ready.add(item);
            } else {
                item.fail(item.message(), clock.instant());
            }
        }
        if (ready.isEmpty()) {
            throw new Conflict("没有一份能签发，请先按每一行的提示改正");
        }
        claims.lay(ready, batch.form());
        deciding.submit(caller, batch, form);
    }

    /** Whatever the batch is of: what failed is tried again, as it reads now. */
    public Batch retry(Caller caller, long id) {
        Batch batch = transactions.run(() -> batching.own(caller, id));
        boolean ofChildren = children.isOfChildren(caller, batch.form());
        boolean ended = batch.state() == BatchState.DONE || batch.state() == BatchState.CANCELLED;
        if (ofChildren && ended) {
            start(caller, id, true);
            return batching.ownToPrepare(caller, id);
        }
        return batching.retry(caller, id);
    }

    /** For somebody who is told what would come of it: nothing is kept. */
    List<Judged> judged(Caller caller, Form form, Chosen chosen, Map<String, Object> same) {
        Choosing.refuseTooMany(chosen.size());
        List<Judged> judged = new ArrayList<>();
        for (ChildrenBatch.Sought sought : children.lines(caller, form, chosen)) {
            judged.add(judged(caller, form, sought, same));
        }
        return judged;
    }

    /** What would come of one paper. */
    public record Judged(Optional<Long> student, String name, Trial.Outcome outcome) {
        boolean doubted() {
            return !outcome.doubts().isEmpty();
        }

        /** What it says otherwise than the records, in one sentence. */
        public String doubt() {
            return outcome.doubts().stream().map(Violation::message).collect(Collectors.joining("；"));
        }
    }

    private Judged judged(Caller caller, Form form, ChildrenBatch.Sought sought, Map<String, Object> same) {
        Map<String, Object> values = new HashMap<>(same);
        values.putAll(sought.line().values());
        Optional<Long> student = Optional.ofNullable(sought.line().subject().student());
        Trial.Outcome outcome = sought.fault().isEmpty()
                ? trial.of(caller, form, sought.line().subject(), values)
                : Trial.Outcome.blocked(sought.fault());
        return new Judged(student, sought.line().label(), outcome);
    }

    private static void refuseLong(Map<String, Object> values) {
        if (ValuesJson.write(values).length > BatchItem.LONGEST_VALUES) {
            throw new TooLarge("填写的内容太长，请缩短后再保存");
        }
    }
}
