package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.access.Caller;
import org.guixue.form.FieldText;
import org.guixue.instrument.Instrument;
import org.guixue.office.Task;
import org.guixue.office.WhatWaits;

/**
 * What 用印审批 leaves to do: papers that wait for the caller's approval, those that were sent back to the caller,
 * and, until they were looked at, those that were approved.
 */
@ApplicationScoped
public class ApprovalTasks implements WhatWaits {
    private static final int MOST = 200;
    private static final String SOURCE = "用印审批";

    private final Submissions submissions;
    private final Offered offered;

    @Inject
    public ApprovalTasks(Submissions submissions, Offered offered) {
        this.submissions = submissions;
        this.offered = offered;
    }

    @Override
    public List<Task> waitingFor(Caller caller, LocalDate today) {
        return Stream.concat(
                        submissions.waitingFor(caller, MOST).stream().map(draft -> waiting(caller, draft)),
                        Stream.concat(
                                submissions.returnedTo(caller, MOST).stream().map(draft -> returned(caller, draft)),
                                submissions.approvedFor(caller, MOST).stream().map(draft -> approved(caller, draft))))
                .toList();
    }

    private Task waiting(Caller caller, Draft draft) {
        Submission handed = draft.submission().orElseThrow();
        return new Task(
                "approval-" + draft.id(),
                "审批《" + offered.title(caller, draft) + "》",
                LedgerDraft.about(draft),
                handed.submitterName() + "，" + FieldText.minute(handed.submittedAt()) + "提交",
                Optional.empty(),
                SOURCE,
                "去审批",
                "/approvals/" + draft.id());
    }

    private Task approved(Caller caller, Draft draft) {
        Submission handed = draft.submission().orElseThrow();
        return new Task(
                "approved-" + draft.id(),
                "《" + offered.title(caller, draft) + "》已审批签发",
                LedgerDraft.about(draft),
                handed.deciderName().orElse("") + "同意，"
                        + draft.instrument().map(Instrument::serial).orElse(""),
                Optional.empty(),
                SOURCE,
                "查看",
                "/drafts/" + draft.id());
    }

    private Task returned(Caller caller, Draft draft) {
        Submission handed = draft.submission().orElseThrow();
        return new Task(
                "returned-" + draft.id(),
                "改正《" + offered.title(caller, draft) + "》后重新提交",
                LedgerDraft.about(draft),
                handed.deciderName().orElse("") + "退回：" + handed.reason().orElse(""),
                Optional.empty(),
                SOURCE,
                "去改正",
                "/drafts/" + draft.id());
    }
}
