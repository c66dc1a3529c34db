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
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.casefile.Recording;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.casefile.history.Situation;
import org.guixue.instrument.Instrument;
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
