package org.guixue.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.audit.HouseTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.guixue.office.Succession;

/**
 * Who answers for something at a school that closes answers for the same at the one that takes its place; where somebody there
 * does already, only the end is noted. What ended stays as history.
 */
@ApplicationScoped
public class DutySuccession implements Succession {
    private static final int LONGEST_REASON = 200;

    private final Duties duties;
    private final HouseTrail trail;
    private final Clock clock;

    @Inject
    public DutySuccession(Duties duties, HouseTrail trail, Clock clock) {
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void passOn(Caller caller, Office closed, Office successor, String reason) {
        LocalDate today = LocalDate.now(clock);
        String why = shortened("“%s”撤销，由“%s”承接：%s".formatted(closed.name(), successor.name(), reason));
        List<Duty> current = duties.currentOf(closed, SchoolYear.of(today));
        for (Duty each : current) {
            LocalDate last = each.from().isBefore(today) ? today.minusDays(1) : each.from();
            each.end(last, why);
            duties.settle();
            passOn(caller, each, successor, last.plusDays(1));
        }
        if (!current.isEmpty()) {
            trail.administered(
                    caller,
                    "office",
                    closed.id(),
                    "duties passed on",
                    reason,
                    Map.of(),
                    Map.of("successor", successor.id(), "duties", current.size()));
        }
    }

    private void passOn(Caller caller, Duty ended, Office successor, LocalDate from) {
        DutyPlace place =
                new DutyPlace(successor, ended.student(), ended.village(), ended.grade(), ended.schoolClass());
        boolean taken = duties
                .history(ended.year(), ended.layer(), place.key(ended.layer().covers()))
                .stream()
                .anyMatch(Duty::current);
        if (!taken) {
            duties.add(ended.passedOn(place, from, caller.account(), clock.instant()));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON - 1) + "…";
    }
}
