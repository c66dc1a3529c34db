package org.guixue.deadline.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.access.OfficeKind;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.form.Rule;
import org.guixue.form.RuleSpan;
import org.guixue.form.RuleTrigger;

/** What the rules ask for one case. For one day and one state of knowledge. */
final class CaseDues {
    private static final int SIXTEEN = 16;
    private static final int MOST_REPEATS = 200;

    private final CaseOnFile file;
    private final Situation stands;
    private final Answers answers;
    private final Seats seats;
    private final CountyDays days;
    private final LocalDate day;
    private final Instant knownBy;
    private final Horizon horizon;
    private final List<Rule> rules;

    CaseDues(
            CaseOnFile file,
            Situation stands,
            List<Rule> rules,
            Seats seats,
            CountyDays days,
            LocalDate day,
            Instant knownBy,
            Horizon horizon) {
        this.file = file;
        this.stands = stands;
        this.answers = new Answers(file, stands, day, knownBy);
        this.rules = rules;
        this.seats = seats;
        this.days = days;
        this.day = day;
        this.knownBy = knownBy;
        this.horizon = horizon;
    }

    List<Due> all() {
        List<Due> all = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.aboutCase() && holds(rule)) {
                of(rule).filter(due -> !due.opensOn().isAfter(horizon.until()) && !passed(due))
                        .ifPresent(all::add);
            }
        }
        Set<String> open =
                all.stream().filter(Due::open).map(due -> due.rule().id()).collect(Collectors.toSet());
        all.removeIf(due -> due.rule().unless().filter(open::contains).isPresent());
        return all;
    }

    private boolean holds(Rule rule) {
        return (rule.during().isEmpty() || rule.during().contains(stands.state().name()))
                && rule.ground().map(ground -> ground.equals(granted())).orElse(true)
                && !(rule.ends() && !day.isBefore(sixteenth()))
                && !(stands.state() == CaseState.RETURNED && stands.isApplication())
                && (stands.state() != CaseState.STRUCK_OFF || struckOffAs(rule));
    }

    /** What was due before the case came to stand so, and was set going when it stood where the rule does not speak. */
    private boolean passed(Due due) {
        Rule rule = due.rule();
        return rule.trigger().kind() == RuleTrigger.Kind.EVENT
                && due.dueOn().isBefore(stands.since())
                && event(rule)
                        .flatMap(event -> file.history().on(event.on(), knownBy))
                        .filter(then -> !rule.during().contains(then.state().name()))
                        .isPresent();
    }

    /** What follows a strike-off follows only the way in which the child was struck off. */
    private boolean struckOffAs(Rule rule) {
        List<CaseEvent> ends = stands.of(EventKind.STRUCK_OFF);
        return !ends.isEmpty()
                && ends.get(ends.size() - 1).facts().is(Fact.END, rule.trigger().detail());
    }

    /** Why the present period was granted; empty for none. */
    private String granted() {
        return stands.of(EventKind.DECIDED).stream()
                .filter(event -> event.facts().is(Fact.GRANTED))
                .reduce((first, last) -> last)
                .flatMap(event -> event.facts().text(Fact.GROUND))
                .orElse("");
    }

    private Optional<Due> of(Rule rule) {
        return seat(rule).flatMap(seat -> occasion(rule, seat).map(occasion -> stage(rule, seat, occasion)));
    }

    /** The first stage that nothing has answered; where all are, the last. */
    private Due stage(Rule rule, Seat seat, Occasion occasion) {
        List<Due.Done> done = rule.which() == Rule.Which.EACH ? List.of() : answers.to(rule, occasion);
        if (rule.repeated()) {
            return repeated(rule, seat, occasion, done);
        }
        int stages = rule.within().size();
        int stage = Math.min(done.size(), stages - 1);
        LocalDate dueOn = occasion.dueOn(rule, rule.within().get(stage), 1, seat.id(), days);
        LocalDate opensOn = stage == 0
                ? occasion.opensOn(rule, dueOn)
                : occasion.dueOn(rule, rule.within().get(stage - 1), 1, seat.id(), days)
                        .plusDays(1);
        return due(
                rule,
                seat,
                stages == 1 ? occasion.period() : occasion.period() + "-" + (stage + 1),
                opensOn,
                dueOn,
                done.size() < stages ? Optional.empty() : Optional.of(done.get(stages - 1)));
    }

    /** The period after the one in which it was last done; one line however many were missed. */
    private Due repeated(Rule rule, Seat seat, Occasion occasion, List<Due.Done> done) {
        RuleSpan span = rule.within().get(0);
        LocalDate last =
                done.isEmpty() ? LocalDate.MIN : done.get(done.size() - 1).on();
        LocalDate opensOn = occasion.anchor(rule);
        LocalDate dueOn = opensOn;
        for (int times = 1; times < MOST_REPEATS; times++) {
            dueOn = occasion.dueOn(rule, span, times, seat.id(), days);
            if (dueOn.isAfter(last) && !(last.isAfter(opensOn) || last.equals(opensOn))) {
                break;
            }
            opensOn = dueOn.plusDays(1);
        }
        return due(rule, seat, dueOn.toString(), opensOn, dueOn, Optional.empty());
    }

    private Due due(Rule rule, Seat seat, String period, LocalDate opensOn, LocalDate dueOn, Optional<Due.Done> done) {
        return new Due(
                "%s-c%d-%s".formatted(rule.id(), file.id(), period),
                rule,
                seat.id(),
                OptionalLong.of(file.id()),
                OptionalLong.of(file.student()),
                opensOn,
                dueOn,
                done,
                days.working().knows(dueOn.getYear()));
    }

    private Optional<Occasion> occasion(Rule rule, Seat seat) {
        RuleTrigger trigger = rule.trigger();
        return switch (trigger.kind()) {
            case EVENT -> event(rule).map(event -> Occasion.on(event.on()));
            case STATE ->
                stands.state().name().equals(trigger.detail())
                        ? Optional.of(Occasion.on(stands.since()))
                        : Optional.empty();
            case UNTIL -> stands.decidedUntil().map(Occasion::on);
            case SIXTEEN -> Optional.of(Occasion.on(sixteenth()));
            case LAST_ATTENDED -> stands.lastDayAttended().map(Occasion::on);
            case DELIVERY_FAILED -> answers.failedSince().map(Occasion::on);
            case PROMISED -> promised().map(Occasion::on);
            case ORDER_UNTIL -> orderUntil().map(Occasion::on);
            case MISSED -> missed(trigger.detail());
            default -> onCalendar(rule, seat);
        };
    }

    private Optional<CaseEvent> event(Rule rule) {
        EventKind kind = EventKind.valueOf(rule.trigger().detail());
        if (kind == EventKind.HANDED_OVER && stands.handedTo().isEmpty()) {
            return Optional.empty();
        }
        List<CaseEvent> events = stands.of(kind);
        return switch (rule.which()) {
            case FIRST -> events.stream().findFirst();
            case LAST -> events.stream().reduce((first, last) -> last);
            case EACH ->
                events.stream().filter(event -> !answers.answered(rule, event)).findFirst();
        };
    }

    private Optional<LocalDate> promised() {
        return stands.of(EventKind.PERSUADED).stream()
                .flatMap(event -> event.facts().date(Fact.PROMISED).stream())
                .reduce((first, last) -> last);
    }

    /** Of the newest order of the spell that was received; the day of receipt is not counted (民法典 第二百零一条). */
    private Optional<LocalDate> orderUntil() {
        return stands.of(EventKind.ORDERED).stream()
                .filter(event -> event.facts().count(Fact.DAYS).isPresent())
                .flatMap(event -> answers
                        .received(event.facts().id(Fact.PAPER).orElse(0))
                        .map(on -> on.plusDays(event.facts().count(Fact.DAYS).getAsInt()))
                        .stream())
                .reduce((first, last) -> last);
    }

    /** The day on which the other rule was not kept; it begins the day after. */
    private Optional<Occasion> missed(String other) {
        return rules.stream()
                .filter(rule -> rule.id().equals(other) && holds(rule))
                .findFirst()
                .flatMap(this::of)
                .filter(due -> due.overdue(day))
                .map(due -> new Occasion(
                        due.dueOn(), due.dueOn(), due.dueOn(), due.dueOn().toString()));
    }

    /** The newest that has opened since the case stands so. */
    private Optional<Occasion> onCalendar(Rule rule, Seat seat) {
        return new Occasions(days)
                .around(rule.trigger(), seat.id(), day).stream()
                        .filter(each -> {
                            LocalDate dueOn = each.dueOn(rule, rule.within().get(0), 1, seat.id(), days);
                            return !dueOn.isBefore(stands.since())
                                    && !each.opensOn(rule, dueOn).isAfter(horizon.until())
                                    && !dueOn.isBefore(horizon.since());
                        })
                        .reduce((first, last) -> last);
    }

    private LocalDate sixteenth() {
        LocalDate birthday = file.bornOn().plusYears(SIXTEEN);
        boolean leapling = file.bornOn().getDayOfMonth() == 29 && birthday.getDayOfMonth() == 28;
        return leapling ? birthday.plusDays(1) : birthday;
    }

    /** Who must act: tasks follow the lead office. */
    private Optional<Seat> seat(Rule rule) {
        Optional<Seat> lead =
                seats.find(stands.lead()).or(() -> seats.find(file.school())).or(() -> seats.find(file.township()));
        return switch (rule.who().get(0)) {
            case SCHOOL -> lead.flatMap(this::schoolOf).or(() -> lead);
            case TOWNSHIP ->
                lead.flatMap(at -> seats.atOrAbove(at, OfficeKind.TOWNSHIP))
                        .or(() -> seats.find(file.township()))
                        .or(() -> lead);
            case COUNTY_BUREAU -> lead.flatMap(at -> above(at, OfficeKind.COUNTY_BUREAU));
            case CITY -> lead.flatMap(at -> above(at, OfficeKind.CITY));
            case PROVINCE -> lead.flatMap(at -> above(at, OfficeKind.PROVINCE));
            case RECEIVER -> seats.find(stands.handedTo());
            case LEAD, GUARDIAN -> lead;
        };
    }

    private Optional<Seat> schoolOf(Seat lead) {
        return lead.kind() == OfficeKind.SCHOOL
                ? Optional.of(lead)
                : seats.find(file.school()).filter(school -> school.under(lead));
    }

    private Optional<Seat> above(Seat lead, OfficeKind kind) {
        return lead.kind() == kind ? Optional.of(lead) : seats.over(lead, kind);
    }
}
