package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.gate.Circumstances;
import org.guixue.casefile.gate.Obstacle;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.casefile.history.Situation;

/** The one place that says what may be done with a case today, and what stands in the way of the rest. */
@ApplicationScoped
public class Allowing {
    private final Cases cases;
    private final Admission admission;
    private final Clock clock;

    @Inject
    public Allowing(Cases cases, Admission admission, Clock clock) {
        this.cases = cases;
        this.admission = admission;
        this.clock = clock;
    }

    /**
     * One act.
     *
     * @param open whether the caller may do it today
     * @param fitsState whether the case stands where it could be done, by whomever
     * @param blockedBy what stands in the way; recommendations do not close it
     */
    public record Allowed(EventKind kind, boolean open, boolean fitsState, List<Obstacle> blockedBy) {}

    /** All acts that somebody records, in the order of a case's course; nothing of what an act writes by itself. */
    public List<Allowed> of(Caller caller, Case found) {
        LocalDate today = LocalDate.now(clock);
        CaseHistory history = cases.history(found.id());
        Optional<Situation> now = history.on(today, clock.instant());
        Circumstances circumstances = admission.circumstances(found);
        return Arrays.stream(EventKind.values())
                .filter(kind -> kind != EventKind.CORRECTED && (kind == EventKind.PERSUADED || !kind.writtenByActs()))
                .map(kind -> allowed(caller, found, now, kind, today, circumstances))
                .toList();
    }

    private Allowed allowed(
            Caller caller,
            Case found,
            Optional<Situation> now,
            EventKind kind,
            LocalDate today,
            Circumstances circumstances) {
        CaseEvent likely = CaseEvent.said(kind, today, "", "", likely(now, kind), List.of());
        List<Obstacle> obstacles = admission.obstacles(now, likely, circumstances);
        boolean fits = obstacles.stream().noneMatch(each -> each.rule().equals("state"));
        Optional<String> another = admission.refusal(caller, found, now, likely);
        if (fits && another.isPresent()) {
            obstacles = List.of(new Obstacle("recorder", "由谁登记", "", List.of(another.get()), false));
        }
        boolean open = another.isEmpty() && obstacles.stream().allMatch(Obstacle::recommendation);
        return new Allowed(kind, open && caller.role() != Role.INSPECTOR, fits, obstacles);
    }

    /** What it would most likely say, so that its conditions can be looked at before anybody fills it in. */
    private static Facts likely(Optional<Situation> now, EventKind kind) {
        return switch (kind) {
            case STRIKE_OFF_PROPOSED ->
                now.map(Situation::state)
                        .filter(state -> state == CaseState.RETURNED
                                || state == CaseState.VOCATIONAL
                                || state == CaseState.ELSEWHERE)
                        .map(state -> Facts.none().with(Fact.END, state.name()))
                        .orElse(Facts.none());
            case STRUCK_OFF ->
                now.flatMap(Situation::proposal)
                        .map(ground -> Facts.none().with(Fact.END, ground))
                        .orElse(Facts.none());
            case DECIDED -> now.flatMap(Allowing::applied).orElse(Facts.none());
            default -> Facts.none();
        };
    }

    private static Optional<Facts> applied(Situation now) {
        return now.of(EventKind.APPLIED).stream()
                .reduce((earlier, later) -> later)
                .map(event -> Facts.none()
                        .with(Fact.OF, event.facts().text(Fact.OF).orElse("DEFERRAL"))
                        .with(Fact.GROUND, event.facts().text(Fact.GROUND).orElse("HEALTH"))
                        .with(Fact.GRANTED, "true"));
    }
}
