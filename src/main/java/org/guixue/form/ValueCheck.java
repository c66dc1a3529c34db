package org.guixue.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.guixue.identity.NationalId;
import org.guixue.identity.StudentNumber;
import org.guixue.identity.Telephone;

/** The rule of each field type for one present value, as the end of a sentence that begins with the field's label. */
final class ValueCheck {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private ValueCheck() {}

    static Optional<String> fault(Field field, Object value) {
        return switch (field.type()) {
            case TEXT, PARAGRAPH, NAME, ADDRESS -> text(field, value);
            case NATIONAL_ID ->
                single(value).or(() -> NationalId.fault(value.toString()).map(fault -> fault + "。"));
            case STUDENT_NUMBER ->
                single(value).or(() -> StudentNumber.fault(value.toString()).map(fault -> fault + "。"));
            case DATE -> single(value).or(() -> date(value.toString()));
            case MONTH -> single(value).or(() -> month(value.toString()));
            case PHONE ->
                single(value)
                        .or(() -> tooLong(field, value.toString()))
                        .or(() -> complain(Telephone.refusal(value.toString()).isEmpty(), "应当是手机或座机号码，只有数字和连字符；请改正。"));
            case CHOICE ->
                single(value)
                        .or(() -> complain(
                                field.choices().contains(value.toString()),
                                "应当是" + String.join("、", field.choices()) + "之一；请重新选择。"));
            case FLAGS -> flags(field, value);
            case NUMBER -> number(value, field.max(), true);
            case PERCENT -> number(value, Math.min(100, field.max()), false);
            case PHOTOS -> photos(field, value);
            case TABLE, SIGNATURE -> Optional.empty();
        };
    }

    private static Optional<String> complain(boolean fits, String fault) {
        return fits ? Optional.empty() : Optional.of(fault);
    }

    private static Optional<String> single(Object value) {
        return complain(value instanceof String, "应当是一段文字；请重新填写。");
    }

    private static Optional<String> text(Field field, Object value) {
        if (!(value instanceof String text)) {
            return single(value);
        }
        Optional<String> tooLong = tooLong(field, text);
        if (tooLong.isPresent()) {
            return tooLong;
        }
        boolean lines = field.type() == FieldType.PARAGRAPH;
        boolean clean = text.codePoints().allMatch(c -> isPrintable(c) || (lines && c == '\n'));
        return complain(clean, lines ? "里有打印不出来的控制字符；请删去。" : "里有换行或打印不出来的控制字符；请写成一行。");
    }

    private static Optional<String> tooLong(Field field, String text) {
        int length = text.codePointCount(0, text.length());
        return complain(length <= field.max(), "最多" + field.max() + "个字，现有" + length + "个字；请删减。");
    }

    private static boolean isPrintable(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && !isDirectional(character);
    }

    /** Invisible characters that turn the direction of what follows can make a paper read other than it is. */
    private static boolean isDirectional(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    }

    private static Optional<String> date(String text) {
        try {
            return complain(!LocalDate.parse(text).isBefore(EARLIEST), "应当在1900年以后；请核对年份。");
        } catch (DateTimeException e) {
            return Optional.of("不是真实的日期；请写成 2026-03-15 的样子。");
        }
    }

    private static Optional<String> month(String text) {
        try {
            YearMonth.parse(text);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("不是真实的年月；请写成 2026-03 的样子。");
        }
    }

    private static Optional<String> number(Object value, int max, boolean whole) {
        if (!(value instanceof Number)) {
            return Optional.of("应当是数字；请只填数字。");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            return Optional.of("应当是数字；请只填数字。");
        }
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            return Optional.of("应当在0到" + max + "之间；请改正。");
        }
        int decimals = Math.max(0, number.stripTrailingZeros().scale());
        return complain(decimals <= (whole ? 0 : 2), whole ? "应当是整数；请改正。" : "最多两位小数；请改正。");
    }

    private static Optional<String> flags(Field field, Object value) {
        List<String> chosen = FormValues.texts(value);
        if (!(value instanceof List<?>) || !field.choices().containsAll(chosen)) {
            return Optional.of("应当从" + String.join("、", field.choices()) + "中选；请重新选择。");
        }
        return complain(new HashSet<>(chosen).size() == chosen.size(), "同一项选了两次；请去掉重复的。");
    }

    private static Optional<String> photos(Field field, Object value) {
        List<String> ids = FormValues.texts(value);
        if (!(value instanceof List<?>)
                || !ids.stream().allMatch(id -> id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"))) {
            return Optional.of("应当是已上传的照片；请重新上传。");
        }
        return complain(ids.size() <= field.max(), "最多" + field.max() + "张，现有" + ids.size() + "张；请删去多余的。");
    }
}
