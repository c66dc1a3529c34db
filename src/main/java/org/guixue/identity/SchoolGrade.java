package org.guixue.identity;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The years of schooling as people write them: 五年级, 5年级, 小学五年级, 七年级, 初一, 高三. Those that mean the same have the
 * same {@link #key}.
 */
public final class SchoolGrade {
    /** The nine years of compulsory schooling, as lists name them. */
    public static final List<String> COMPULSORY =
            List.of("一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "七年级", "八年级", "九年级");

    private static final String FIGURES = "一二三四五六七八九";
    private static final int NONE = 99;
    private static final Pattern YEAR = Pattern.compile("^(小学|初中|高中)?([一二三四五六七八九1-9])年级$");
    private static final Pattern SHORT = Pattern.compile("^(初|高)中?([一二三1-3])$");

    private SchoolGrade() {}

    /** 1 to 12; behind all of them where the text is no year of schooling. */
    public static int number(String typed) {
        String text = plain(typed);
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            int number = figure(year.group(2));
            String level = year.group(1);
            return level == null || level.equals("小学") || number > 3 ? number : number + before(level);
        }
        Matcher brief = SHORT.matcher(text);
        return brief.matches() ? figure(brief.group(2)) + before(brief.group(1)) : NONE;
    }

    /** Empty where the text is no year of schooling. */
    public static OptionalInt read(String typed) {
        int number = number(typed);
        return number == NONE ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public static String key(String typed) {
        int number = number(typed);
        return number == NONE ? plain(typed) : Integer.toString(number);
    }

    /** Of a class such as 2班 or 五(2)班, for sorting: its last figure. */
    public static int classNumber(String typed) {
        String text = plain(typed);
        int found = NONE;
        Matcher figures = Pattern.compile("\\d{1,3}|[" + FIGURES + "]").matcher(text);
        while (figures.find()) {
            String figure = figures.group();
            found = figure.matches("\\d+") ? Integer.parseInt(figure) : figure(figure);
        }
        return found;
    }

    private static int before(String level) {
        return level.startsWith("初") ? 6 : 9;
    }

    private static int figure(String text) {
        return Character.isDigit(text.charAt(0)) ? text.charAt(0) - '0' : FIGURES.indexOf(text) + 1;
    }

    private static String plain(String typed) {
        return Normaliser.code(typed);
    }
}
