package org.guixue.form;

import java.util.Optional;

/**
 * The rule of the national student number (全国学籍号): a letter and 18 characters. G carries a resident ID, J a number of the
 * same shape for a child without one, L a temporary one whose last four characters are free.
 */
public final class StudentNumberRule {
    private StudentNumberRule() {}

    /** What is wrong with it, in Chinese; empty when nothing is. Expects half-width characters and capitals. */
    public static Optional<String> fault(String number) {
        if (!number.matches("[GJL][0-9]{14}[0-9A-Z]{4}")) {
            return Optional.of("应当是19位：G、J或L加18位");
        }
        if (number.charAt(0) == 'G') {
            return NationalIdRule.fault(number.substring(1)).map(fault -> "G后面应当是身份证号，" + fault);
        }
        return Optional.empty();
    }
}
