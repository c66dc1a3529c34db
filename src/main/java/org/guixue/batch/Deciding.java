package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.HouseTrail;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.office.Approvers;
import org.guixue.store.Transactions;

/**
 * 用印审批 of a whole batch: put before a second person of the office, who looks it through and approves once, or sends it
 * back with a reason. The approval holds for exactly what each paper said then.
 */
@ApplicationScoped
public class Deciding {
    private static final int LONGEST_REASON = 200;

    private final Transactions transactions;
    private final Batches batches;
    private final Batching batching;
    private final Approvers approvers;
    private final HouseTrail trail;
    private final Clock clock;

    @Inject
    public Deciding(
            Transactions transactions,
            Batches batches,
            Batching batching,
            Approvers approvers,
            HouseTrail trail,
            Clock clock) {
        this.transactions = transactions;
        this.batches = batches;
        this.batching = batching;
        this.approvers = approvers;
        this.trail = trail;
        this.clock = clock;
    }

    /** Lets it run, or where the form asks for it puts it before those who may approve. Joins the transaction. */
    void submit(Caller owner, Batch batch, Form form) {
        if (!form.approval()) {
            batch.goOn();
            tell(owner, batch, "batch begun");
        } else if (approvers
                .names(owner.scope(), owner.account(), sensitive(batch, form))
                .isEmpty()) {
            throw new Conflict("本单位还没有可以审批用印的其他人员（校长、股长等），无法提交；请联系教育局为审批人员开通“用印审批”授权，所填内容已保留");
        } else {
            batch.submit(clock.instant());
            tell(owner, batch, "batch submitted");
        }
        batches.settle();
    }

    /** @param seen the version of the batch that was looked through */
    public Batch approve(Caller approver, long id, Form form, int seen) {
        return transactions.run(() -> {
            Batch batch = toDecide(approver, id, form);
            if (batch.version() != seen) {
                throw new Conflict("您看过之后，经办人重新提交过，内容可能已有改动；请重新查看后再审批");
            }
            batch.approve(approver, clock.instant());
            batches.settle();
            tell(approver, batch, "batch approved");
            return batch;
        });
    }

    /** @param reason for who prepares it to read, at most 200 characters */
    public Batch sendBack(Caller approver, long id, Form form, String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new ValuesRefused("reason", "请写明退回的原因，最多%d个字".formatted(LONGEST_REASON));
        }
        return transactions.run(() -> {
            Batch batch = toDecide(approver, id, form);
            reopen(batch);
            batch.sendBack(approver.displayName(), reason.strip(), clock.instant());
            batches.settle();
            tell(approver, batch, "batch sent back");
            return batch;
        });
    }

    /** Taken back by who prepares it, before it was decided. */
    public Batch withdraw(Caller owner, long id) {
        return transactions.run(() -> {
            Batch batch = batching.own(owner, id);
            if (batch.state() != BatchState.SUBMITTED) {
                throw new Conflict("这一批%s，不能撤回".formatted(batch.state().label()));
            }
            reopen(batch);
            batch.sendBack("", "", clock.instant());
            batches.settle();
            tell(owner, batch, "batch withdrawn");
            return batch;
        });
    }

    private void reopen(Batch batch) {
        batches.items(batch.id(), ItemState.WAITING, Batching.MOST).forEach(BatchItem::letGo);
        batches.items(batch.id(), ItemState.FAILED, Batching.MOST).forEach(item -> item.reopen(clock.instant()));
    }

    /** Whether this caller may decide on it; for pages. */
    boolean mayDecide(Caller caller, Batch batch, Form form) {
        return batch.state() == BatchState.SUBMITTED
                && batch.owner().office() == caller.office()
                && batch.owner().account() != caller.account()
                && caller.mayApprove()
                && (!sensitive(batch, form) || caller.mayReadSensitive());
    }

    private Batch toDecide(Caller approver, long id, Form form) {
        Batch batch = batches.find(id, approver.scope())
                .filter(found -> found.owner().office() == approver.office())
                .orElseThrow(() -> new NotFound("批次"));
        if (batch.owner().account() == approver.account()) {
            throw new Forbidden("自己提交的文书不能由自己审批，请由本单位另一位有审批授权的人员办理");
        }
        if (!approver.mayApprove()) {
            throw new Forbidden("您的账号没有“用印审批”授权；如需审批，请联系教育局开通");
        }
        if (sensitive(batch, form) && !approver.mayReadSensitive()) {
            throw new Forbidden("这一批文书含有健康或残疾信息，您的账号没有查阅这类信息的授权，不能审批");
        }
        Batch held = batches.hold(id);
        if (held.state() != BatchState.SUBMITTED) {
            throw new Conflict("这一批%s，不用审批".formatted(held.state().label()));
        }
        return held;
    }

    private static boolean sensitive(Batch batch, Form form) {
        return batch.owner().mayReadSensitive() && form.fields().stream().anyMatch(Field::sensitive);
    }

    private void tell(Caller caller, Batch batch, String what) {
        trail.administered(caller, AuditSubject.of("batch", batch.id()), what, "");
    }
}
