package org.guixue.deadline.due;

import java.time.LocalDate;

/**
 * How far one looks.
 *
 * @param since the day on which the county began; what the calendar asked before that is not asked
 * @param until what opens after this day is not shown yet
 */
public record Horizon(LocalDate since, LocalDate until) {}
