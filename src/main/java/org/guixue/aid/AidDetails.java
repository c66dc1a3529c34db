package org.guixue.aid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.identity.VisibleText;

/**
 * What is said of aid when it is recorded.
 *
 * @param amount in 元
 * @param term such as 2026-autumn
 */
public record AidDetails(String kind, BigDecimal amount, LocalDate on, String term, String evidence, String note) {
    static final int LONGEST_KIND = 40;
    static final int LONGEST_NOTE = 200;
    private static final BigDecimal MOST = new BigDecimal("1000000");

    public AidDetails {
        kind = kind.strip();
        evidence = evidence.strip();
        note = note.strip();
    }

    List<Violation> violations(LocalDate today, LocalDate bornOn) {
        List<Violation> found = new ArrayList<>();
        note(
                found,
                "kind",
                kind.isEmpty() ? Optional.of("请填写资助项目，如“寄宿生生活补助”") : VisibleText.lineRefusal(kind, LONGEST_KIND));
        if (amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
            found.add(new Violation("amount", "金额应大于0元、不超过100万元"));
        } else if (amount.stripTrailingZeros().scale() > 2) {
            found.add(new Violation("amount", "金额最多写到分（两位小数）"));
        }
        if (on.isAfter(today) || on.isBefore(bornOn)) {
            found.add(new Violation("on", "发放日期不能晚于今天，也不能早于学生出生"));
        }
        if (!term.matches("20\\d\\d-(spring|autumn)")) {
            found.add(new Violation("term", "学期应写作2026-spring或2026-autumn"));
        }
        if (!evidence.matches("[\\w.-]{0,64}")) {
            found.add(new Violation("evidence", "收据应写它的编号"));
        }
        note(found, "note", VisibleText.lineRefusal(note, LONGEST_NOTE));
        return found;
    }

    private static void note(List<Violation> found, String field, Optional<String> refusal) {
        refusal.ifPresent(message -> found.add(new Violation(field, message)));
    }
}
