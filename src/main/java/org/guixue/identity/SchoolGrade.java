package org.guixue.identity;

import java.util.List;
import java.util.Optional;
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
    private static final Pattern SPOKEN = Pattern.compile("(?:小学|初中|高中)?[一二三四五六七八九1-9]年级");
    private static final Pattern SHORT = Pattern.compile("^(初|高)中?([一二三1-3])$");

    private SchoolGrade() {}

    /**
     * What is stored of it: 三年级 for 3, 3年级, 小学三年级 and 13-小学三年级, 七年级 for 7年级; 初一 and 初中一年级 stay, as lists name them
     * both ways. What is no year of schooling stays as it is typed.
     */
    public static String held(String typed) {
        String text = plain(typed).replaceFirst("^[0-9]{1,3}[-_.、:：]+(?=\\D)", "");
        Matcher year = YEAR.matcher(text.matches("[" + FIGURES + "1-9]") ? text + "年级" : text);
        if (!year.matches()) {
            return SHORT.matcher(text).matches() ? text : typed.strip();
        }
        boolean primary = year.group(1) == null || year.group(1).equals("小学");
        return (primary ? "" : year.group(1)) + COMPULSORY.get(figure(year.group(2)) - 1);
    }

    /** Why it is no grade, in Chinese: neither a year of schooling nor another name of one, such as 学前班 or 培智三年级. */
    public static Optional<String> fault(String held) {
        boolean named = held.isEmpty() || held.contains("年级") || held.contains("班") || number(held) != NONE;
        return named ? Optional.empty() : Optional.of("看不懂年级“%s”，请写成三年级、七年级或初一".formatted(held));
    }

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

    /** The year of schooling of which a text speaks, as 培智三年级 and 三年级1班 do; behind all where it names none. */
    public static int within(String text) {
        int number = number(held(text));
        Matcher spoken = SPOKEN.matcher(plain(text));
        return number == NONE && spoken.find() ? number(spoken.group()) : number;
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
