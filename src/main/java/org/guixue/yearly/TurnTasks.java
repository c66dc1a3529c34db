package org.guixue.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Task;
import org.guixue.office.WhatWaits;

/**
 * The turn of the school year in the list of what is due, in its season: schools that have not gone on, and children who are
 * awaited at the next school. Which schools are left is worked out anew at the latest after ten minutes, and at once when one
 * has gone on. Safe for use by many threads.
 */
@ApplicationScoped
public class TurnTasks implements WhatWaits {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 1000;
    private static final String SOURCE = "学年从9月1日开始（本单位规定）";

    private final YearCounts counts;
    private final Clock clock;
    private final Map<Asked, Left> known = new ConcurrentHashMap<>();

    @Inject
    public TurnTasks(YearCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    private record Asked(String path, int year, long turned) {}

    private record Left(long schools, Instant at) {}

    @Override
    public List<Task> waitingFor(Caller caller, LocalDate today) {
        boolean turns = caller.role() == Role.CLERK || caller.role() == Role.BUREAU;
        if (!turns || !Season.SCHOOL_YEAR.includes(today)) {
            return List.of();
        }
        SchoolYear year = new SchoolYear(Season.SCHOOL_YEAR.yearOn(today));
        List<Task> tasks = new ArrayList<>();
        long left = left(caller.scope(), year);
        if (left > 0) {
            tasks.add(promotion(caller, year, left, today.isBefore(year.from())));
        }
        long awaited = today.isBefore(year.from()) ? 0 : counts.awaited(caller.scope(), year.begins());
        if (awaited > 0) {
            tasks.add(new Task(
                    "arrivals-" + year.begins(),
                    "登记初一新生报到",
                    "%d名小学毕业生".formatted(awaited),
                    "没有到的建立疑似辍学个案，核实去向",
                    Optional.of(endOfSeason(year)),
                    SOURCE,
                    "去登记",
                    "/arrivals"));
        }
        return tasks;
    }

    private static Task promotion(Caller caller, SchoolYear year, long left, boolean before) {
        return new Task(
                "promotion-" + year.begins(),
                (before ? "核对%s学年升级" : "办理%s学年升级").formatted(year),
                caller.role() == Role.BUREAU ? "%d所学校没有办理".formatted(left) : "",
                before ? "逐班核对、标注例外，%s起办理".formatted(year.from()) : "核对后一次办理；办错了可以整校收回",
                Optional.of(before ? year.from().minusDays(1) : endOfSeason(year)),
                SOURCE,
                before ? "去核对" : "去办理",
                "/promotions?year=" + year.begins());
    }

    private static LocalDate endOfSeason(SchoolYear year) {
        return LocalDate.of(year.begins(), Month.SEPTEMBER, 30);
    }

    private long left(Scope scope, SchoolYear year) {
        Instant now = clock.instant();
        Asked asked = new Asked(scope.path(), year.begins(), counts.turned(scope, year.begins()));
        if (known.size() > MOST) {
            known.clear();
        }
        return known.compute(
                        asked,
                        (key, before) -> before != null && before.at().isAfter(now.minus(LONGEST))
                                ? before
                                : new Left(
                                        counts.notTurned(
                                                scope, year.begins(), LocalDate.of(year.begins(), Month.JULY, 1)),
                                        now))
                .schools();
    }
}
