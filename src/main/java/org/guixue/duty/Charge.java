package org.guixue.duty;

/**
 * What somebody answers for, as it is named: an office alone, a village of a township, a grade or class of a school, or a child.
 *
 * @param office 0 where a child is named
 * @param student 0 where none is named
 */
public record Charge(long office, String village, String grade, String schoolClass, long student) {
    public static Charge office(long office) {
        return new Charge(office, "", "", "", 0);
    }

    public static Charge village(long township, String village) {
        return new Charge(township, village, "", "", 0);
    }

    public static Charge grade(long school, String grade) {
        return new Charge(school, "", grade, "", 0);
    }

    public static Charge schoolClass(long school, String grade, String schoolClass) {
        return new Charge(school, "", grade, schoolClass, 0);
    }

    public static Charge child(long student) {
        return new Charge(0, "", "", "", student);
    }
}
