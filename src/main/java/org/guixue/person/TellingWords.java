package org.guixue.person;

import java.util.regex.Pattern;

/** Words that tell of an illness or a disability (因病休学, 残疾证, 诊断): what such words stand in is not for everybody. */
public final class TellingWords {
    /** What stands where such words stood. */
    public static final String APART = "另册保管";

    private static final Pattern TELLS = Pattern.compile("残疾|残障|病|诊断|医院|精神|智力|自闭|孤独症|脑瘫|抑郁");

    private TellingWords() {}

    public static boolean areIn(String text) {
        return TELLS.matcher(text).find();
    }

    /** The text, or that it is kept apart. */
    public static String keptApart(String text) {
        return areIn(text) ? APART : text;
    }
}
