package org.guixue.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.casefile.Case;
import org.guixue.casefile.Persuasion;
import org.guixue.casefile.history.CaseState;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.sheet.Offered;

/**
 * One thing about a child that is not finished.
 *
 * @param figure a number that stands out, such as 60 天; empty for none
 * @param link address of where it is carried on, with {@code linkText}; empty for none
 */
public record ChildDue(String figure, String text, String link, String linkText) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    static List<ChildDue> of(
            Optional<Case> open, List<Offered.Begun> drafts, List<Instrument> papers, LocalDate today, ZoneId zone) {
        List<ChildDue> due = new ArrayList<>();
        open.ifPresent(found -> due.add(of(found, today)));
        for (Offered.Begun draft : drafts) {
            due.add(new ChildDue(
                    "草稿",
                    "《%s》，%s保存，还没有签发"
                            .formatted(draft.title(), WHEN.withZone(zone).format(draft.changedAt())),
                    "/drafts/" + draft.draft(),
                    "继续填写"));
        }
        papers.stream()
                .filter(paper -> paper.state() == InstrumentState.RESERVED)
                .forEach(paper -> due.add(new ChildDue(
                        "盖章中",
                        "《%s》%s 文号已编定，正在盖章归档".formatted(paper.title(), paper.serial()),
                        "/instruments/" + paper.id(),
                        "查看")));
        return List.copyOf(due);
    }

    private static ChildDue of(Case open, LocalDate today) {
        List<Persuasion> persuasions = open.persuasions();
        String last = open.state() == CaseState.APPLYING
                ? "申请办理中"
                : persuasions.isEmpty()
                        ? "还没有劝返"
                        : "已劝返 %d 次，最近一次 %s"
                                .formatted(
                                        persuasions.size(),
                                        persuasions.get(persuasions.size() - 1).on());
        long days = ChronoUnit.DAYS.between(open.openedOn(), today);
        return new ChildDue(
                days + " 天",
                "个案%s建立，现为“%s”，%s".formatted(open.openedOn(), open.state().label(), last),
                "",
                "");
    }
}
