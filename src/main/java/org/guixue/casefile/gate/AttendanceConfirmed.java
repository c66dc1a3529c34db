package org.guixue.casefile.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.form.Jurisdiction;

/**
 * 防止虚假复学 (西教〔2020〕3号 三（三）): a return counts after attendance on days of the school's calendar, confirmed several times, the
 * last time at the end. The numbers are 本单位规定 unless a source gives them.
 */
final class AttendanceConfirmed implements Condition {
    private static final String TITLE = "复学后的跟踪";

    @Override
    public Optional<Obstacle> judge(CaseEvent event, Situation before, Circumstances circumstances) {
        return circumstances.rule("watch").flatMap(rule -> switch (event.kind()) {
            case WATCHED -> unlessSchoolDay(rule, event.on(), circumstances);
            case STRIKE_OFF_PROPOSED, STRUCK_OFF ->
                event.facts().is(Fact.END, "RETURNED") || event.facts().is(Fact.END, "VOCATIONAL")
                        ? missing(rule, before, circumstances)
                        : Optional.empty();
            default -> Optional.empty();
        });
    }

    private static Optional<Obstacle> unlessSchoolDay(
            Jurisdiction.Gate rule, LocalDate on, Circumstances circumstances) {
        return circumstances.schoolDay().test(on)
                ? Optional.empty()
                : Optional.of(Obstacle.blocking(rule, TITLE, List.of("%s不是校历上的教学日，请填到校的那天".formatted(on))));
    }

    private static Optional<Obstacle> missing(Jurisdiction.Gate rule, Situation before, Circumstances circumstances) {
        List<LocalDate> confirmed = before.of(EventKind.WATCHED).stream()
                .map(CaseEvent::on)
                .filter(day -> !day.isBefore(before.since()))
                .distinct()
                .toList();
        int needed = rule.number("confirmations", 4);
        int days = rule.number("days", 30);
        List<String> missing = new ArrayList<>();
        if (confirmed.size() < needed) {
            missing.add("确认到校%d次以上：现有%d次".formatted(needed, confirmed.size()));
        }
        long attended =
                confirmed.isEmpty() ? 0 : circumstances.schoolDays(before.since(), confirmed.get(confirmed.size() - 1));
        if (attended < days) {
            missing.add("从%s起满%d个教学日后再确认一次到校：到最近一次确认是%d个教学日".formatted(before.since(), days, attended));
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(Obstacle.blocking(rule, TITLE, missing));
    }
}
