package org.guixue.roster;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.guixue.calendar.SchoolYear;
import org.guixue.identity.Normaliser;
import org.guixue.identity.SchoolGrade;

/** A year of schooling as other registers write it: 七年级, 初一, or by the year of entry (小学2023级, 2023级). */
final class GradeThere {
    private static final int PRIMARY = 6;
    private static final int COMPULSORY = SchoolGrade.COMPULSORY.size();
    private static final Pattern BY_ENTRY = Pattern.compile("^(小学|初中|初)?(20\\d\\d)[级届]?(?:学生|年级)?$");

    private final List<Integer> years;

    private GradeThere(List<Integer> years) {
        this.years = years;
    }

    static GradeThere read(String typed, SchoolYear now) {
        OptionalInt year = SchoolGrade.read(typed);
        if (year.isPresent()) {
            return new GradeThere(List.of(year.getAsInt()));
        }
        Matcher entry = BY_ENTRY.matcher(Normaliser.code(typed));
        if (!entry.matches()) {
            return new GradeThere(List.of());
        }
        int years = now.begins() - Integer.parseInt(entry.group(2)) + 1;
        String level = entry.group(1);
        IntStream primary = level == null || level.equals("小学") ? within(years, 1, PRIMARY) : IntStream.empty();
        IntStream middle = level == null || !level.equals("小学")
                ? within(years + PRIMARY, PRIMARY + 1, COMPULSORY)
                : IntStream.empty();
        return new GradeThere(IntStream.concat(primary, middle).boxed().toList());
    }

    private static IntStream within(int year, int least, int most) {
        return IntStream.of(year).filter(each -> each >= least && each <= most);
    }

    /** Whether ours may be meant. */
    boolean fits(String ours) {
        OptionalInt own = SchoolGrade.read(ours);
        return own.isPresent() && years.contains(own.getAsInt());
    }

    /** As our roll writes it, where one year alone is meant. */
    Optional<String> ours() {
        return years.size() == 1 && years.get(0) <= COMPULSORY
                ? Optional.of(SchoolGrade.COMPULSORY.get(years.get(0) - 1))
                : Optional.empty();
    }
}
