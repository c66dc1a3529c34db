package org.guixue.batch;

import java.util.Map;

/**
 * A child as somebody named it, in a pasted line or a row of a workbook.
 *
 * @param where the line or row, in words: 第3行
 * @param name may be empty where there is a number
 * @param number a resident ID or a student number as it was typed; empty for none
 * @param schoolClass what tells children of one name apart: grade, class or both; empty for none
 * @param values what is to stand on this child's paper
 */
record Wanted(String where, String name, String number, String schoolClass, Map<String, Object> values) {
    Wanted {
        values = Map.copyOf(values);
    }

    /** How it is called where it was not found. */
    String label() {
        return name.isEmpty() ? number : name;
    }
}
