package org.guixue.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.identity.Telephone;
import org.guixue.identity.VisibleText;

/**
 * What is said when a child is taken into a group.
 *
 * @param visitedOn the visit that found it; the 重点监测对象 are chosen from visits (西教〔2020〕3号)
 */
public record WatchDetails(
        WatchGroup group,
        LocalDate since,
        String reason,
        String responsible,
        String phone,
        Optional<LocalDate> visitedOn) {
    static final int LONGEST_REASON = 300;
    static final int LONGEST_NAME = 50;

    public WatchDetails {
        reason = reason.strip();
        responsible = responsible.strip();
        phone = Telephone.plain(phone);
    }

    List<Violation> violations(LocalDate today, LocalDate bornOn) {
        List<Violation> found = new ArrayList<>();
        if (since.isAfter(today) || since.isBefore(bornOn)) {
            found.add(new Violation("since", "列入日期不能晚于今天，也不能早于学生出生"));
        }
        need(found, "reason", reason, LONGEST_REASON, "请写明列入的原因");
        need(found, "responsible", responsible, LONGEST_NAME, "请填写责任人");
        Telephone.refusal(phone).ifPresent(message -> found.add(new Violation("phone", message)));
        if (group == WatchGroup.KEY_MONITORED && visitedOn.isEmpty()) {
            found.add(new Violation("visitedOn", "重点监测对象由家访确定，请填写家访日期"));
        } else if (visitedOn.filter(day -> day.isAfter(since)).isPresent()) {
            found.add(new Violation("visitedOn", "家访日期不能晚于列入日期"));
        }
        return found;
    }

    static void need(List<Violation> found, String field, String text, int longest, String whenEmpty) {
        Optional<String> refusal = text.isBlank() ? Optional.of(whenEmpty) : VisibleText.linesRefusal(text, longest);
        refusal.ifPresent(message -> found.add(new Violation(field, message)));
    }
}
