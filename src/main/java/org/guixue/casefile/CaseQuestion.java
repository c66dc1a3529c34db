package org.guixue.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.access.Scope;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Situation;

/**
 * Which cases are asked for, by what their histories say on a day.
 *
 * @param scope as whom
 * @param at only children who belong there
 * @param unschooled only children without a school
 * @param outside only children who belong elsewhere than to the scope
 * @param states in one of these on the day
 * @param returned only children who came back in that month, whatever became of them since
 * @param sensitive whether causes that tell of health are told apart
 */
public record CaseQuestion(
        Scope scope,
        LocalDate on,
        Optional<Scope> at,
        boolean unschooled,
        boolean outside,
        Set<CaseState> states,
        Optional<CauseGroup> cause,
        Optional<PersuasionPause> pause,
        Optional<YearMonth> returned,
        boolean sensitive) {
    public static final Set<CaseState> OPEN =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(CaseState.CLEARED, CaseState.STRUCK_OFF)));

    public CaseQuestion {
        states = Set.copyOf(states);
    }

    /** Nothing that ended before that day can fit. */
    LocalDate since() {
        return returned.map(month -> month.atDay(1)).filter(on::isAfter).orElse(on);
    }

    boolean fits(FoundCase found) {
        CasePlace place = found.place();
        return at.map(place::within).orElse(true)
                && (!unschooled || !place.schooled())
                && (!outside || !place.within(scope))
                && (returned.isPresent()
                        ? returns(found).contains(returned.get())
                        : found.history()
                                .on(on, Instant.MAX)
                                .filter(this::stands)
                                .isPresent());
    }

    private boolean stands(Situation then) {
        return states.contains(then.state())
                && cause.map(wanted -> CauseGroup.of(then, sensitive) == wanted).orElse(true)
                && pause.map(wanted -> PersuasionPause.of(then, on) == wanted).orElse(true);
    }

    private Set<YearMonth> returns(FoundCase found) {
        return returns(found, on);
    }

    /** The months in which the child came back to school by that day, by what holds now. */
    public static Set<YearMonth> returns(FoundCase found, LocalDate until) {
        if (found.history().recorded().stream().noneMatch(CaseQuestion::comesBack)) {
            return Set.of();
        }
        List<CaseEvent> flawed =
                found.history().on(until, Instant.MAX).map(Situation::flawed).orElse(List.of());
        return found.history().holding(Instant.MAX).stream()
                .filter(event -> comesBack(event) && !flawed.contains(event))
                .map(CaseEvent::on)
                .filter(day -> !day.isAfter(until))
                .map(YearMonth::from)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean comesBack(CaseEvent event) {
        return event.kind() == EventKind.RETURNED || event.kind() == EventKind.PLACED;
    }
}
