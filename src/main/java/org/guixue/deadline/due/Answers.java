package org.guixue.deadline.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.form.Rule;

/** What was done in a case: events and papers of its present absence, as far as they do what a rule asks for. */
final class Answers {
    private final CaseOnFile file;
    private final Situation stands;
    private final LocalDate day;
    private final Instant knownBy;

    Answers(CaseOnFile file, Situation stands, LocalDate day, Instant knownBy) {
        this.file = file;
        this.stands = stands;
        this.day = day;
        this.knownBy = knownBy;
    }

    /** In order of day, at most one a day. */
    List<Due.Done> to(Rule rule, Occasion occasion) {
        LocalDate from = from(rule, occasion);
        LocalDate until = occasion.closesOn(rule);
        List<Due.Done> done = new ArrayList<>();
        for (Rule.Proof proof : rule.doneBy()) {
            if (proof.kind() == Rule.Proof.Kind.EVENT) {
                events(rule, proof, occasion).forEach(done::add);
            } else {
                papers(proof)
                        .map(paper -> new Due.Done(paper.form(), paper.day()))
                        .forEach(done::add);
            }
        }
        done.removeIf(each -> each.on().isBefore(from) || each.on().isAfter(until));
        done.sort(Comparator.comparing(Due.Done::on));
        List<Due.Done> once = new ArrayList<>();
        for (Due.Done each : done) {
            if (once.isEmpty() || !once.get(once.size() - 1).on().equals(each.on())) {
                once.add(each);
            }
        }
        return once;
    }

    private static LocalDate from(Rule rule, Occasion occasion) {
        return rule.window()
                .flatMap(Rule.Window::from)
                .map(occasion.base()::plus)
                .orElseGet(() -> occasion.anchor(rule));
    }

    /** An event does not answer itself: one of the trigger's own kind must come after it. */
    private Stream<Due.Done> events(Rule rule, Rule.Proof proof, Occasion occasion) {
        EventKind kind = EventKind.valueOf(proof.name());
        boolean itself = rule.trigger().detail().equals(proof.name());
        return stands.of(kind).stream()
                .filter(event -> !itself || event.on().isAfter(occasion.base()))
                .filter(event -> !proof.joint() || event.facts().is(Fact.JOINT))
                .map(event -> new Due.Done(kind.name(), event.on()));
    }

    private Stream<IssuedPaper> papers(Rule.Proof proof) {
        return file.papers().stream()
                .filter(paper -> paper.form().equals(proof.name()))
                .filter(paper -> paper.holds(day, knownBy) && !paper.day().isBefore(stands.spellFrom()))
                .filter(paper -> !proof.delivered()
                        || paper.receivedOn().filter(on -> !on.isAfter(day)).isPresent());
    }

    /** When that paper of the case was received, as far as it is known on the day. */
    Optional<LocalDate> received(long paper) {
        return file.papers().stream()
                .filter(each -> each.id() == paper && each.holds(day, knownBy))
                .flatMap(each -> each.receivedOn().stream())
                .filter(on -> !on.isAfter(day))
                .findFirst();
    }

    /** Whether a paper that was issued when this event was known, or an event after it, does what the rule asks for. */
    boolean answered(Rule rule, CaseEvent event) {
        return rule.doneBy().stream()
                .anyMatch(proof -> proof.kind() == Rule.Proof.Kind.EVENT
                        ? stands.of(EventKind.valueOf(proof.name())).stream().anyMatch(each -> follows(each, event))
                        : papers(proof).anyMatch(paper -> !paper.issuedAt().isBefore(event.recordedAt())));
    }

    private static boolean follows(CaseEvent later, CaseEvent event) {
        return later.on().isAfter(event.on())
                || (later.on().equals(event.on()) && later.recordedAt().isAfter(event.recordedAt()));
    }

    /** The last try to deliver that failed and after which nothing was received. */
    Optional<LocalDate> failedSince() {
        LocalDate received = stands.noticeReceived().orElse(LocalDate.MIN);
        return file.failed().stream()
                .filter(each -> !each.on().isAfter(day)
                        && !each.recordedAt().isAfter(knownBy)
                        && !each.on().isBefore(stands.spellFrom()))
                .map(FailedDelivery::on)
                .filter(received::isBefore)
                .max(Comparator.naturalOrder());
    }
}
