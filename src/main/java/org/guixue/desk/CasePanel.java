package org.guixue.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.casefile.Allowing;
import org.guixue.casefile.ReadCase;
import org.guixue.casefile.gate.Obstacle;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.person.Student;

/**
 * The child's case on its page: where it stands, what may be done now, and what stands in the way of the rest.
 *
 * @param open what the caller may do today
 * @param blocked what could be done where the case stands, and is closed to the caller or lacks something
 */
public record CasePanel(
        long id,
        String state,
        String since,
        boolean ended,
        List<ChildFacts.Fact> facts,
        List<Act> open,
        List<Act> blocked) {
    /**
     * @param notes what is missing, or advised, with its source
     */
    public record Act(String label, String address, List<String> notes) {}

    public CasePanel {
        facts = List.copyOf(facts);
        open = List.copyOf(open);
        blocked = List.copyOf(blocked);
    }

    static CasePanel of(Student child, ReadCase read, String lead) {
        CaseState state = read.now().map(Situation::state).orElse(read.found().state());
        List<Act> open = new ArrayList<>();
        List<Act> blocked = new ArrayList<>();
        for (Allowing.Allowed each : read.allowed()) {
            Act act = new Act(label(each.kind()), address(child, read, each.kind()), notes(each.blockedBy()));
            if (each.open()) {
                open.add(act);
            } else if (each.fitsState()) {
                blocked.add(act);
            }
        }
        return new CasePanel(
                read.found().id(),
                state.label(),
                read.now().map(now -> now.since().toString()).orElse(""),
                state.ended(),
                facts(read, lead),
                open,
                blocked);
    }

    private static String label(EventKind kind) {
        return switch (kind) {
            case PERSUADED -> "记录劝返";
            case OPENED -> "再次建档";
            case RETURNED -> "登记复学";
            default -> kind.label();
        };
    }

    private static String address(Student child, ReadCase read, EventKind kind) {
        return switch (kind) {
            case PERSUADED -> "/cases/%d/persuasions/new".formatted(read.found().id());
            case OPENED -> "/students/%d/case/new".formatted(child.id());
            default -> "/cases/%d/events/new?kind=%s".formatted(read.found().id(), kind.name());
        };
    }

    private static List<String> notes(List<Obstacle> obstacles) {
        return obstacles.stream()
                .map(each -> each.origin().isEmpty()
                        ? String.join("；", each.missing())
                        : "%s（%s）".formatted(String.join("；", each.missing()), each.origin()))
                .toList();
    }

    private static List<ChildFacts.Fact> facts(ReadCase read, String lead) {
        List<ChildFacts.Fact> facts = new ArrayList<>();
        Optional<Situation> now = read.now();
        now.flatMap(Situation::cause).ifPresent(cause -> facts.add(new ChildFacts.Fact("原因", cause)));
        now.flatMap(Situation::whereabouts).ifPresent(where -> facts.add(new ChildFacts.Fact("去向", where)));
        now.flatMap(Situation::lastDayAttended)
                .ifPresent(day -> facts.add(new ChildFacts.Fact("最后到校", day.toString())));
        now.flatMap(Situation::decidedUntil).ifPresent(day -> facts.add(new ChildFacts.Fact("期限至", day.toString())));
        now.flatMap(Situation::noticeReceived)
                .ifPresent(day -> facts.add(new ChildFacts.Fact("收到通知书", day.toString())));
        now.filter(each -> each.of(EventKind.PERSUADED).size() > 0)
                .ifPresent(each -> facts.add(new ChildFacts.Fact(
                        "劝返",
                        "%d次，其中联合劝返%d次".formatted(each.of(EventKind.PERSUADED).size(), each.jointPersuasions()))));
        long absences = read.history().absences(read.at());
        if (absences > 1) {
            facts.add(new ChildFacts.Fact("第几次", "第%d次".formatted(absences)));
        }
        now.flatMap(Situation::proposal)
                .ifPresent(ground -> facts.add(new ChildFacts.Fact("销号申请", Fact.END.spoken(ground) + "，等教育局决定")));
        facts.add(new ChildFacts.Fact("主办单位", lead));
        for (CaseEvent each : read.flawed()) {
            facts.add(new ChildFacts.Fact(
                    "依据已失效", "%s的“%s”，请更正或补齐依据".formatted(each.on(), each.kind().label())));
        }
        return facts;
    }
}
