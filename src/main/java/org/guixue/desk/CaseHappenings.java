package org.guixue.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.guixue.casefile.Persuasion;
import org.guixue.casefile.PersuasionDetails;
import org.guixue.casefile.ReadCase;
import org.guixue.casefile.RecordedEvent;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;

/** The events of a child's case as lines of its page, oldest first. */
final class CaseHappenings {
    private final ReadCase read;
    private final LongFunction<String> offices;
    private final boolean mayCorrect;
    private int persuasions;

    /** @param offices the name of an office */
    CaseHappenings(ReadCase read, LongFunction<String> offices, boolean mayCorrect) {
        this.read = read;
        this.offices = offices;
        this.mayCorrect = mayCorrect;
    }

    List<Happening> all() {
        return read.recorded().stream()
                .filter(each -> each.event().kind() != EventKind.CORRECTED)
                .map(this::one)
                .toList();
    }

    private Happening one(RecordedEvent recorded) {
        CaseEvent event = recorded.event();
        Optional<CaseEvent> correction = read.history().correctionOf(event);
        boolean flawed = read.isFlawed(event);
        List<String> more = new ArrayList<>(event.kind() == EventKind.PERSUADED ? persuasion(event) : said(event));
        if (!event.late().isEmpty()) {
            more.add("补录：" + event.late());
        }
        correction.ifPresent(each -> more.add("更正：" + each.words()));
        more.add("登记：" + recorded.recorder());
        return new Happening(
                Happening.Kind.CASE,
                event.on(),
                what(event, correction.isEmpty()),
                "",
                more,
                0,
                correction.isPresent() ? "已更正" : flawed ? "依据已失效" : "",
                flawed ? "soon" : "",
                mayCorrect && correction.isEmpty()
                        ? "/cases/%d/%s/%d/correct"
                                .formatted(
                                        read.found().id(),
                                        event.kind() == EventKind.PERSUADED ? "persuasions" : "events",
                                        event.id())
                        : "");
    }

    private String what(CaseEvent event, boolean holds) {
        if (event.kind() != EventKind.PERSUADED) {
            return event.facts().is(Fact.PROPOSED)
                    ? "建议" + event.kind().label()
                    : event.kind().label();
        }
        if (holds) {
            persuasions++;
        }
        String joint = event.facts().is(Fact.JOINT) ? "（联合劝返）" : "";
        return holds ? "第%d次劝返%s".formatted(persuasions, joint) : "劝返" + joint;
    }

    private List<String> persuasion(CaseEvent event) {
        return event.facts().id(Fact.PERSUASION).stream()
                .mapToObj(id -> read.found().recordedPersuasion(id))
                .flatMap(Optional::stream)
                .flatMap(made -> lines(made).stream())
                .toList();
    }

    private static List<String> lines(Persuasion made) {
        PersuasionDetails said = made.details();
        List<String> lines = new ArrayList<>();
        lines.add(said.byWithLines() + "，在" + said.place());
        lines.add("做法：" + said.how());
        said.met().ifPresent(met -> lines.add("见到：" + met.label()));
        add("学生说：", said.childSaid(), lines);
        said.refuses().ifPresent(refuses -> lines.add(refuses ? "学生本人拒绝返校" : "学生没有拒绝返校"));
        add("监护人说：", said.guardianSaid(), lines);
        lines.add("结果：" + said.result());
        said.promisedOn().map(LocalDate::toString).ifPresent(day -> lines.add("约定返校：" + day));
        add("未返校原因：", said.notReturned(), lines);
        return lines;
    }

    private static void add(String label, String text, List<String> lines) {
        if (!text.isEmpty()) {
            lines.add(label + text);
        }
    }

    private List<String> said(CaseEvent event) {
        List<String> more = new ArrayList<>();
        boolean apart = !read.mayReadSensitive() && event.isSensitive();
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Fact, String> each : event.facts().all().entrySet()) {
            if (isShown(each.getKey())) {
                parts.add(each.getKey().label() + "：" + value(each.getKey(), each.getValue(), apart));
            }
        }
        if (!parts.isEmpty()) {
            more.add(String.join("；", parts));
        }
        if (!event.words().isEmpty()) {
            more.add(apart ? "另册保管" : event.words());
        }
        return more;
    }

    private static boolean isShown(Fact fact) {
        return switch (fact) {
            case AS, PROPOSED, LEAD, PAPER, DELIVERY, PERSUASION, CORRECTS, REPLACEMENT -> false;
            default -> true;
        };
    }

    private String value(Fact fact, String value, boolean apart) {
        if (apart && fact == Fact.GROUND) {
            return "另册";
        }
        return fact.kind() == Fact.Kind.ID ? offices.apply(Long.parseLong(value)) : fact.spoken(value);
    }
}
