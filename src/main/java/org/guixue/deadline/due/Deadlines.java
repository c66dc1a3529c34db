package org.guixue.deadline.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.guixue.form.Rule;

/**
 * The pure function: rules, calendar and facts on a day, as known by a moment, give what is due and what was done. Immutable
 * and thread-safe; asks nobody and remembers nothing.
 *
 * @param rulesOf the rules in force in a jurisdiction
 */
public record Deadlines(Function<String, List<Rule>> rulesOf, CountyDays days, Seats seats) {
    /** What the calendar asks of these offices. */
    public List<Due> ofOffices(
            Collection<Seat> offices, List<IssuedPaper> papers, LocalDate day, Instant knownBy, Horizon horizon) {
        OfficeDues dues = new OfficeDues(days, papers, day, knownBy, horizon);
        List<Due> all = new ArrayList<>();
        for (Seat seat : offices) {
            for (Rule rule : rulesOf.apply(seat.jurisdiction())) {
                if (!rule.aboutCase()
                        && rule.who().stream().anyMatch(actor -> actor.name()
                                .equals(seat.kind().name()))) {
                    all.addAll(dues.of(rule, seat));
                }
            }
        }
        all.sort(Due.BY_DAY);
        return all;
    }

    /** What one case asks for; nothing before it was opened. */
    public List<Due> ofCase(CaseOnFile file, LocalDate day, Instant knownBy, Horizon horizon) {
        return file.history()
                .on(day, knownBy)
                .map(stands -> new CaseDues(
                                file,
                                stands,
                                rulesOf.apply(jurisdiction(file, stands.lead().orElse(0))),
                                seats,
                                days,
                                day,
                                knownBy,
                                horizon)
                        .all())
                .orElse(List.of());
    }

    /** Of whoever leads it; a case without a known lead has its school's or township's. */
    private String jurisdiction(CaseOnFile file, long lead) {
        return seats.find(lead)
                .or(() -> seats.find(file.school()))
                .or(() -> seats.find(file.township()))
                .map(Seat::jurisdiction)
                .orElse("");
    }
}
