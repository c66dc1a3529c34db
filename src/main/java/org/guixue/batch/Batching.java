package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.TooLarge;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.HouseTrail;
import org.guixue.form.Form;
import org.guixue.instrument.issuing.Check;
import org.guixue.store.Transactions;

/**
 * Orders, cancels and takes up again papers for many. Ordered twice, by a second click or a second person, is ordered once:
 * what already waits or holds is left out, and where nothing remains the answer is the batch that is at it.
 */
@ApplicationScoped
public class Batching {
    static final int MOST = 5000;
    private static final int SHOWN = 100;

    private final Transactions transactions;
    private final Batches batches;
    private final Claims claims;
    private final Check check;
    private final HouseTrail trail;
    private final Clock clock;

    @Inject
    public Batching(
            Transactions transactions, Batches batches, Claims claims, Check check, HouseTrail trail, Clock clock) {
        this.transactions = transactions;
        this.batches = batches;
        this.claims = claims;
        this.check = check;
        this.trail = trail;
        this.clock = clock;
    }

    public Batch begin(Caller caller, BatchOrder order) {
        Form form = check.form(caller, order.form());
        if (form.approval()) {
            throw new Conflict("《%s》须先用印审批，不能成批签发；请逐份填写并提交审批".formatted(form.title()));
        }
        if (order.lines().size() > MOST) {
            throw new TooLarge("一批最多签发%d份，请分批办理".formatted(MOST));
        }
        return transactions.run(() -> beginOnce(caller, order));
    }

    private Batch beginOnce(Caller caller, BatchOrder order) {
        Map<String, BatchItem> claimed = claims.on(order.lines().stream()
                .map(BatchOrder.Line::about)
                .filter(about -> !about.isEmpty())
                .toList());
        List<BatchOrder.Line> lines = order.lines().stream()
                .filter(line -> !claimed.containsKey(line.about()))
                .toList();
        if (lines.isEmpty()) {
            return claimed.values().stream()
                    .map(BatchItem::batch)
                    .filter(batch -> batch.state() == BatchState.RUNNING && batch.visibleIn(caller.scope()))
                    .findFirst()
                    .orElseThrow(() -> new Conflict("没有需要签发的：都已签发，或正由别的单位签发"));
        }
        Batch batch = new Batch(caller, order.title(), order.form(), lines.size(), clock.instant());
        batches.add(batch);
        List<BatchItem> items = new ArrayList<>();
        for (BatchOrder.Line line : lines) {
            items.add(new BatchItem(batch, items.size(), line, clock.instant()));
        }
        batches.add(items);
        tell(caller, batch, "batch begun");
        return batch;
    }

    /** What failed is tried again; what was issued meanwhile by another batch stays out. */
    public Batch retry(Caller caller, long id) {
        return transactions.run(
                () -> {
                    Batch batch = own(caller, id);
                    List<BatchItem> failed = batches.items(id, ItemState.FAILED, MOST);
                    if (failed.isEmpty()) {
                        throw new Conflict("这一批没有失败的，不用重试");
                    }
                    Set<String> claimed = batches
                            .claiming(failed.stream()
                                    .map(BatchItem::about)
                                    .filter(about -> !about.isEmpty())
                                    .toList())
                            .stream()
                            .map(BatchItem::about)
                            .collect(Collectors.toSet());
                    List<BatchItem> open = failed.stream()
                            .filter(item -> !claimed.contains(item.about()))
                            .toList();
                    if (open.isEmpty()) {
                        throw new Conflict("失败的都已由另一批签发，不用重试");
                    }
                    open.forEach(item -> item.tryAgain(clock.instant()));
                    batch.goOn();
                    batches.settle();
                    tell(caller, batch, "batch retried");
                    return batch;
                });
    }

    /** What waits is not issued and can be taken up again, as what failed; what was issued stays. */
    public Batch cancel(Caller caller, long id) {
        return transactions.run(() -> {
            Batch batch = own(caller, id);
            if (batch.state() == BatchState.DONE || batch.state() == BatchState.CANCELLED) {
                throw new Conflict(
                        "这一批%s，不能取消；签发了的需要逐份作废".formatted(batch.state().label()));
            }
            batches.items(id, ItemState.WAITING, MOST).forEach(item -> item.fail("已取消，没有签发", clock.instant()));
            batch.finish(BatchState.CANCELLED, clock.instant());
            batches.settle();
            tell(caller, batch, "batch cancelled");
            return batch;
        });
    }

    /** The caller's own, held until the transaction ends. */
    Batch own(Caller caller, long id) {
        return batches.hold(ownOf(caller, id).id());
    }

    /** The caller's own, to look at. */
    Batch ownToPrepare(Caller caller, long id) {
        return transactions.run(() -> ownOf(caller, id));
    }

    private Batch ownOf(Caller caller, long id) {
        Batch batch = batches.find(id, caller.scope()).orElseThrow(() -> new NotFound("批次"));
        if (batch.owner().office() != caller.office() || batch.owner().role() != caller.role()) {
            throw new Forbidden("这一批由“%s”的单位办理，您只能查看".formatted(Objects.toString(batch.ownerName(), "")));
        }
        return batch;
    }

    BatchItem item(Batch batch, long id) {
        return transactions.run(() -> batches.item(id)
                .filter(item -> item.batch().id() == batch.id())
                .orElseThrow(() -> new NotFound("这一份")));
    }

    /** What stands on those papers of the batch alone. */
    Map<Long, Map<String, Object>> own(List<Long> items, Batch batch) {
        return transactions.run(() -> {
            Map<Long, Map<String, Object>> own = new LinkedHashMap<>();
            items.forEach(id -> batches.item(id)
                    .filter(item -> item.batch().id() == batch.id())
                    .ifPresent(item -> own.put(id, item.own())));
            return own;
        });
    }

    /**
     * What would come of it now.
     *
     * @param first of those that are blocked
     */
    record Outlook(long ready, long blocked, List<BatchItem> first) {
        boolean any() {
            return ready + blocked > 0;
        }
    }

    Outlook outlook(Batch batch) {
        return transactions.run(() -> {
            ItemState state = batch.state() == BatchState.PREPARED ? ItemState.WAITING : ItemState.FAILED;
            long blocked = batches.countBlocked(batch.id(), state);
            return new Outlook(
                    batches.count(batch.id()).getOrDefault(state, 0L) - blocked,
                    blocked,
                    batches.blocked(batch.id(), state, SHOWN));
        });
    }

    /**
     * @param failures how many papers of each failed, by its id
     * @param total of all
     */
    record Newest(List<Batch> batches, Map<Long, Long> failures, long total) {}

    Newest newest(Scope scope, int first, int most) {
        return transactions.run(() -> {
            List<Batch> newest = batches.newest(scope, first, most);
            return new Newest(
                    newest, batches.failures(newest.stream().map(Batch::id).toList()), batches.total(scope));
        });
    }

    /** How it stands. */
    public record Standing(
            Batch batch, long done, List<BatchItem> failed, double perSecond, Optional<Long> secondsLeft) {}

    public Standing standing(Caller caller, long id) {
        return transactions.run(() -> {
            Batch batch = batches.find(id, caller.scope()).orElseThrow(() -> new NotFound("批次"));
            Map<ItemState, Long> counts = batches.count(id);
            long done = counts.getOrDefault(ItemState.DONE, 0L);
            long waiting = counts.getOrDefault(ItemState.WAITING, 0L);
            double seconds = Math.max(
                    1,
                    batch.finishedAt().orElse(clock.instant()).toEpochMilli() / 1000.0
                            - batch.createdAt().toEpochMilli() / 1000.0);
            double perSecond = Math.round(done / seconds * 100) / 100.0;
            return new Standing(
                    batch,
                    done,
                    batches.items(id, ItemState.FAILED, MOST),
                    perSecond,
                    waiting == 0 || perSecond == 0
                            ? Optional.empty()
                            : Optional.of((long) Math.ceil(waiting / perSecond)));
        });
    }

    private void tell(Caller caller, Batch batch, String what) {
        trail.administered(caller, AuditSubject.of("batch", batch.id()), what, "");
    }
}
