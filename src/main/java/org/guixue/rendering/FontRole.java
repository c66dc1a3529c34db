package org.guixue.rendering;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a typeface is for in an official paper (GB/T 9704-2012), and the name by which style sheets ask for it. */
public enum FontRole {
    /** 宋体: text of forms; what every other role falls back to. */
    SONG("Guixue Song", "宋|song|simsun"),
    /** 黑体: labels and headings of the first level. */
    HEI("Guixue Hei", "黑|simhei"),
    /** 楷体: headings of the second level, hand-filled values. */
    KAI("Guixue Kai", "楷|kai"),
    /** 仿宋: body text. No free font covers it, so it is Song unless the office brings its own. */
    FANG_SONG("Guixue FangSong", "仿宋|fangsong|fang song"),
    /** 小标宋: titles. */
    TITLE("Guixue Title", "小标宋|xiaobiaosong|xbs");

    private final String family;
    private final String marks;

    FontRole(String family, String marks) {
        this.family = family;
        this.marks = marks;
    }

    /** The CSS font-family. */
    public String family() {
        return family;
    }

    static Optional<FontRole> ofFamily(String family) {
        return Arrays.stream(values())
                .filter(role -> role.family.equalsIgnoreCase(family))
                .findFirst();
    }

    /** The role that a font's own names speak of; the narrower one where two fit (仿宋 before 宋). */
    static Optional<FontRole> ofNames(String names) {
        String lower = names.toLowerCase(Locale.ROOT);
        return List.of(TITLE, FANG_SONG, KAI, HEI, SONG).stream()
                .filter(role -> Pattern.compile(role.marks).matcher(lower).find())
                .findFirst();
    }
}
