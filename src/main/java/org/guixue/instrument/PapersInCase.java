package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.Cases;
import org.guixue.casefile.Correcting;
import org.guixue.casefile.Recording;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.form.Form;

/** Writes into a child's case what its papers bring about, in the transaction that issues them or makes them void. */
@ApplicationScoped
public class PapersInCase {
    /** Kinds of forms (forms/kinds.json) whose issue is an event. */
    private static final Map<String, EventKind> EVENTS = Map.of(
            "PERSUASION_FAILURE_REPORT", EventKind.REPORTED_UP,
            "RETURN_ORDER", EventKind.ORDERED,
            "SCHOOLING_ORDER", EventKind.ORDERED);

    private final Cases cases;
    private final Recording recording;
    private final Correcting correcting;
    private final Clock clock;

    @Inject
    public PapersInCase(Cases cases, Recording recording, Correcting correcting, Clock clock) {
        this.cases = cases;
        this.recording = recording;
        this.correcting = correcting;
        this.clock = clock;
    }

    /** Why a paper that says that the child is still away would not be true today, such as of one that has come back. */
    public Optional<Violation> untrue(Form form, Subject subject) {
        return Optional.ofNullable(EVENTS.get(form.kind()))
                .flatMap(kind -> subject.caseFile()
                        .flatMap(found -> cases.history(found.id()).on(LocalDate.now(clock), clock.instant()))
                        .filter(now -> !kind.from().contains(now.state())))
                .map(now -> new Violation(
                        "case",
                        "这名学生的个案现在是“%s”，《%s》写明该生没有返校，不能签发；个案登记有误的，请先更正"
                                .formatted(now.state().label(), form.title())));
    }

    /** Joins the open transaction. */
    public void issued(Instrument paper) {
        Optional.ofNullable(EVENTS.get(paper.kind())).ifPresent(kind -> cases.ofChild(paper.childId())
                .filter(found -> !found.state().ended())
                .ifPresent(found -> recording.happened(issuer(paper), found, event(kind, paper))));
    }

    private static CaseEvent event(EventKind kind, Instrument paper) {
        return CaseEvent.said(
                kind,
                paper.issuedOn(),
                "《%s》%s".formatted(paper.title(), paper.serial()),
                "",
                facts(kind, paper),
                List.of(new CaseEvent.Basis(CaseEvent.Basis.Kind.INSTRUMENT, paper.id())));
    }

    /** An order's days run from its receipt; its form says them in a number field {@code days}. */
    private static Facts facts(EventKind kind, Instrument paper) {
        Facts facts = Facts.none().with(Fact.PAPER, Long.toString(paper.id()));
        String days = ValuesJson.tree(paper.valuesJson()).path("days").asText();
        return kind == EventKind.ORDERED && days.matches("\\d{1,4}") ? facts.with(Fact.DAYS, days) : facts;
    }

    /** Who issued it, as far as an event names them. */
    private static Caller issuer(Instrument paper) {
        return new Caller(
                paper.issuedBy(),
                "",
                paper.issuedByName(),
                Role.CLERK,
                paper.issuer().scope(),
                false,
                false,
                "");
    }

    /** What rests on the paper is taken back. Joins the open transaction. */
    public void voided(Caller caller, Instrument paper, String reason) {
        cases.ofChild(paper.childId())
                .ifPresent(found -> correcting.takeBack(
                        caller, found, paper.id(), "《%s》%s作废：%s".formatted(paper.title(), paper.serial(), reason)));
    }
}
