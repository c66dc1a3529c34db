package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.office.Task;
import org.guixue.office.TasksSought;

/** What 用印审批 leaves to do: papers that wait for the caller's approval, and those that were sent back to the caller. */
@ApplicationScoped
public class ApprovalTasks {
    private static final int MOST = 200;
    private static final String SOURCE = "用印审批";

    @Inject
    private Submissions submissions;

    @Inject
    private Offered offered;

    void answer(@Observes TasksSought sought) {
        submissions.waitingFor(sought.caller(), MOST).forEach(draft -> sought.add(waiting(sought.caller(), draft)));
        submissions.returnedTo(sought.caller(), MOST).forEach(draft -> sought.add(returned(sought.caller(), draft)));
    }

    private Task waiting(Caller caller, Draft draft) {
        Submission handed = draft.submission().orElseThrow();
        return new Task(
                "approval-" + draft.id(),
                "审批《" + offered.title(caller, draft) + "》",
                draft.subject().label(),
                handed.submitterName() + "，" + DraftLine.minute(handed.submittedAt()) + "提交",
                Optional.empty(),
                SOURCE,
                "去审批",
                "/approvals/" + draft.id());
    }

    private Task returned(Caller caller, Draft draft) {
        Submission handed = draft.submission().orElseThrow();
        return new Task(
                "returned-" + draft.id(),
                "改正《" + offered.title(caller, draft) + "》后重新提交",
                draft.subject().label(),
                handed.deciderName().orElse("") + "退回：" + handed.reason().orElse(""),
                Optional.empty(),
                SOURCE,
                "去改正",
                "/drafts/" + draft.id());
    }
}
