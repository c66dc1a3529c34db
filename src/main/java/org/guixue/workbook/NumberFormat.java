package org.guixue.workbook;

import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What a cell's format does to a number.
 *
 * @param date shows it as a date or time
 * @param zeros digits that it is padded to (format 000000), else 0
 */
record NumberFormat(boolean date, int zeros) {
    static final NumberFormat GENERAL = new NumberFormat(false, 0);

    private static final int CODE_CHARS = 255;

    /** From a format's number and code; a built-in one may come without code. */
    static NumberFormat of(int id, String code) {
        boolean builtInDate =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        if (code.isEmpty() || code.length() > CODE_CHARS) {
            return builtInDate ? new NumberFormat(true, 0) : GENERAL;
        }
        if (builtInDate || DateUtil.isADateFormat(id, code)) {
            return new NumberFormat(true, 0);
        }
        return code.matches("0{2,30}") ? new NumberFormat(false, code.length()) : GENERAL;
    }

    String padded(String digits) {
        boolean whole = zeros > 0 && digits.chars().allMatch(Character::isDigit);
        return whole ? "0".repeat(Math.max(0, zeros - digits.length())) + digits : digits;
    }
}
