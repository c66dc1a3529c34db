package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.audit.DraftTrail;
import org.guixue.form.FormId;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.Presented;
import org.guixue.store.Transactions;

/**
 * The drafts on their way to the seal (用印审批): handed in by their owner, decided by a second person of the very same office
 * who holds the grant. Each act is one transaction, or joins the one that is open.
 */
@ApplicationScoped
public class Submissions {
    private final EntityManager database;
    private final Transactions transactions;
    private final Drafts drafts;
    private final DraftTrail trail;
    private final Clock clock;

    @Inject
    public Submissions(
            EntityManager database, Transactions transactions, Drafts drafts, DraftTrail trail, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.drafts = drafts;
        this.trail = trail;
        this.clock = clock;
    }

    public Draft handIn(Caller owner, long id, Presented presented) {
        return transactions.run(() -> handInOnce(owner, id, presented));
    }

    private Draft handInOnce(Caller owner, long id, Presented presented) {
        Draft draft = drafts.find(owner, id);
        draft.handIn(owner, presented, clock.instant());
        database.flush();
        trail.submitted(owner, id, draft.childId(), draft.form().toString());
        return draft;
    }

    /** Begins a draft and hands it in at once. */
    public Draft handIn(
            Caller owner,
            FormId form,
            Subject subject,
            Map<String, Object> values,
            Presented presented,
            Optional<String> idempotencyKey,
            Sha256 orderDigest) {
        return transactions.run(() -> handInOnce(owner, form, subject, values, presented, idempotencyKey, orderDigest));
    }

    private Draft handInOnce(
            Caller owner,
            FormId form,
            Subject subject,
            Map<String, Object> values,
            Presented presented,
            Optional<String> idempotencyKey,
            Sha256 orderDigest) {
        Draft draft = new Draft(form, subject, owner, json(subject, values), clock.instant());
        draft.handIn(owner, presented, clock.instant());
        idempotencyKey.ifPresent(key -> draft.cameWith(key, orderDigest));
        drafts.add(draft);
        trail.submitted(owner, draft.id(), draft.childId(), form.toString());
        return draft;
    }

    /** What is computed is as long as it is. */
    private static byte[] json(Subject subject, Map<String, Object> values) {
        return subject.isPeriod() ? ValuesJson.write(values) : Drafts.bounded(values);
    }

    /**
     * The draft that an earlier request under that key handed in.
     *
     * @throws Conflict where that request was another order
     */
    @Transactional
    public Optional<Draft> earlier(Caller owner, String key, Sha256 orderDigest) {
        Optional<Draft> draft = database.createQuery(
                        "select d from Draft d where d.ownerId = :owner and d.requestKey = :key", Draft.class)
                .setParameter("owner", owner.account())
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
        if (draft.isPresent() && !draft.get().isFor(orderDigest)) {
            throw new Conflict("该幂等键已用于另一份内容不同的文书，请换用新的键");
        }
        return draft;
    }

    public Draft withdraw(Caller owner, long id) {
        return transactions.run(() -> withdrawOnce(owner, id));
    }

    private Draft withdrawOnce(Caller owner, long id) {
        Draft draft = drafts.find(owner, id);
        draft.withdraw(clock.instant());
        database.flush();
        trail.withdrawn(owner, id, draft.childId());
        return draft;
    }

    /**
     * A draft of the caller's office that was handed in at some time and that this caller may decide on.
     *
     * @throws NotFound for another office's, and for one that was never handed in
     * @throws Forbidden for what the caller handed in, without the grant, and for sensitive values without that grant
     */
    @Transactional
    public Draft toDecide(Caller approver, long id) {
        Draft draft = database.find(Draft.class, id);
        if (draft == null || !draft.belongsTo(approver.scope())) {
            throw new NotFound("待审批的文书");
        }
        if (draft.ownerId() == approver.account()) {
            throw new Forbidden("自己提交的文书不能由自己审批，请由本单位另一位有审批授权的人员办理");
        }
        if (!approver.mayApprove()) {
            throw new Forbidden("您的账号没有“用印审批”授权；如需审批，请联系教育局开通");
        }
        Submission handed = draft.submission().orElseThrow(() -> new NotFound("待审批的文书"));
        if (handed.sensitive() && !approver.mayReadSensitive()) {
            throw new Forbidden("这份文书含有健康或残疾信息，您的账号没有查阅这类信息的授权，不能审批");
        }
        return draft;
    }

    /** What waits for the decision of this caller, the longest waiting first. */
    @Transactional
    public List<Draft> waitingFor(Caller approver, int most) {
        if (!approver.mayApprove()) {
            return List.of();
        }
        return database.createQuery(
                        "select d from Draft d where d.ownerPath = :path and d.state = :submitted"
                                + " and d.ownerId <> :self and d.submission.sensitive in :readable"
                                + " order by d.submission.submittedAt, d.id",
                        Draft.class)
                .setParameter("path", approver.scope().path())
                .setParameter("submitted", DraftState.SUBMITTED)
                .setParameter("self", approver.account())
                .setParameter("readable", approver.mayReadSensitive() ? List.of(false, true) : List.of(false))
                .setMaxResults(most)
                .getResultList();
    }

    /** What was sent back to this caller and was not handed in again, the newest first. */
    @Transactional
    public List<Draft> returnedTo(Caller owner, int most) {
        return database.createQuery(
                        "select d from Draft d where d.ownerId = :owner and d.ownerPath = :path and d.state = :returned"
                                + " order by d.submission.decidedAt desc, d.id desc",
                        Draft.class)
                .setParameter("owner", owner.account())
                .setParameter("path", owner.scope().path())
                .setParameter("returned", DraftState.RETURNED)
                .setMaxResults(most)
                .getResultList();
    }

    /** What was approved for this caller and was not looked at since, the newest first. */
    @Transactional
    public List<Draft> approvedFor(Caller owner, int most) {
        return database.createQuery(
                        "select d from Draft d where d.ownerId = :owner and d.ownerPath = :path and d.state = :issued"
                                + " and d.approvalSeen = false order by d.submission.decidedAt desc, d.id desc",
                        Draft.class)
                .setParameter("owner", owner.account())
                .setParameter("path", owner.scope().path())
                .setParameter("issued", DraftState.ISSUED)
                .setMaxResults(most)
                .getResultList();
    }

    /** The owner looks at what was approved. */
    void looksAt(Caller owner, long id) {
        transactions.perform(() -> drafts.find(owner, id).approvalSeen());
    }

    public Draft sendBack(Caller approver, long id, String reason) {
        return transactions.run(() -> sendBackOnce(approver, id, reason));
    }

    private Draft sendBackOnce(Caller approver, long id, String reason) {
        Draft draft = toDecide(approver, id);
        draft.sendBack(approver.displayName(), reason, clock.instant());
        database.flush();
        trail.sentBack(approver, id, draft.childId(), reason);
        return draft;
    }

    /**
     * What waits, where the caller may approve it and it is exactly what was shown.
     *
     * @param shown the digest of what is about to be issued
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Submission approvable(Caller approver, long id, Sha256 shown) {
        Submission handed = toDecide(approver, id).handedIn();
        if (!handed.digest().equals(shown)) {
            throw new Conflict("要签发的内容与提交审批的内容不一致，没有签发；请退回经办人核对后重新提交");
        }
        return handed;
    }

    /** Joins the transaction that allots the number. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void approve(Caller approver, long id, Instrument issued) {
        toDecide(approver, id).approve(approver.displayName(), issued, clock.instant());
        database.flush();
        trail.approved(approver, id, issued.childId(), issued.id());
    }
}
