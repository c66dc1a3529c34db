package org.guixue.promotion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.identity.Normaliser;
import org.guixue.identity.SchoolGrade;

/**
 * What a grade and a class are called a year later, in the way in which they were written: 五年级 becomes 六年级, 初一 becomes
 * 初二; 五(1)班 and 501班 go with the grade, 1班 and 2025级1班 keep their names.
 */
final class NextClass {
    private static final String FIGURES = "一二三四五六七八九";
    private static final int PRIMARY = 6;
    private static final Pattern YEAR = Pattern.compile("^(小学|初中)?([" + FIGURES + "1-9])年级$");
    private static final Pattern SHORT = Pattern.compile("^(初中?)([一二三1-3])$");
    private static final Pattern NAMED =
            Pattern.compile("^(小学|初中|初)?([" + FIGURES + "1-9])((?:年级?)?[(（\\[\\-.·]?.*班?)$");
    private static final Pattern NUMBERED = Pattern.compile("^([1-9])((?:0[1-9]|[1-9]\\d)班?)$");

    private NextClass() {}

    /**
     * @param typed the grade as it is written now
     * @param now its number, below the last of compulsory schooling
     */
    static String grade(String typed, int now) {
        int next = now + 1;
        String plain = Normaliser.code(typed);
        Matcher brief = SHORT.matcher(plain);
        if (brief.matches()) {
            return brief.group(1) + figure(next - PRIMARY, brief.group(2));
        }
        Matcher year = YEAR.matcher(plain);
        if (year.matches() && year.group(1) == null) {
            return figure(next, year.group(2)) + "年级";
        }
        boolean middle = year.matches() && "初中".equals(year.group(1)) && now - PRIMARY == value(year.group(2));
        return middle ? "初中" + figure(next - PRIMARY, year.group(2)) + "年级" : SchoolGrade.COMPULSORY.get(next - 1);
    }

    /** The same where the name does not tell the grade. */
    static String schoolClass(String typed, int now) {
        Matcher numbered = NUMBERED.matcher(typed);
        if (numbered.matches() && value(numbered.group(1)) == now) {
            return figure(now + 1, numbered.group(1)) + numbered.group(2);
        }
        Matcher named = NAMED.matcher(typed);
        if (!named.matches() || !tellsGrade(named.group(2), named.group(3))) {
            return typed;
        }
        String level = named.group(1);
        int figure = value(named.group(2));
        if (level == null || level.equals("小学")) {
            return figure != now
                    ? typed
                    : (level == null || now == PRIMARY ? "" : level) + figure(now + 1, named.group(2)) + named.group(3);
        }
        return figure + PRIMARY != now ? typed : level + figure(figure + 1, named.group(2)) + named.group(3);
    }

    /** 五年级1班, 五(1)班, 五1班, 5.1班, but not 五班 or 15班. */
    private static boolean tellsGrade(String figure, String rest) {
        boolean spelled = !Character.isDigit(figure.charAt(0));
        return rest.startsWith("年")
                || rest.matches("[(（\\[\\-.·].*")
                || (spelled && rest.matches("[" + FIGURES + "\\d]{1,2}班"));
    }

    private static String figure(int number, String asIn) {
        return Character.isDigit(asIn.charAt(0)) ? Integer.toString(number) : FIGURES.substring(number - 1, number);
    }

    private static int value(String figure) {
        return Character.isDigit(figure.charAt(0)) ? figure.charAt(0) - '0' : FIGURES.indexOf(figure) + 1;
    }
}
