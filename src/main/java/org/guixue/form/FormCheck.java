package org.guixue.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.jspecify.annotations.Nullable;

/**
 * Holds values against a form: at most one violation per field or table cell, each with the rule and the way out in Chinese.
 * A cell is named as its input is, {@code visits[0].on}. Knows no clock.
 */
public final class FormCheck {
    /** Nobody misses school before. */
    private static final int YOUNGEST = 5;

    private static final int MOST_YEARS_AHEAD = 20;

    private final Form form;
    private final Map<String, Object> values;
    private final LocalDate issuedOn;
    private final Optional<LocalDate> bornOn;
    private final Map<String, String> messages = new LinkedHashMap<>();

    private FormCheck(Form form, Map<String, Object> values, LocalDate issuedOn, Optional<LocalDate> bornOn) {
        this.form = form;
        this.values = values;
        this.issuedOn = issuedOn;
        this.bornOn = bornOn.or(this::bornAsSaid);
    }

    /**
     * What does not fit, in the form's order; empty when everything does.
     *
     * @param values as {@link #normalise} leaves them
     * @param issuedOn the issue date, which is today
     */
    public static List<Violation> check(Form form, Map<String, Object> values, LocalDate issuedOn) {
        return check(form, values, issuedOn, Optional.empty());
    }

    /** @param bornOn of the child whom the paper is about, where the paper does not say it itself */
    public static List<Violation> check(
            Form form, Map<String, Object> values, LocalDate issuedOn, Optional<LocalDate> bornOn) {
        FormCheck check = new FormCheck(form, values, issuedOn, bornOn);
        check.unknown("", form.fields(), values);
        for (Field field : form.fields()) {
            check.field(field.name(), field, values.get(field.name()));
        }
        check.identity();
        return check.messages.entrySet().stream()
                .map(entry -> new Violation(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * The same values as one would have typed them carefully: trimmed, full-width digits and letters of numbers made
     * half-width, x made X, empty ones left out, numbers read. What cannot be read stays as it is for {@link #check} to
     * name. Never throws.
     */
    public static Map<String, Object> normalise(Form form, Map<String, Object> values) {
        return Normalising.values(form.fields(), values);
    }

    private void unknown(String prefix, List<Field> fields, Map<String, Object> given) {
        for (String name : given.keySet()) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                messages.putIfAbsent(prefix + name, "本表没有 “" + name + "” 这一栏；请去掉它，或者改成表上的栏目名。");
            }
        }
    }

    private void field(String path, Field field, @Nullable Object value) {
        if (field.type() == FieldType.SIGNATURE) {
            if (value != null) {
                violate(path, field, "留待手写，不能填写；请清空这一栏。");
            }
        } else if (value == null || FormValues.texts(value).isEmpty()) {
            if (field.required()) {
                violate(path, field, "必须填写。");
            }
        } else if (field.type() == FieldType.TABLE) {
            table(path, field, value);
        } else {
            ValueCheck.fault(field, value).ifPresent(fault -> violate(path, field, fault));
            relations(path, field, value);
        }
    }

    private void table(String path, Field table, Object value) {
        if (!(value instanceof List<?>)) {
            violate(path, table, "应当是若干行；请按表格逐行填写。");
            return;
        }
        List<Map<String, Object>> rows = FormValues.rows(value);
        if (rows.size() > table.max()) {
            violate(path, table, "最多" + table.max() + "行，现有" + rows.size() + "行；请删去多余的行。");
        }
        for (int i = 0; i < rows.size(); i++) {
            String row = path + "[" + i + "]";
            if (rows.get(i).isEmpty()) {
                messages.putIfAbsent(row, "「" + table.label() + "」第" + (i + 1) + "行是空的；请填写或删去这一行。");
                continue;
            }
            unknown(row + ".", table.fields(), rows.get(i));
            for (Field column : table.fields()) {
                field(row + "." + column.name(), column, rows.get(i).get(column.name()));
            }
        }
    }

    private void relations(String path, Field field, Object value) {
        latestDay(field, value).ifPresent(day -> inALifetime(path, field, day));
        field.notAfter().ifPresent(limit -> notAfter(path, field, value, limit));
        field.equalsCount().ifPresent(table -> {
            int rows = FormValues.rows(values.get(table)).size();
            String label = form.field(table).map(Field::label).orElse(table);
            if (!FieldText.of(field, value).equals(Integer.toString(rows))) {
                violate(path, field, "填的是" + FieldText.of(field, value) + "，而「" + label + "」有" + rows + "次记录；两处应当一致。");
            }
        });
    }

    /** The day of a date, the last one of a month. */
    private static Optional<LocalDate> latestDay(Field field, Object value) {
        return switch (field.type()) {
            case DATE -> date(value);
            case MONTH -> date(value + "-01").map(first -> first.plusMonths(1).minusDays(1));
            default -> Optional.empty();
        };
    }

    /** Nothing that a paper tells of a child lies before its birth, and nothing at all lies generations ahead. */
    private void inALifetime(String path, Field field, LocalDate day) {
        String said = said(field, day);
        boolean birth = field.from().equals(Optional.of("student.bornOn"));
        boolean absence = field.from().equals(Optional.of("case.absentFrom"));
        bornOn.filter(born -> absence && !day.isBefore(born) && day.isBefore(born.plusYears(YOUNGEST)))
                .ifPresent(born -> violate(path, field, "填的是" + said + "，学生那时还不满" + YOUNGEST + "周岁，没有上学；请核对年份。"));
        bornOn.filter(born -> !birth && day.isBefore(born))
                .ifPresent(
                        born -> violate(path, field, "填的是" + said + "，早于学生出生日期（" + FieldText.date(born) + "）；请核对年份。"));
        if (day.isAfter(issuedOn.plusYears(MOST_YEARS_AHEAD))) {
            violate(path, field, "填的是" + said + "，太晚了；请核对年份。");
        }
    }

    private Optional<LocalDate> bornAsSaid() {
        return valueFrom("student.bornOn").flatMap(FormCheck::date).or(() -> valueFrom("student.nationalId")
                .map(Object::toString)
                .map(NationalId::read)
                .flatMap(Given::value)
                .map(NationalId::bornOn));
    }

    private static String said(Field field, LocalDate day) {
        return field.type() == FieldType.MONTH
                ? "%d年%d月".formatted(day.getYear(), day.getMonthValue())
                : FieldText.date(day);
    }

    private void notAfter(String path, Field field, Object value, String limit) {
        Optional<LocalDate> date = firstDay(value);
        boolean fixed = limit.equals("issuedOn") || limit.equals("today");
        Optional<LocalDate> last = fixed ? Optional.of(issuedOn) : firstDay(values.get(limit));
        if (date.isPresent() && last.isPresent() && date.get().isAfter(last.get())) {
            String name =
                    fixed ? "今天" : "「" + form.field(limit).map(Field::label).orElse(limit) + "」";
            violate(
                    path,
                    field,
                    "填的是" + said(field, date.get()) + "，晚于" + name + "（"
                            + (fixed ? FieldText.date(last.get()) : said(field, last.get())) + "）；请改为"
                            + (field.type() == FieldType.MONTH ? "这一个月或更早。" : "这一天或更早的日期。"));
        }
    }

    /** A resident ID says when one was born and whether one is a boy or a girl; the fields must agree with it. */
    private void identity() {
        Optional<NationalId> id = valueFrom("student.nationalId")
                .map(Object::toString)
                .map(NationalId::read)
                .flatMap(Given::value);
        if (id.isEmpty()) {
            return;
        }
        LocalDate born = id.get().bornOn();
        if (born.isAfter(issuedOn)) {
            fieldFrom("student.nationalId").ifPresent(field -> violate(field.name(), field, "里的出生日期还没有到；请核对号码。"));
        }
        fieldFrom("student.bornOn").ifPresent(field -> {
            if (date(values.get(field.name()))
                    .filter(date -> !date.equals(born))
                    .isPresent()) {
                violate(field.name(), field, "与身份证号码里的" + FieldText.date(born) + "不一致；请核对两处。");
            }
        });
        fieldFrom("student.sex").ifPresent(field -> {
            Object sex = values.get(field.name());
            if (sex != null && !sex.equals(id.get().sex())) {
                violate(field.name(), field, "与身份证号码不一致（第17位表示" + id.get().sex() + "）；请核对两处。");
            }
        });
    }

    private Optional<Field> fieldFrom(String path) {
        return form.fields().stream()
                .filter(field -> field.from().equals(Optional.of(path)))
                .findFirst();
    }

    private Optional<Object> valueFrom(String path) {
        return fieldFrom(path).flatMap(field -> Optional.ofNullable(values.get(field.name())));
    }

    private void violate(String path, Field field, String rule) {
        messages.putIfAbsent(path, "「" + field.label() + "」" + rule);
    }

    /** The day of a date, the first one of a month. */
    private static Optional<LocalDate> firstDay(@Nullable Object value) {
        return date(value).or(() -> value == null ? Optional.empty() : date(value + "-01"));
    }

    private static Optional<LocalDate> date(@Nullable Object value) {
        try {
            return value == null ? Optional.empty() : Optional.of(LocalDate.parse(value.toString()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
