package org.guixue.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guixue.Violation;

/** What is said of one persuasion when it is recorded. */
public record PersuasionDetails(LocalDate on, List<String> by, String place, String how, String result) {
    /** As long as the papers have room for (赣州辍学登记表, 劝返过程详细记录): what is taken here is not refused there. */
    static final int LONGEST_NAMES = 200;

    static final int LONGEST_PLACE = 200;
    static final int LONGEST_COURSE = 1000;
    static final int LONGEST_RESULT = 500;

    public PersuasionDetails {
        by = List.copyOf(by);
    }

    List<Violation> violations(LocalDate openedOn, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (on.isAfter(today)) {
            found.add(new Violation("on", "劝返日期不能晚于今天，请核对后重填"));
        } else if (on.isBefore(openedOn.minusYears(1))) {
            found.add(new Violation("on", "劝返日期早于建档日期一年以上，请核对后重填"));
        }
        if (by.isEmpty() || by.stream().anyMatch(String::isBlank)) {
            found.add(new Violation("by", "请填写参加劝返的人员，至少一人"));
        } else if (String.join("、", by).length() > LONGEST_NAMES) {
            found.add(new Violation("by", "参加人员合计最多%d个字，请删减".formatted(LONGEST_NAMES)));
        }
        text("place", place, LONGEST_PLACE, "请填写劝返地点", found);
        text("how", how, LONGEST_COURSE, "请填写如何开展劝返工作", found);
        text("result", result, LONGEST_RESULT, "请填写劝返结果", found);
        return found;
    }

    private static void text(String field, String text, int max, String whenEmpty, List<Violation> found) {
        if (text.isBlank()) {
            found.add(new Violation(field, whenEmpty));
        } else if (text.codePointCount(0, text.length()) > max) {
            found.add(new Violation(field, "最多%d个字，请删减".formatted(max)));
        }
    }
}
