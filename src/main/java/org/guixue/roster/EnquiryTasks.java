package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.guixue.access.Role;
import org.guixue.office.Task;
import org.guixue.office.TasksSought;

/** Enquiries about children elsewhere that wait for the bureau. */
@ApplicationScoped
public class EnquiryTasks {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    @Inject
    private Enquiries enquiries;

    void answer(@Observes TasksSought sought) {
        if (sought.caller().role() != Role.BUREAU) {
            return;
        }
        for (DuplicateEnquiry open : enquiries.open(sought.caller().scope())) {
            sought.add(new Task(
                    "enquiry-" + open.id(),
                    "核对他校学生请求",
                    open.askedName(),
                    open.office().name() + open.asker() + "，" + MINUTE.format(open.askedAt()) + "提出",
                    Optional.empty(),
                    "一人一籍",
                    "去核对",
                    "/students/enquiries"));
        }
    }
}
