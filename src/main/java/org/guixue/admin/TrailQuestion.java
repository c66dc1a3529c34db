package org.guixue.admin;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditSubject;

/**
 * What somebody asks of the trail; what is empty narrows nothing.
 *
 * @param child id of the child that events are about, whatever their subject is
 * @param account the username or the name of who acted; empty for all
 * @param from first day, Asia/Shanghai
 * @param to last day, Asia/Shanghai
 */
public record TrailQuestion(
        Optional<Long> child,
        Optional<AuditSubject> subject,
        String account,
        Optional<AuditAct> act,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {
    /** As the trail itself remembers what was asked. */
    public Map<String, Object> asDetail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        subject.ifPresent(asked -> detail.put("subject", asked.kind() + " " + asked.id()));
        if (!account.isEmpty()) {
            detail.put("account", account);
        }
        act.ifPresent(asked -> detail.put("act", asked.name()));
        from.ifPresent(day -> detail.put("from", day.toString()));
        to.ifPresent(day -> detail.put("to", day.toString()));
        return detail;
    }
}
