package org.guixue.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 全国学籍号: 19 characters. G carries a resident ID, which must be one (it may be another than the child's today: the ID can
 * change, the number does not); J stands for a child without one: six digits of the school's place, eight of the birth date,
 * three of a sequence and a check character; L is temporary: six, eight, and four that are free.
 */
public record StudentNumber(String text) {
    /** As a regular expression. */
    public static final String SHAPE = "G[0-9]{17}[0-9X]|J[0-9]{17}[0-9X]|L[0-9]{14}[0-9A-Z]{4}";

    private static final Pattern WHOLE = Pattern.compile(SHAPE);
    private static final String WHAT = "全国学籍号";

    public StudentNumber {
        text = Normaliser.code(text);
        fault(text).ifPresent(fault -> {
            throw new IllegalArgumentException(WHAT + fault);
        });
    }

    public static Given<StudentNumber> read(String typed) {
        String text = Normaliser.code(typed);
        return text.isEmpty()
                ? Given.nothing()
                : fault(text)
                        .map(fault -> Given.<StudentNumber>refused(typed.strip(), WHAT + fault))
                        .orElseGet(() -> Given.of(text, new StudentNumber(text)));
    }

    /** What is wrong with a normalised one, as the end of a sentence that names it; empty when nothing is. */
    public static Optional<String> fault(String text) {
        if (text.contains("*")) {
            return NationalId.fault(text);
        }
        if (!WHOLE.matcher(text).matches()) {
            return Optional.of("应为19位（G加身份证号，J加18位，或L加14位数字和4位数字或字母），请核对后重填");
        }
        return text.charAt(0) == 'G' ? NationalId.fault(text.substring(1)).map("中G后面的身份证号"::concat) : Optional.empty();
    }

    /** Whether it carries another resident ID than this one. */
    public boolean carriesAnotherThan(NationalId id) {
        return text.charAt(0) == 'G' && !text.substring(1).equals(id.text());
    }

    /** The number with the ID inside it masked. */
    public String masked() {
        return Mask.of(text);
    }

    @Override
    public String toString() {
        return masked();
    }
}
