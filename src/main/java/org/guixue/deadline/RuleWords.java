package org.guixue.deadline;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.access.OfficeKind;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.Rule;
import org.guixue.form.RuleSpan;
import org.guixue.form.RuleTrigger;

/** A rule of a jurisdiction in words: when, by when, by what it is done, to whom it goes. */
final class RuleWords {
    private static final Map<String, String> SEASONS = Map.of("spring", "春季", "autumn", "秋季", "", "");

    private final FormCatalog forms;
    private final Map<String, String> titles;

    /** @param rules those in force, of which one may name another */
    RuleWords(FormCatalog forms, List<Rule> rules) {
        this.forms = forms;
        this.titles = rules.stream().collect(Collectors.toMap(Rule::id, Rule::title));
    }

    /** 秋季学期开学起7日内. */
    String when(Rule rule) {
        String from =
                trigger(rule.trigger()) + rule.offset().map(RuleWords::moved).orElse("");
        if (rule.within().size() == 1 && isThatDay(rule.trigger(), rule.within().get(0))) {
            return from + (rule.trigger().onCalendar() ? "前" : "当日");
        }
        String by = rule.within().stream().map(RuleWords::span).distinct().collect(Collectors.joining("、"));
        return from + (by.isEmpty() ? "" : "，" + by) + (rule.repeated() ? "，以后每期一次" : "");
    }

    private static boolean isThatDay(RuleTrigger trigger, RuleSpan span) {
        return (span.kind() == RuleSpan.Kind.PERIOD && span.period().isZero())
                || (span.kind() == RuleSpan.Kind.MONTH_END && trigger.kind() == RuleTrigger.Kind.MONTH_END);
    }

    private String trigger(RuleTrigger trigger) {
        String season = SEASONS.getOrDefault(trigger.detail(), "");
        return switch (trigger.kind()) {
            case DAY -> day(trigger.detail());
            case YEAR -> "每年";
            case SCHOOL_YEAR -> "每学年";
            case QUARTER -> "每季度";
            case MONTH -> "每月";
            case MONTH_END -> "每月月底";
            case WEEK -> "每周";
            case TERM_START -> season + "学期开学";
            case TERM_END -> season + "学期结束";
            case HOLIDAY_START -> season + "学期后放假";
            case EVENT -> "“%s”后".formatted(EventKind.valueOf(trigger.detail()).label());
            case STATE -> "“%s”起".formatted(CaseState.valueOf(trigger.detail()).label());
            case UNTIL -> "批准的期限届满";
            case SIXTEEN -> "年满16周岁";
            case LAST_ATTENDED -> "最后到校日期后";
            case DELIVERY_FAILED -> "未能送达后";
            case PROMISED -> "约定返校日期后";
            case ORDER_UNTIL -> "责令的期限届满";
            case MISSED -> "“%s”逾期后".formatted(titles.getOrDefault(trigger.detail(), trigger.detail()));
        };
    }

    private static String day(String detail) {
        if (detail.startsWith("--")) {
            MonthDay day = MonthDay.parse(detail);
            return "每年%d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth());
        }
        LocalDate day = LocalDate.parse(detail);
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static String moved(Period offset) {
        return (offset.isNegative() ? "前" : "后") + period(offset.isNegative() ? offset.negated() : offset);
    }

    private static String period(Period period) {
        int days = period.getDays();
        return (period.getYears() > 0 ? period.getYears() + "年" : "")
                + (period.getMonths() > 0 ? period.getMonths() + "个月" : "")
                + (days > 0 ? days + "日" : "");
    }

    private static String span(RuleSpan span) {
        return switch (span.kind()) {
            case PERIOD -> span.period().isZero() ? "当日" : period(span.period()) + "内";
            case MONTH_END -> "当月月底前";
            case PERIOD_END -> "当期结束前";
            case DAY ->
                "%d月%d日前".formatted(span.day().getMonthValue(), span.day().getDayOfMonth());
            case SCHOOL_DAYS -> "第%d个教学日前".formatted(span.schoolDays());
        };
    }

    static String who(Rule rule) {
        return rule.who().stream().map(Rule.Actor::label).collect(Collectors.joining("、"));
    }

    static String to(Rule rule) {
        return rule.to().stream().map(OfficeKind::label).collect(Collectors.joining("、"));
    }

    /** 《责令送学通知书》或者登记“责令送学”. */
    String doneBy(Rule rule) {
        return rule.doneBy().stream().map(this::proof).distinct().collect(Collectors.joining("；"));
    }

    private String proof(Rule.Proof proof) {
        return switch (proof.kind()) {
            case FORM -> "《%s》%s".formatted(title(proof.name()), proof.delivered() ? "送达" : "签发");
            case EVENT ->
                (proof.joint() ? "联合" : "")
                        + "“%s”".formatted(EventKind.valueOf(proof.name()).label());
            case LEDGER -> "《%s》报送".formatted(title(proof.name()));
        };
    }

    private String title(String form) {
        Optional<Form> known = forms.paper(FormId.parse(form));
        return known.map(Form::title).orElse(form);
    }

    static String escalated(Rule rule) {
        return rule.escalate()
                .map(up -> "逾期%s报%s".formatted(period(up.after()), up.to().label()))
                .orElse("");
    }
}
