package org.guixue.yearbook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guixue.Violation;
import org.guixue.calendar.ChineseDays;
import org.guixue.calendar.HolidayYear;
import org.guixue.office.Office;

/** Judges a year before it is written, row by row. */
final class YearChecks {
    private static final int LONGEST_NAME = 20;
    private static final int SHORTEST_TERM_DAYS = 56;
    private static final int LONGEST_TERM_DAYS = 214;

    private static final int MOST_TERMS = 200;

    private final YearDraft draft;
    private final long county;
    private final Set<Long> offices;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<LocalDate, String> daysOff = new TreeMap<>();
    private final Set<LocalDate> worked = new TreeSet<>();
    private final List<TermDates> terms = new ArrayList<>();

    /**
     * @param county the bureau's office, which a term without office means
     * @param within the offices that terms may be written for
     */
    YearChecks(YearDraft draft, long county, List<Office> within) {
        this.draft = draft;
        this.county = county;
        this.offices = within.stream().map(Office::id).collect(Collectors.toSet());
        if (draft.year() < 2004 || draft.year() > 2100) {
            refuse("year", "年份应在2004到2100之间");
            return;
        }
        judgeDaysOff();
        judgeWorked();
        judgeTerms();
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** What is written, where nothing speaks against it. */
    PlannedYear planned() {
        Optional<HolidayYear> holidays = draft.holidays().map(given -> new HolidayYear(draft.year(), daysOff, worked));
        return new PlannedYear(holidays, terms);
    }

    private void judgeDaysOff() {
        List<YearDraft.DayOff> given = draft.holidays().orElse(List.of());
        for (int i = 0; i < given.size(); i++) {
            YearDraft.DayOff day = given.get(i);
            String at = "holidays[" + i + "]";
            String name = day.name().strip();
            if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
                refuse(at + ".name", "请写节日名称，最多" + LONGEST_NAME + "个字");
            }
            if (inYear(at + ".on", day.on()) && daysOff.put(day.on(), name) != null) {
                refuse(at + ".on", ChineseDays.of(day.on()) + "写了两次放假，请去掉一处");
            }
        }
    }

    private void judgeWorked() {
        if (draft.holidays().isEmpty() && !draft.worked().isEmpty()) {
            refuse("worked", "采用国家公布的安排时不另写调休上班日；要自行填写，请把放假日期一并填上");
            return;
        }
        for (int i = 0; i < draft.worked().size(); i++) {
            LocalDate day = draft.worked().get(i);
            String at = "worked[" + i + "]";
            if (!inYear(at, day)) {
                continue;
            }
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                refuse(at, ChineseDays.of(day) + "不是星期六或星期日，不能是调休上班日");
            } else if (daysOff.containsKey(day)) {
                refuse(at, ChineseDays.of(day) + "既写作放假又写作上班，请核对放假通知");
            } else if (!worked.add(day)) {
                refuse(at, ChineseDays.of(day) + "写了两次，请去掉一处");
            }
        }
    }

    private void judgeTerms() {
        if (draft.terms().size() > MOST_TERMS) {
            refuse("terms", "一年最多写" + MOST_TERMS + "个学期；与全县一致的学校不必单列");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.terms().size(); i++) {
            YearDraft.Term term = draft.terms().get(i);
            String at = "terms[" + i + "]";
            long office = term.office() == 0 ? county : term.office();
            boolean spring = term.term().equals(draft.year() + "-spring");
            if (!offices.contains(office)) {
                refuse(at + ".office", "没有这个单位，或它不在本县");
            } else if (!spring && !term.term().equals(draft.year() + "-autumn")) {
                refuse(at + ".term", "应是%1$d-spring（春季学期）或%1$d-autumn（秋季学期）".formatted(draft.year()));
            } else if (!seen.add(office + " " + term.term())) {
                refuse(at + ".term", "同一单位的同一学期写了两次，请去掉一处");
            } else if (daysFit(at, term, spring)) {
                terms.add(new TermDates(office, term.term(), term.starts(), term.ends()));
            }
        }
    }

    private boolean daysFit(String at, YearDraft.Term term, boolean spring) {
        LocalDate earliest = spring ? LocalDate.of(draft.year(), 1, 15) : LocalDate.of(draft.year(), 8, 1);
        LocalDate latest = spring ? LocalDate.of(draft.year(), 4, 30) : LocalDate.of(draft.year(), 10, 31);
        if (term.starts().isBefore(earliest) || term.starts().isAfter(latest)) {
            refuse(at + ".starts", "开学日期应在%s到%s之间，请核对校历".formatted(ChineseDays.of(earliest), ChineseDays.of(latest)));
            return false;
        }
        if (!term.ends().isAfter(term.starts())) {
            refuse(at + ".ends", "学期结束日期应晚于开学日期，请核对校历");
            return false;
        }
        long days = ChronoUnit.DAYS.between(term.starts(), term.ends());
        if (days < SHORTEST_TERM_DAYS || days > LONGEST_TERM_DAYS) {
            refuse(at + ".ends", "一个学期应在八周到七个月之间，请核对结束日期");
            return false;
        }
        return true;
    }

    private boolean inYear(String at, LocalDate day) {
        if (day.getYear() != draft.year()) {
            refuse(at, "%s不在%d年，请写入当年的校历".formatted(ChineseDays.of(day), draft.year()));
            return false;
        }
        return true;
    }

    private void refuse(String field, String message) {
        violations.add(new Violation(field, message));
    }
}
