package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.office.Task;
import org.guixue.office.WhatWaits;

/** Enquiries about children elsewhere that wait for the bureau. */
@ApplicationScoped
public class EnquiryTasks implements WhatWaits {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Enquiries enquiries;

    @Inject
    public EnquiryTasks(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    @Override
    public List<Task> waitingFor(Caller caller, LocalDate today) {
        return caller.role() == Role.BUREAU
                ? enquiries.open(caller.scope()).stream()
                        .map(EnquiryTasks::task)
                        .toList()
                : List.of();
    }

    private static Task task(DuplicateEnquiry open) {
        return new Task(
                "enquiry-" + open.id(),
                "核对他校学生请求",
                open.askedName(),
                open.office().name() + open.asker() + "，" + MINUTE.format(open.askedAt()) + "提出",
                Optional.empty(),
                "一人一籍",
                "去核对",
                "/students/enquiries");
    }
}
