package org.guixue.sheet;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.calendar.Counting;
import org.guixue.calendar.Roll;
import org.guixue.casefile.Case;
import org.guixue.casefile.Persuasion;
import org.guixue.casefile.PersuasionDetails.Met;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.instrument.Instrument;

/** What a form may ask of the child's case: each {@code case.…} path and where its answer comes from. */
final class CasePaths {
    /** 接到通知书后一周内 (天梯政办〔2019〕30号 四（一）). */
    private static final Period WEEK = Period.ofDays(7);

    /** A case with what the paper says beside it. */
    record Asked(CaseSoFar known, OfficeDesk around, LocalDate today) {
        Case found() {
            return known.found();
        }

        Efforts efforts(boolean withNotice) {
            String notice = withNotice ? served() : "";
            return new Efforts(known.persuasions(), notice, today.getYear());
        }

        private String served() {
            return known.now()
                    .noticeReceived()
                    .flatMap(on -> known.notice()
                            .map(paper -> "%s送达《%s》".formatted(Efforts.day(on, today.getYear()), paper.title())))
                    .orElse("");
        }

        Optional<String> school(CaseEvent event) {
            OptionalLong id = event.facts().id(Fact.SCHOOL);
            return id.isPresent() ? around.office(id.getAsLong()) : Optional.empty();
        }
    }

    static final Map<String, Function<Asked, Optional<?>>> ALL = all();

    private CasePaths() {}

    private static Map<String, Function<Asked, Optional<?>>> all() {
        Map<String, Function<Asked, Optional<?>>> paths = new HashMap<>();
        paths.putAll(absence());
        paths.putAll(efforts());
        paths.putAll(papers());
        paths.putAll(OutcomePaths.ALL);
        return Map.copyOf(paths);
    }

    private static Map<String, Function<Asked, Optional<?>>> absence() {
        return Map.ofEntries(
                entry("case.openedOn", a -> Optional.of(a.found().openedOn())),
                entry("case.reason", a -> Optional.of(a.found().reason())),
                entry("case.cause", a -> a.known()
                        .now()
                        .cause()
                        .or(() -> Optional.of(a.found().reason()))),
                entry("case.whereabouts", a -> a.known().now().whereabouts()),
                entry("case.lastDayAttended", a -> a.known().now().lastDayAttended()),
                entry("case.absentFrom", a -> a.known().absentFrom().filter(day -> !day.isAfter(a.today()))),
                entry("case.timeAway", a -> a.known().timeAway(a.today())),
                entry("case.state", a -> Optional.of(a.known().now().state().label())),
                entry("case.stateBefore", a -> a.known().stateBefore()),
                entry("case.registrationKind", a -> Optional.of(registrationKind(a.known()))),
                entry("case.responsible", a -> a.known()
                        .said(Fact.RESPONSIBLE)
                        .or(() -> Optional.of(a.around().issuer().principal()))));
    }

    /** 登记类型 (赣县教基字〔2021〕10号 附件1-2 注2). */
    private static String registrationKind(CaseSoFar known) {
        return known.now().state() == CaseState.DEFERRED || known.now().state() == CaseState.SUSPENDED
                ? "缓学休学"
                : "失学辍学";
    }

    private static Map<String, Function<Asked, Optional<?>>> efforts() {
        return Map.ofEntries(
                entry("case.persuaded", a -> Optional.of(a.known().persuasions().isEmpty() ? "否" : "是")),
                entry(
                        "case.persuasionCount",
                        a -> Optional.of(a.known().persuasions().size())),
                entry("case.persuasions", a -> Optional.of(rows(a.known().persuasions()))),
                entry(
                        "case.jointPersuasions",
                        a -> Optional.of(a.known().joint().size())),
                entry(
                        "case.joint",
                        a -> Optional.of(a.known().joint().stream()
                                .map(CasePaths::jointRow)
                                .toList())),
                entry("case.lastJointOn", a -> last(a.known().joint()).map(Persuasion::on)),
                entry("case.lastResult", a -> a.known().lastPersuasion().map(Persuasion::result)),
                entry("case.notReturned", a -> a.known().lastPersuasion().map(each -> each.details()
                        .notReturned())),
                entry(
                        "case.childSaid",
                        a -> said(a.known(), each -> each.details().childSaid())),
                entry(
                        "case.guardianSaid",
                        a -> said(a.known(), each -> each.details().guardianSaid())),
                entry("case.efforts", a -> Optional.of(a.efforts(false))),
                entry("case.effortsAndNotice", a -> Optional.of(a.efforts(true))),
                entry("case.course", a -> Optional.of(new CaseCourse(a.known(), a.today()))));
    }

    private static Optional<LocalDate> noticeDeadline(Asked a) {
        return a.known()
                .now()
                .noticeReceived()
                .map(on ->
                        Roll.NEXT.apply(Counting.lastDay(on, WEEK), a.around().workingDays()));
    }

    /** What somebody said at each persuasion, a line each. */
    private static Optional<String> said(CaseSoFar known, Function<Persuasion, String> what) {
        return Optional.of(known.persuasions().stream()
                .filter(each -> !what.apply(each).isBlank())
                .map(each -> "%d月%d日：%s"
                        .formatted(
                                each.on().getMonthValue(),
                                each.on().getDayOfMonth(),
                                what.apply(each).strip()))
                .collect(Collectors.joining("\n")));
    }

    private static Map<String, Function<Asked, Optional<?>>> papers() {
        return Map.ofEntries(
                entry("case.noticeSerial", a -> a.known().notice().map(Instrument::serial)),
                entry("case.noticeIssuedOn", a -> a.known().notice().map(Instrument::issuedOn)),
                entry("case.noticeReceivedOn", a -> a.known().now().noticeReceived()),
                entry("case.noticeDeadline", CasePaths::noticeDeadline),
                entry("case.noticeEndedOn", a -> noticeDeadline(a).filter(a.today()::isAfter)),
                entry("case.noticeRunsUntil", a -> noticeDeadline(a)
                        .filter(last -> !a.today().isAfter(last))),
                entry("case.report", a -> a.known()
                        .paperOf(EventKind.REPORTED_UP)
                        .map(paper -> paper.issuer().name() + "以" + paper.serial() + "文")),
                entry(
                        "case.reportSerial",
                        a -> a.known().paperOf(EventKind.REPORTED_UP).map(Instrument::serial)),
                entry(
                        "case.reportedOn",
                        a -> a.known().last(EventKind.REPORTED_UP).map(CaseEvent::on)),
                entry(
                        "case.orderSerial",
                        a -> a.known().paperOf(EventKind.ORDERED).map(Instrument::serial)),
                entry("case.orderedOn", a -> a.known().last(EventKind.ORDERED).map(CaseEvent::on)),
                entry(
                        "case.papers",
                        a -> Optional.of(a.known().proofs().stream()
                                .map(ChildPapers::row)
                                .toList())),
                entry("case.paperCount", a -> Optional.of(a.known().proofs().size())),
                entry(
                        "case.paperPages",
                        a -> Optional.of(a.known().proofs().stream()
                                .mapToInt(Instrument::pages)
                                .sum())),
                entry("case.annexes", a -> Optional.of(annexes(a.known()))));
    }

    private static List<Map<String, Object>> annexes(CaseSoFar known) {
        int count = known.persuasions().size();
        Optional<String> records = count == 0 ? Optional.empty() : Optional.of("劝返记录%d份".formatted(count));
        Optional<String> notice = known.notice().map(paper -> "《%s》%s%s"
                .formatted(
                        paper.title(),
                        paper.serial(),
                        known.now().noticeReceived().isPresent() ? "及回执" : ""));
        return Stream.of(records, notice)
                .flatMap(Optional::stream)
                .map(name -> Map.<String, Object>of("name", name))
                .toList();
    }

    private static List<Map<String, Object>> rows(List<Persuasion> persuasions) {
        return persuasions.stream().map(CasePaths::row).toList();
    }

    private static Map<String, Object> row(Persuasion persuasion) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("on", persuasion.on().toString());
        row.put("by", String.join("、", persuasion.by()));
        row.put("place", persuasion.place());
        row.put("how", persuasion.how());
        row.put("met", persuasion.details().met().map(Met::label).orElse(""));
        row.put("result", persuasion.result());
        return row;
    }

    /** With the line that each of them stands for. */
    private static Map<String, Object> jointRow(Persuasion persuasion) {
        Map<String, Object> row = row(persuasion);
        row.put("by", persuasion.details().byWithLines());
        return row;
    }

    static <T> Optional<T> last(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
