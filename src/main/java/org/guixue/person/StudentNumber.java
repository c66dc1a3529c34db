package org.guixue.person;

import java.text.Normalizer;
import java.util.Locale;

/**
 * 全国学籍号: 19 characters, G + resident ID, J + school code, birth and sequence for children without one, L for the time
 * being. It lives independently of the ID, which may change later, so only its shape is checked.
 */
public record StudentNumber(String text) {
    public StudentNumber {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        if (!text.matches("[GJL]\\d{17}[\\dX]")) {
            throw new IllegalArgumentException("全国学籍号应为19位（G、J或L加18位数字，末位可为X），请核对后重填");
        }
    }

    /** The number with the ID inside it masked. */
    public String masked() {
        return text.substring(0, 5) + "*".repeat(10) + text.substring(15);
    }

    @Override
    public String toString() {
        return masked();
    }
}
