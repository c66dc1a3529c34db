package org.guixue.county;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.guixue.casefile.CaseQuestion;
import org.guixue.casefile.FoundCase;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Situation;
import org.guixue.county.CountyPicture.MonthBar;

/** Follows cases over the twelve months that end with a day. For one reading. */
final class MonthTally {
    private static final int MONTHS = 12;

    private final LocalDate asOf;
    private final LocalDate yearBegan;
    private final List<YearMonth> months;
    private final List<LocalDate> days;
    private final long[] out = new long[MONTHS];
    private final long[] suspected = new long[MONTHS];
    private final long[] returned = new long[MONTHS];
    private long confirmed;
    private long still;

    /** @param yearBegan the first day of the school year */
    MonthTally(LocalDate asOf, LocalDate yearBegan) {
        this.asOf = asOf;
        this.yearBegan = yearBegan;
        YearMonth last = YearMonth.from(asOf);
        months = IntStream.range(0, MONTHS)
                .mapToObj(i -> last.minusMonths(MONTHS - 1L - i))
                .toList();
        days = months.stream()
                .map(month -> month.atEndOfMonth().isAfter(asOf) ? asOf : month.atEndOfMonth())
                .toList();
    }

    static LocalDate firstDay(LocalDate asOf) {
        return YearMonth.from(asOf).minusMonths(MONTHS - 1L).atDay(1);
    }

    /** Where the case stands on the last day. */
    Optional<Situation> add(FoundCase found) {
        List<Optional<Situation>> stands = found.history().onEach(days, Instant.MAX);
        for (int i = 0; i < MONTHS; i++) {
            CaseState state = stands.get(i).map(Situation::state).orElse(CaseState.CLEARED);
            out[i] += state == CaseState.OUT ? 1 : 0;
            suspected[i] += state == CaseState.SUSPECTED ? 1 : 0;
        }
        Set<YearMonth> came = CaseQuestion.returns(found, asOf);
        for (int i = 0; i < MONTHS; i++) {
            returned[i] += came.contains(months.get(i)) ? 1 : 0;
        }
        Optional<Situation> now = stands.get(MONTHS - 1);
        if (confirmedThisYear(found)) {
            confirmed++;
            still += now.filter(then -> then.state() == CaseState.OUT).isPresent() ? 1 : 0;
        }
        return now;
    }

    private boolean confirmedThisYear(FoundCase found) {
        return found.history().recorded().stream().anyMatch(this::isDropoutOfYear)
                && found.history().holding(Instant.MAX).stream().anyMatch(this::isDropoutOfYear);
    }

    private boolean isDropoutOfYear(CaseEvent event) {
        return (event.kind() == EventKind.CONFIRMED || event.kind() == EventKind.RELAPSED)
                && !event.on().isBefore(yearBegan)
                && !event.on().isAfter(asOf);
    }

    RatesOfYear.Dropouts dropouts() {
        return new RatesOfYear.Dropouts(confirmed, still);
    }

    List<MonthBar> returns(CaseListAddress lists) {
        return bars(returned, new long[MONTHS], i -> lists.returned(months.get(i)));
    }

    List<MonthBar> towardZero(CaseListAddress lists) {
        return bars(out, suspected, i -> lists.states(Set.of(CaseState.OUT)).on(days.get(i)));
    }

    private List<MonthBar> bars(long[] counts, long[] beside, IntFunction<CaseListAddress> list) {
        List<MonthBar> bars = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            bars.add(new MonthBar(
                    months.get(i),
                    days.get(i),
                    counts[i],
                    beside[i],
                    list.apply(i).toString()));
        }
        return Collections.unmodifiableList(bars);
    }
}
