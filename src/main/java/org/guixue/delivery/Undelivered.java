package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.office.Task;
import org.guixue.office.WhatWaits;
import org.guixue.person.Student;

/** The notices and orders of an office that nobody has recorded as delivered: nothing runs from them yet. */
@ApplicationScoped
public class Undelivered implements WhatWaits {
    static final int MOST = 200;
    private static final List<String> TO_BE_DELIVERED =
            List.of("PERSUASION_NOTICE", "RETURN_ORDER", "SCHOOLING_ORDER", "ENROLMENT_NOTICE", "NO_HOUSEHOLD_NOTICE");
    private static final int NAMED = 3;

    private final Deliveries deliveries;
    private final Clock clock;

    @Inject
    public Undelivered(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Those of the caller's own office of the last year, the oldest first. */
    public List<Instrument> of(Caller caller) {
        return caller.role() == Role.INSPECTOR
                ? List.of()
                : deliveries.open(
                        caller.office(), TO_BE_DELIVERED, LocalDate.now(clock).minusYears(1), MOST);
    }

    /** Which of these are still to be recorded as delivered, in their order; also where they have come back signed. */
    public List<Instrument> among(List<Instrument> papers) {
        Set<Long> arrived = deliveries.arrivedAmong(papers.stream()
                .filter(paper -> paper.state() == InstrumentState.RETURNED)
                .map(Instrument::id)
                .toList());
        return papers.stream()
                .filter(paper -> paper.state() == InstrumentState.ISSUED
                        || (paper.state() == InstrumentState.RETURNED && !arrived.contains(paper.id())))
                .toList();
    }

    @Override
    public List<Task> waitingFor(Caller caller, LocalDate today) {
        List<Instrument> open = of(caller);
        return open.isEmpty() ? List.of() : List.of(task(open));
    }

    private Task task(List<Instrument> open) {
        long failed = deliveries.failedAmong(open.stream().map(Instrument::id).toList());
        boolean one = open.size() == 1;
        return new Task(
                "undelivered",
                one ? "送达《" + open.get(0).title() + "》" : "送达 %d 份文书".formatted(open.size()),
                names(open),
                failed == 0 ? "签发后还没有登记送达，期限从收到之日起算" : "其中 %d 份上次没有送到，请另行送达".formatted(failed),
                Optional.empty(),
                "本单位签发的文书",
                "登记送达",
                one ? "/instruments/" + open.get(0).id() + "/delivery" : "/deliveries");
    }

    private static String names(List<Instrument> open) {
        String first = open.stream()
                .flatMap(paper -> paper.student().map(Student::name).stream())
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining("、"));
        return open.size() > NAMED ? first + "等" : first;
    }
}
