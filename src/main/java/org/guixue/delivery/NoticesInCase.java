package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.casefile.Recording;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.casefile.history.Situation;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.person.Students;

/** Writes into a child's case that a notice was received, in the transaction that records its delivery. */
@ApplicationScoped
public class NoticesInCase {
    /** 劝返复学通知书 of any jurisdiction (forms/kinds.json). */
    private static final String NOTICE = "PERSUASION_NOTICE";

    private final Cases cases;
    private final Students students;
    private final Recording recording;
    private final Clock clock;

    @Inject
    public NoticesInCase(Cases cases, Students students, Recording recording, Clock clock) {
        this.cases = cases;
        this.students = students;
        this.recording = recording;
        this.clock = clock;
    }

    /**
     * Joins the open transaction. Whether a period runs from this receipt: of a spell's receipts the first does it, a later
     * one does not start it again (天梯政办〔2019〕30号 四（一）).
     */
    boolean received(Caller caller, Instrument paper, Delivery delivery) {
        if (!paper.kind().equals(NOTICE)) {
            return true;
        }
        Optional<Case> going =
                cases.ofChild(paper.childId()).filter(found -> !found.state().ended());
        if (going.isEmpty()) {
            return true;
        }
        students.hold(going.get().student());
        LocalDate from = delivery.startsOn().orElseThrow();
        boolean first = before(going.get(), from)
                .filter(earlier -> !earlier.isAfter(from))
                .isEmpty();
        recording.happened(caller, going.get(), event(paper, delivery, from));
        return first;
    }

    /**
     * What only the archive's register remembers: the event that was written with that delivery and is forgotten too. Nothing
     * where the case still has it, or did not stand so that a notice could be received on that day. Joins the open transaction.
     *
     * @param told the delivery's id as the register has it
     */
    void readBack(Instrument paper, Delivery delivery, long told) {
        if (!paper.kind().equals(NOTICE)
                || paper.state() == InstrumentState.VOID
                || delivery.startsOn().isEmpty()) {
            return;
        }
        LocalDate from = delivery.startsOn().get();
        cases.ofChild(paper.childId())
                .filter(found -> isForgotten(cases.history(found.id()), told, from))
                .ifPresent(found -> {
                    students.hold(found.student());
                    recording.happened(recorder(paper, delivery), found, late(event(paper, delivery, from)));
                });
    }

    private boolean isForgotten(CaseHistory history, long told, LocalDate from) {
        boolean known = history.recorded().stream()
                .flatMap(each -> each.facts().id(Fact.DELIVERY).stream().boxed())
                .anyMatch(id -> id == told);
        return !known
                && history.on(from, clock.instant())
                        .filter(then -> EventKind.NOTICE_RECEIVED.from().contains(then.state()))
                        .isPresent();
    }

    private static CaseEvent late(CaseEvent event) {
        return CaseEvent.said(event.kind(), event.on(), event.words(), "依归档登记簿补记", event.facts(), event.basis());
    }

    /** Whoever recorded the delivery, as far as the register names them. */
    private static Caller recorder(Instrument paper, Delivery delivery) {
        return new Caller(
                delivery.recordedBy(), "", "系统", Role.CLERK, paper.issuer().scope(), false, false, "");
    }

    private Optional<LocalDate> before(Case going, LocalDate day) {
        return cases.history(going.id()).on(day, clock.instant()).flatMap(Situation::noticeReceived);
    }

    private static CaseEvent event(Instrument paper, Delivery delivery, LocalDate from) {
        return CaseEvent.said(
                EventKind.NOTICE_RECEIVED,
                from,
                "《%s》%s，%s"
                        .formatted(
                                paper.title(),
                                paper.serial(),
                                delivery.outcome().label()),
                "",
                Facts.none()
                        .with(Fact.DELIVERY, Long.toString(delivery.id()))
                        .with(Fact.PAPER, Long.toString(paper.id())),
                basis(paper, delivery));
    }

    private static List<CaseEvent.Basis> basis(Instrument paper, Delivery delivery) {
        Stream<CaseEvent.Basis> proofs =
                delivery.evidence().stream().map(id -> new CaseEvent.Basis(CaseEvent.Basis.Kind.EVIDENCE, id));
        List<CaseEvent.Basis> all = new ArrayList<>();
        all.add(new CaseEvent.Basis(CaseEvent.Basis.Kind.INSTRUMENT, paper.id()));
        proofs.forEach(all::add);
        return all;
    }
}
