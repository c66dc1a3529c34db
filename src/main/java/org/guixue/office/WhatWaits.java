package org.guixue.office;

import java.time.LocalDate;
import java.util.List;
import org.guixue.access.Caller;

/**
 * What waits for a caller in one room. Every room with waiting work answers, and is asked with every page: quickly, only
 * with what this caller may see and do, and with a bounded number.
 */
@FunctionalInterface
public interface WhatWaits {
    /** @param today in Asia/Shanghai */
    List<Task> waitingFor(Caller caller, LocalDate today);
}
