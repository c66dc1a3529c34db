package org.guixue.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.casefile.Allowing;
import org.guixue.casefile.ReadCase;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Situation;
import org.guixue.person.Student;
import org.guixue.person.StudentState;
import org.guixue.sheet.Offered;

/**
 * The one thing to do next for a child, by where it stands.
 *
 * @param why in a sentence, empty where the button says it all
 */
public record NextStep(String label, String address, String why) {
    static Optional<NextStep> of(Student child, Optional<ReadCase> going, List<Offered.Begun> drafts) {
        if (going.isPresent()) {
            return ofCase(going.get());
        }
        String page = "/students/" + child.id();
        if (child.state() == StudentState.DROPPED_OUT || child.state() == StudentState.AT_RISK) {
            return Optional.of(new NextStep("建立个案", page + "/case/new", "该生未在校学习，还没有建立个案。"));
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

    /** The first of what usually comes next that the caller may do today. */
    private static Optional<NextStep> ofCase(ReadCase read) {
        CaseState state = read.now().map(Situation::state).orElse(read.found().state());
        Set<EventKind> open = read.allowed().stream()
                .filter(Allowing.Allowed::open)
                .map(Allowing.Allowed::kind)
                .collect(Collectors.toSet());
        return usual(state).stream().filter(open::contains).findFirst().map(kind -> step(kind, state, read));
    }

    private static List<EventKind> usual(CaseState state) {
        return switch (state) {
            case SUSPECTED -> List.of(EventKind.CONFIRMED, EventKind.PERSUADED);
            case OUT -> List.of(EventKind.PERSUADED);
            case RETURNED, VOCATIONAL ->
                List.of(EventKind.STRUCK_OFF, EventKind.STRIKE_OFF_PROPOSED, EventKind.WATCHED);
            case APPLYING -> List.of(EventKind.DECIDED, EventKind.APPLIED);
            case ELSEWHERE -> List.of(EventKind.STRUCK_OFF, EventKind.STRIKE_OFF_PROPOSED, EventKind.RETURNED);
            case DEFERRED, SUSPENDED, HOME_TUITION -> List.of(EventKind.RETURNED);
            case CLEARED, STRUCK_OFF -> List.of();
        };
    }

    private static NextStep step(EventKind kind, CaseState state, ReadCase read) {
        if (kind == EventKind.PERSUADED) {
            int next = read.found().persuasions().size() + 1;
            return new NextStep(
                    "记录第%d次劝返".formatted(next),
                    "/cases/%d/persuasions/new".formatted(read.found().id()),
                    "");
        }
        String why =
                switch (kind) {
                    case CONFIRMED -> "该生疑似辍学；核实后确认，或者在“个案”中排除。";
                    case WATCHED -> "复学后跟踪到校情况，满期后申请销号。";
                    case STRIKE_OFF_PROPOSED -> "跟踪已满期，可以申请销号。";
                    case STRUCK_OFF -> "学校已申请销号，等教育局决定。";
                    default -> "";
                };
        String label =
                switch (kind) {
                    case CONFIRMED -> "核实后确认辍学";
                    case WATCHED -> "确认到校";
                    case RETURNED -> "登记复学";
                    default -> kind.label();
                };
        return new NextStep(
                label, "/cases/%d/events/new?kind=%s".formatted(read.found().id(), kind), state.ended() ? "" : why);
    }
}
