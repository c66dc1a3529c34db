package org.guixue.desk;

import java.util.List;
import java.util.Optional;
import org.guixue.casefile.Case;
import org.guixue.person.Student;
import org.guixue.person.StudentState;
import org.guixue.sheet.Offered;

/**
 * The one thing to do next for a child, by where it stands.
 *
 * @param why in a sentence, empty where the button says it all
 */
public record NextStep(String label, String address, String why) {
    static Optional<NextStep> of(Student child, Optional<Case> open, List<Offered.Begun> drafts) {
        if (open.isPresent() && !child.state().atSchool()) {
            int next = open.get().persuasions().size() + 1;
            return Optional.of(new NextStep(
                    "记录第%d次劝返".formatted(next),
                    "/cases/%d/persuasions/new".formatted(open.get().id()),
                    ""));
        }
        String page = "/students/" + child.id();
        if (child.state() == StudentState.DROPPED_OUT || child.state() == StudentState.AT_RISK) {
            return Optional.of(new NextStep("建立劝返个案", page + "/case/new", "该生未在校学习，还没有建立个案。"));
        }
        if (child.state() == StudentState.SUSPENDED) {
            return Optional.of(new NextStep("登记复学", page + "/movements/new?kind=RESUMPTION", "休学期满返校的，登记复学。"));
        }
        if (child.state() == StudentState.NOT_ENROLLED || child.state() == StudentState.TRANSFERRED) {
            return Optional.of(new NextStep("登记转入", page + "/movements/new?kind=TRANSFER_IN", "该生现在没有就读的学校，入学后登记转入。"));
        }
        return drafts.stream()
                .findFirst()
                .map(draft -> new NextStep("继续填写《%s》".formatted(draft.title()), "/drafts/" + draft.draft(), ""));
    }
}
