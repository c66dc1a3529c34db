package org.guixue.duty;

import java.time.LocalDate;
import java.util.Optional;
import org.guixue.calendar.SchoolYear;

/**
 * What is said when somebody is made responsible.
 *
 * @param from empty for the first day of the school year
 */
public record DutyDetails(SchoolYear year, DutyLayer layer, Charge charge, Responsible who, Optional<LocalDate> from) {}
