package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.casefile.gate.Circumstances;
import org.guixue.casefile.gate.Conditions;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;

/** Reads a case with all that follows from it: where it stands, what lost its footing, what may be done. */
@ApplicationScoped
public class CaseReader {
    private final Cases cases;
    private final Allowing allowing;
    private final LocalRules localRules;
    private final Papers papers;
    private final Clock clock;

    @Inject
    public CaseReader(Cases cases, Allowing allowing, LocalRules localRules, Papers papers, Clock clock) {
        this.cases = cases;
        this.allowing = allowing;
        this.localRules = localRules;
        this.papers = papers;
        this.clock = clock;
    }

    public ReadCase read(Caller caller, Case found) {
        Instant now = clock.instant();
        List<RecordedEvent> recorded = cases.recorded(found.id());
        CaseHistory history =
                new CaseHistory(recorded.stream().map(RecordedEvent::event).toList());
        return new ReadCase(
                found,
                recorded,
                history,
                history.on(LocalDate.now(clock), now),
                flawed(found, history),
                allowing.of(caller, found),
                now,
                caller.mayReadSensitive());
    }

    /**
     * Events whose footing is gone, by what is known now: out of their state, a condition that no longer holds, a paper that is
     * void. Recommendations were departed from when they were recorded and are not asked again.
     */
    List<CaseEvent> flawed(Case found, CaseHistory history) {
        Instant now = clock.instant();
        List<CaseEvent> flawed = new ArrayList<>(
                history.on(LocalDate.now(clock), now).map(Situation::flawed).orElse(List.of()));
        Circumstances circumstances = localRules.of(found);
        List<CaseEvent> holding = history.holding(now);
        for (int i = 0; i < holding.size(); i++) {
            CaseEvent event = holding.get(i);
            if (!flawed.contains(event) && (isVoid(event) || isClosed(holding.subList(0, i), event, circumstances))) {
                flawed.add(event);
            }
        }
        return List.copyOf(flawed);
    }

    private boolean isVoid(CaseEvent event) {
        return event.basis().stream()
                .filter(each -> each.kind() == CaseEvent.Basis.Kind.INSTRUMENT)
                .anyMatch(each ->
                        papers.paper(each.id()).filter(Papers.Paper::valid).isEmpty());
    }

    private boolean isClosed(List<CaseEvent> before, CaseEvent event, Circumstances circumstances) {
        Optional<Situation> then = new CaseHistory(before).on(event.on(), clock.instant());
        return then.isPresent()
                && !event.facts().has(Fact.MOVEMENT)
                && Conditions.judge(event, then.get(), circumstances).stream().anyMatch(each -> !each.recommendation());
    }
}
