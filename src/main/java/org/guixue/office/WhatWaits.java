package org.guixue.office;

import java.time.LocalDate;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.access.Role;

/**
 * What waits for a caller in one room. Every room with waiting work answers, and is asked with every page: quickly, only
 * with what this caller may see and do, and with a bounded number.
 */
@FunctionalInterface
public interface WhatWaits {
    /** @param today in Asia/Shanghai */
    List<Task> waitingFor(Caller caller, LocalDate today);

    /**
     * What waits in the whole of what the caller sees, on a day; where a room knows no other day, only today's.
     *
     * @param today in Asia/Shanghai
     */
    default List<Task> waitingWithin(Caller caller, LocalDate day, LocalDate today) {
        return day.equals(today) && caller.role() != Role.INSPECTOR ? waitingFor(caller, today) : List.of();
    }
}
