package org.guixue.deadline.due;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.calendar.Reporting;
import org.guixue.form.Rule;
import org.guixue.form.RuleTrigger;

/** What the calendar asks of offices, and which papers did it. For one day and one state of knowledge. */
final class OfficeDues {
    private final CountyDays days;
    private final Occasions occasions;
    private final LocalDate day;
    private final Horizon horizon;
    private final Map<Long, List<IssuedPaper>> byIssuer = new HashMap<>();
    private final Map<Long, List<IssuedPaper>> aboutOffice = new HashMap<>();

    OfficeDues(CountyDays days, List<IssuedPaper> papers, LocalDate day, Instant knownBy, Horizon horizon) {
        this.days = days;
        this.occasions = new Occasions(days);
        this.day = day;
        this.horizon = horizon;
        for (IssuedPaper paper : papers) {
            if (paper.holds(day, knownBy)) {
                byIssuer.computeIfAbsent(paper.issuer(), office -> new ArrayList<>())
                        .add(paper);
                paper.about().ifPresent(office -> aboutOffice
                        .computeIfAbsent(office, id -> new ArrayList<>())
                        .add(paper));
            }
        }
    }

    /** All times of one rule at one office that show, open or done. */
    List<Due> of(Rule rule, Seat seat) {
        List<Slot> slots = new ArrayList<>();
        for (Occasion occasion : occasions.around(rule.trigger(), seat.id(), day)) {
            LocalDate dueOn = occasion.dueOn(rule, rule.within().get(0), 1, seat.id(), days);
            LocalDate opensOn = occasion.opensOn(rule, dueOn);
            if (!opensOn.isAfter(horizon.until())
                    && !dueOn.isBefore(earliest(rule))
                    && !occasion.closesOn(rule).isBefore(day)) {
                slots.add(new Slot(occasion, opensOn, dueOn));
            }
        }
        proofs(rule, seat).forEach(paper -> slot(rule, slots, paper).ifPresent(slot -> slot.done = Optional.of(paper)));
        return slots.stream().map(slot -> slot.due(rule, seat, days)).toList();
    }

    /** What was missed long ago is history, not work; nor is what was due before the county began. */
    private LocalDate earliest(Rule rule) {
        RuleTrigger.Kind kind = rule.trigger().kind();
        LocalDate back =
                switch (kind) {
                    case WEEK -> day.minusWeeks(4);
                    case MONTH, MONTH_END -> day.minusMonths(6);
                    default -> day.minusYears(1);
                };
        return back.isBefore(horizon.since()) ? horizon.since() : back;
    }

    private List<IssuedPaper> proofs(Rule rule, Seat seat) {
        List<IssuedPaper> found = new ArrayList<>();
        for (Rule.Proof proof : rule.doneBy()) {
            Map<Long, List<IssuedPaper>> by = proof.subject() == Rule.Proof.Subject.OFFICE ? aboutOffice : byIssuer;
            by.getOrDefault(seat.id(), List.of()).stream()
                    .filter(paper -> paper.form().equals(proof.name()))
                    .filter(paper -> !proof.delivered() || paper.receivedOn().isPresent())
                    .forEach(found::add);
        }
        found.sort(Comparator.comparing(IssuedPaper::day).thenComparing(IssuedPaper::id));
        return found;
    }

    /**
     * The time that a paper answers: of its own period where it names one of that kind, else the unanswered one whose last
     * day is nearest. A paper after its day does it late.
     */
    private static Optional<Slot> slot(Rule rule, List<Slot> slots, IssuedPaper paper) {
        return slots.stream()
                .filter(slot -> slot.done.isEmpty() && !paper.day().isBefore(slot.opensOn))
                .filter(slot -> !paper.day().isAfter(slot.occasion.closesOn(rule)))
                .filter(slot -> !sameKind(paper.period(), slot.occasion.period())
                        || paper.period().equals(slot.occasion.period()))
                .min(Comparator.comparingLong(slot -> Math.abs(ChronoUnit.DAYS.between(paper.day(), slot.dueOn))));
    }

    private static boolean sameKind(String reported, String asked) {
        try {
            return !reported.isEmpty()
                    && Reporting.parse(reported).kind()
                            == Reporting.parse(asked).kind();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One time, until it is answered. */
    private static final class Slot {
        private final Occasion occasion;
        private final LocalDate opensOn;
        private final LocalDate dueOn;
        private Optional<IssuedPaper> done = Optional.empty();

        Slot(Occasion occasion, LocalDate opensOn, LocalDate dueOn) {
            this.occasion = occasion;
            this.opensOn = opensOn;
            this.dueOn = dueOn;
        }

        Due due(Rule rule, Seat seat, CountyDays days) {
            return new Due(
                    "%s-o%d-%s".formatted(rule.id(), seat.id(), occasion.period()),
                    rule,
                    seat.id(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    opensOn,
                    dueOn,
                    done.map(paper -> new Due.Done(paper.form(), paper.day())),
                    days.working().knows(dueOn.getYear()));
        }
    }
}
