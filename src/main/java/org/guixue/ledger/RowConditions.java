package org.guixue.ledger;

import java.time.LocalDate;
import java.util.List;
import org.guixue.form.LedgerCondition;

/** Whether what a ledger asks of each row holds of one entry. */
record RowConditions(Reported asked, ReportingLine line) {
    boolean hold(List<LedgerCondition> where, Reportable entry) {
        return where.stream().allMatch(each -> holds(each, entry));
    }

    private boolean holds(LedgerCondition condition, Reportable entry) {
        Object value = entry.fact(condition.fact());
        List<String> values = condition.values().stream().map(this::meant).toList();
        String first = values.isEmpty() ? "" : values.get(0);
        return switch (condition.operator()) {
            case IS -> value.toString().equals(first);
            case IS_NOT -> !value.toString().equals(first);
            case IN -> values.contains(value.toString());
            case UNDER -> line.reaches(entry.reporter(), asked.office());
            case BEFORE -> value instanceof LocalDate day && day.isBefore(LocalDate.parse(first));
            case AFTER -> value instanceof LocalDate day && day.isAfter(LocalDate.parse(first));
            case WITHIN -> value instanceof LocalDate day && asked.period().contains(day) && !day.isAfter(asked.asOf());
            case HAS -> has(value.toString(), first);
        };
    }

    private static boolean has(String value, String wanted) {
        return switch (wanted) {
            case "true" -> !value.isEmpty();
            case "false" -> value.isEmpty();
            default -> value.contains(wanted);
        };
    }

    private String meant(String value) {
        return switch (value) {
            case "{office}" -> asked.office().name();
            case "{period-start}" -> asked.period().from().toString();
            case "{period-end}" -> asked.period().until().toString();
            case "{as-of}" -> asked.asOf().toString();
            default -> value;
        };
    }
}
