package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Refused;
import org.guixue.Sha256;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.Checked;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.instrument.issuing.Presented;
import org.guixue.office.Approvers;

/**
 * 用印审批: DRAFT → SUBMITTED → approved and issued at once, or sent back with a reason, or withdrawn by the submitter.
 * Whatever can fail before a number fails when it is handed in. An approval holds for exactly what was shown, commits
 * together with the reservation, and asked for again gives the same instrument; the submitter stays the issuer.
 */
@ApplicationScoped
public class Approving {
    private static final int LONGEST_REASON = 200;

    private final Drafts drafts;
    private final Submissions submissions;
    private final Check check;
    private final Issuing issuing;
    private final Approvers approvers;
    private final Clock clock;

    @Inject
    public Approving(
            Drafts drafts, Submissions submissions, Check check, Issuing issuing, Approvers approvers, Clock clock) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.check = check;
        this.issuing = issuing;
        this.approvers = approvers;
        this.clock = clock;
    }

    /** Freezes the draft and puts it before those who may approve in the owner's office. */
    public Draft handIn(Caller owner, long id) {
        Draft draft = drafts.find(owner, id);
        LedgerDraft.refuse(draft);
        if (!draft.state().open()) {
            throw new Conflict(draft.state() == DraftState.SUBMITTED ? "该草稿已经提交，正在等待审批，不用再次提交" : "该草稿已经签发，不能再提交审批");
        }
        return submissions.handIn(owner, id, presentable(owner, order(draft)));
    }

    /**
     * Hands in what was ordered without a draft before it.
     *
     * @param idempotencyKey the same request under the same key finds the same draft; another one is a {@link Conflict}
     */
    public Draft handIn(Caller owner, IssueOrder order, Optional<String> idempotencyKey) {
        Sha256 digest = order.digest();
        Optional<Draft> earlier = idempotencyKey.flatMap(key -> submissions.earlier(owner, key, digest));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        idempotencyKey.ifPresent(key -> issuing.refuseUsed(owner, key));
        Presented presented = presentable(owner, order);
        try {
            return submissions.handIn(
                    owner, order.form(), order.subject(), order.values(), presented, idempotencyKey, digest);
        } catch (PersistenceException | TransactionalException e) {
            // the same key at the same time: the other request has handed it in
            return idempotencyKey
                    .flatMap(key -> submissions.earlier(owner, key, digest))
                    .orElseThrow(() -> e);
        }
    }

    /** @param reason for the submitter to read, at most 200 characters */
    public Draft sendBack(Caller approver, long id, String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new ValuesRefused("reason", "请写明退回的原因，最多%d个字".formatted(LONGEST_REASON));
        }
        return submissions.sendBack(approver, id, reason.strip());
    }

    /**
     * Approves and issues in one. Once issued, whoever may decide on it is answered with the same instrument.
     *
     * @param seen the digest of what the approver was shown
     */
    public Instrument approve(Caller approver, long id, String seen) {
        Draft draft = submissions.toDecide(approver, id);
        Optional<Instrument> issued = draft.instrument();
        if (issued.isPresent()) {
            return issued.get();
        }
        Submission handed = waiting(draft);
        if (seen.isBlank()) {
            throw new ValuesRefused("digest", "请一并送上所审内容的摘要（读取草稿时给出的digest），审批只对看到的内容有效");
        }
        if (!handed.digest().hex().equals(seen)) {
            throw new Conflict("您看过之后，经办人重新提交过，内容可能已有改动；请重新查看后再审批");
        }
        Checked checked = recheck(draft);
        return issuing.issueApproved(
                checked, order(draft), new DraftApproval(submissions, id, approver), DraftIssuing.key(id));
    }

    /** What waits for the approver; refused where it was withdrawn or sent back meanwhile. */
    Submission waiting(Draft draft) {
        if (draft.state() != DraftState.SUBMITTED) {
            throw new Conflict(draft.state() == DraftState.RETURNED ? "这份文书已经退回，等经办人改正后重新提交" : "经办人已撤回这份文书，等重新提交后再审批");
        }
        return draft.submission().orElseThrow();
    }

    /** Why it can no longer be approved as it was handed in, such as a record that changed since; empty where it can. */
    Optional<String> obstacle(Draft draft) {
        try {
            recheck(draft);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The names of those who may approve what this caller hands in. */
    List<String> approvers(Caller owner, boolean sensitive) {
        return approvers.names(owner.scope(), owner.account(), sensitive);
    }

    static IssueOrder order(Draft draft) {
        return new IssueOrder(draft.form(), draft.subject(), ValuesJson.read(draft.valuesJson()), draft.replaces());
    }

    private Presented presentable(Caller owner, IssueOrder order) {
        Form form = check.paper(owner, order.form());
        if (!form.approval()) {
            throw new Conflict("《%s》不需要审批，可以直接签发".formatted(form.title()));
        }
        Checked checked = check.check(owner, order);
        if (approvers(owner, checked.sensitive()).isEmpty()) {
            throw new Conflict("“%s”还没有%s可以审批用印的其他人员（校长、股长等），无法提交；请联系教育局为审批人员开通“用印审批”授权，所填内容已保留"
                    .formatted(checked.issuer().name(), checked.sensitive() ? "能查阅健康和残疾信息、" : ""));
        }
        return checked.presented();
    }

    private Checked recheck(Draft draft) {
        Submission handed = draft.submission().orElseThrow();
        LocalDate filledOn = LocalDate.ofInstant(handed.submittedAt(), clock.getZone());
        Checked checked;
        try {
            checked = check.check(draft.submitter(), order(draft), filledOn);
        } catch (ValuesRefused e) {
            String first = e.violations().get(0).message().replaceFirst("[。]$", "");
            throw new Conflict("提交之后情况有变，不能按提交的内容签发：" + first + "。请退回经办人核对后重新提交");
        }
        if (!checked.presented().digest().equals(handed.digest())) {
            List<String> changed = changed(checked, ValuesJson.read(handed.valuesJson()));
            String what = changed.isEmpty() ? "表样" : String.join("、", changed);
            throw new Conflict("提交之后" + what + "有变动，与提交的内容不一致；请退回经办人核对后重新提交");
        }
        return checked;
    }

    /** The labels of the fields that would be printed otherwise now. */
    private static List<String> changed(Checked checked, Map<String, Object> shown) {
        Map<String, Object> now = ValuesJson.read(ValuesJson.write(checked.values()));
        List<String> labels = new ArrayList<>();
        for (Field field : checked.form().fields()) {
            if (!Objects.equals(now.get(field.name()), shown.get(field.name()))) {
                labels.add(field.label());
            }
        }
        return labels;
    }
}
