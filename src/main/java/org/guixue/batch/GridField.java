package org.guixue.batch;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.form.Field;
import org.guixue.form.FieldType;
import org.guixue.form.Form;
import org.guixue.sheet.Prefill;
import org.guixue.workbook.DateText;

/** A field of a form as a column: what stands on one line goes into a cell, and what only the record decides does not. */
record GridField(Field field) {
    private static final Set<FieldType> ON_ONE_LINE = EnumSet.of(
            FieldType.TEXT,
            FieldType.PARAGRAPH,
            FieldType.NAME,
            FieldType.DATE,
            FieldType.MONTH,
            FieldType.PHONE,
            FieldType.ADDRESS,
            FieldType.CHOICE,
            FieldType.FLAGS,
            FieldType.NUMBER,
            FieldType.PERCENT);

    /** Those of the form that go into a cell and that the caller may read, in its order. */
    static List<GridField> of(Form form, Caller caller) {
        return form.fields().stream()
                .filter(field -> caller.mayReadSensitive() || !field.sensitive())
                .filter(field -> ON_ONE_LINE.contains(field.type()))
                .filter(field -> !Prefill.isIdentity(field))
                .map(GridField::new)
                .toList();
    }

    public String name() {
        return field.name();
    }

    public String label() {
        return field.label();
    }

    public boolean needed() {
        return field.required();
    }

    /** Whether it wants more than a line. */
    public boolean isLong() {
        return field.type() == FieldType.PARAGRAPH;
    }

    /** What may stand in it; empty for free text. */
    public List<String> choices() {
        return field.type() == FieldType.CHOICE ? field.choices() : List.of();
    }

    /** How it is filled in, in a sentence. */
    String hint() {
        String how =
                switch (field.type()) {
                    case DATE -> "日期，写作2026-03-15。";
                    case MONTH -> "月份，写作2026-03。";
                    case CHOICE -> "从这些里选一个：" + String.join("、", field.choices()) + "。";
                    case FLAGS -> "可以选几个，用顿号隔开：" + String.join("、", field.choices()) + "。";
                    case NUMBER -> "数字，最大%d。".formatted(field.max());
                    case PERCENT -> "百分数，只写数字，如98.5。";
                    default -> "最多%d个字。".formatted(field.max());
                };
        return (asked() ? needed() ? "必填。" : "" : "不填就按名册、个案或本单位的信息填写。") + how;
    }

    /** Only the clerk knows it: no record prefills it. */
    boolean asked() {
        return field.from().isEmpty();
    }

    /** As the form's check wants it; what cannot be read stays as it was typed, for the check to name. */
    Object read(String typed) {
        return switch (field.type()) {
            case DATE -> DateText.day(typed).map(Object::toString).orElse(typed);
            case MONTH -> DateText.month(typed).map(Object::toString).orElse(typed);
            case FLAGS ->
                Arrays.stream(typed.split("[、，,;；\\s]+"))
                        .filter(each -> !each.isEmpty())
                        .toList();
            default -> typed;
        };
    }

    /** As it stands in a cell. */
    static String shown(Optional<Object> value) {
        return value.map(each -> each instanceof List<?> list
                        ? String.join("、", list.stream().map(Object::toString).toList())
                        : String.valueOf(each))
                .orElse("");
    }
}
