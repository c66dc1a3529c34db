package org.guixue.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.guixue.calendar.Reporting;
import org.guixue.office.Office;

/**
 * What a ledger is computed for.
 *
 * @param asOf the reporting day: the period's last, or today while it lasts; facts are those of this day
 * @param knownBy what was recorded later does not count
 */
public record Reported(Office office, Reporting period, LocalDate asOf, Instant knownBy) {
    static Reported of(Office office, Reporting period, LocalDate today, Instant now) {
        return new Reported(office, period, period.until().isAfter(today) ? today : period.until(), now);
    }
}
