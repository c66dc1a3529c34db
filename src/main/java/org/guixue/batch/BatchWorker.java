package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.sheet.Ordering;
import org.guixue.store.Transactions;

/**
 * Does what batches wait for; begun every second. Each item is one normal issuing under a key of its own, so a kill between
 * the number and the note that it was issued makes no second paper: the next try is answered with the first.
 */
@ApplicationScoped
public class BatchWorker {
    private static final Logger LOG = Logger.getLogger(BatchWorker.class.getName());
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(4);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;

    /** What is no fault of the paper and passes. */
    private static final Set<Refused.Reason> PASSING =
            EnumSet.of(Refused.Reason.UNAVAILABLE, Refused.Reason.NO_SPACE, Refused.Reason.LOCKED);

    private final Transactions transactions;
    private final Batches batches;
    private final Check check;
    private final Subjects subjects;
    private final Ordering ordering;
    private final Issuing issuing;
    private final AgreementBatch agreements;
    private final Hands hands;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    @Inject
    public BatchWorker(
            Transactions transactions,
            Batches batches,
            Check check,
            Subjects subjects,
            Ordering ordering,
            Issuing issuing,
            AgreementBatch agreements,
            Hands hands,
            Clock clock) {
        this.transactions = transactions;
        this.batches = batches;
        this.check = check;
        this.subjects = subjects;
        this.ordering = ordering;
        this.issuing = issuing;
        this.agreements = agreements;
        this.hands = hands;
        this.clock = clock;
    }

    /**
     * Some of each running batch in turn, until none waits or the round has lasted long enough.
     *
     * @return whether anything was done, so that the index has to catch up
     */
    public boolean round() {
        boolean done = false;
        if (clock.instant().isBefore(restsUntil)) {
            return done;
        }
        try {
            long end = System.nanoTime() + LONGEST_ROUND.toNanos();
            Set<Long> touched = new HashSet<>();
            boolean any = true;
            while (any && System.nanoTime() < end) {
                any = false;
                for (long batch : transactions.run(batches::running)) {
                    any |= turn(batch, touched);
                }
                done |= any;
            }
        } catch (Refused e) {
            restsUntil = clock.instant().plus(REST);
            LOG.log(Level.WARNING, "batches rest: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the round of batches failed; the next one comes in a second", e);
        }
        return done;
    }

    /**
     * Whether there was anything to do.
     *
     * @param touched those that were worked at in this round: they end in the next, when all of theirs can be found
     */
    private boolean turn(long batch, Set<Long> touched) {
        List<Long> waiting = transactions.run(() -> batches.waiting(batch, hands.count()));
        if (waiting.isEmpty()) {
            if (!touched.contains(batch)) {
                transactions.perform(() -> finish(batch));
            }
            return false;
        }
        touched.add(batch);
        Map<Long, Long> numbered = new LinkedHashMap<>();
        waiting.forEach(item -> attend(item, () -> number(item).ifPresent(paper -> numbered.put(item, paper))));
        hands.all(numbered.entrySet().stream()
                .<Runnable>map(each -> () -> attend(each.getKey(), () -> seal(each.getKey(), each.getValue())))
                .toList());
        return true;
    }

    private void finish(long id) {
        Batch batch = batches.hold(id);
        if (batch.state() == BatchState.RUNNING && batches.waiting(id, 1).isEmpty()) {
            batch.finish(BatchState.DONE, clock.instant());
            batches.settle();
        }
    }

    private void attend(long id, Runnable step) {
        try {
            step.run();
        } catch (Refused e) {
            if (PASSING.contains(e.reason())) {
                throw e;
            }
            fail(id, words(e));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "item " + id + " of a batch failed", e);
            giveUpAfterAll(id);
        }
    }

    /** One after the other, so that the numbers follow the list. */
    private Optional<Long> number(long id) {
        return transactions.run(() -> begun(id)).map(this::number);
    }

    private void seal(long id, long paper) {
        Instrument sealed = issuing.sealed(paper);
        transactions.perform(() -> note(id, sealed));
    }

    private Optional<BatchItem> begun(long id) {
        Optional<BatchItem> item = batches.item(id).filter(found -> found.state() == ItemState.WAITING);
        item.ifPresent(found -> {
            found.tried();
            batches.settle();
        });
        return item;
    }

    private long number(BatchItem item) {
        Caller owner = item.batch().owner();
        Form form = check.form(owner, item.batch().form());
        IssueOrder order = new IssueOrder(form.id(), subjects.resolve(owner, form, item.subject()), item.values());
        Optional<Caller> approver = form.approval() ? item.batch().approver() : Optional.empty();
        return approver.isPresent()
                ? approved(item, order, approver.get())
                : ordering.number(owner, order, Optional.of(item.key()));
    }

    private long approved(BatchItem item, IssueOrder order, Caller approver) {
        LocalDate filledOn = item.batch()
                .submittedAt()
                .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                .orElse(LocalDate.now(clock));
        return issuing.numberApproved(
                check.check(item.batch().owner(), order, filledOn),
                order,
                new BatchApproval(item, approver),
                item.key());
    }

    /** A paper that was issued while its batch was cancelled is one all the same. */
    private void note(long id, Instrument paper) {
        BatchItem item = batches.item(id).orElseThrow();
        item.issued(paper.id(), clock.instant());
        batches.settle();
        agreements.issued(item.about(), paper);
    }

    private void fail(long id, String why) {
        transactions.perform(() -> {
            batches.item(id)
                    .filter(item -> item.state() == ItemState.WAITING)
                    .ifPresent(item -> item.fail(why, clock.instant()));
            batches.settle();
        });
    }

    private void giveUpAfterAll(long id) {
        transactions.perform(() -> {
            batches.item(id)
                    .filter(item -> item.state() == ItemState.WAITING && item.attempts() >= ATTEMPTS)
                    .ifPresent(item -> item.fail("系统出了问题，没有签发；请重试，再次出现请联系管理员", clock.instant()));
            batches.settle();
        });
    }

    private static String words(Refused refusal) {
        return refusal instanceof ValuesRefused values
                ? values.violations().stream().map(Violation::message).collect(Collectors.joining("；"))
                : String.valueOf(refusal.getMessage());
    }
}
