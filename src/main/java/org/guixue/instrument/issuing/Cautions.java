package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.Violation;
import org.guixue.calendar.Counting;
import org.guixue.calendar.Roll;
import org.guixue.casefile.Cases;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Situation;
import org.guixue.form.FieldText;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.Jurisdiction;
import org.guixue.instrument.Caution;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.guixue.yearbook.Yearbook;

/**
 * Finds what speaks against a paper: the same one for the same child within a week, a notice after fewer persuasions than
 * recommended (天梯政办〔2019〕30号 四（一）、五1), one to a child that nobody has found absent, a report that nothing helped while the
 * notice still runs, and what was written otherwise than the records have it. Of an issued paper it tells what was so when its
 * number was allotted, so that a repeated request is answered alike; but what the records say is what they say now.
 */
@ApplicationScoped
public class Cautions {
    private static final String SAME = "same-paper-within-week";
    private static final String EFFORTS = "notice-after-efforts";
    private static final String ABSENT = "notice-to-absent";
    private static final String WEEK = "report-after-notice";
    /** What was written otherwise than the records have it. */
    public static final String OTHERWISE = "written-otherwise";

    private static final int DAYS = 7;
    private static final int REPEATED = 3;

    private final Instruments instruments;
    private final Cases cases;
    private final FormCatalog forms;
    private final Completing completing;
    private final Yearbook yearbook;
    private final Clock clock;

    @Inject
    public Cautions(
            Instruments instruments,
            Cases cases,
            FormCatalog forms,
            Completing completing,
            Yearbook yearbook,
            Clock clock) {
        this.instruments = instruments;
        this.cases = cases;
        this.forms = forms;
        this.completing = completing;
        this.yearbook = yearbook;
        this.clock = clock;
    }

    /** What a paper is about and when; its own number, 0 before it has one. */
    private record About(FormId form, long child, Office issuer, LocalDate on, Instant known, long paper) {}

    /**
     * Of a paper that is about to be issued.
     *
     * @param given what was written so far
     */
    public List<Caution> before(Form form, Subject subject, Office issuer, Map<String, Object> given) {
        LocalDate today = LocalDate.now(clock);
        List<Caution> all = new ArrayList<>();
        subject.student()
                .map(Student::id)
                .map(child -> of(form, new About(form.id(), child, issuer, today, clock.instant(), 0)))
                .ifPresent(all::addAll);
        all.addAll(otherwise(completing.doubts(form, subject, issuer, today, given)));
        return List.copyOf(all);
    }

    /** Of an issued one. */
    public List<Caution> of(Instrument issued) {
        return forms.form(issued.form(), issued.issuer().jurisdiction())
                .map(form -> of(form, issued))
                .orElse(List.of());
    }

    private List<Caution> of(Form form, Instrument issued) {
        Office issuer = issued.issuer();
        LocalDate on = issued.issuedOn();
        List<Caution> all = new ArrayList<>();
        if (issued.childId() != 0) {
            all.addAll(of(form, new About(form.id(), issued.childId(), issuer, on, issued.reservedAt(), issued.id())));
        }
        all.addAll(
                otherwise(completing.doubts(form, issued.subject(), issuer, on, ValuesJson.read(issued.valuesJson()))));
        return List.copyOf(all);
    }

    /** What was written otherwise than the records have it. */
    public static List<Caution> otherwise(List<Violation> doubts) {
        return doubts.stream()
                .map(each -> new Caution(OTHERWISE, "本单位规定", each.message()))
                .toList();
    }

    private List<Caution> of(Form form, About about) {
        return Stream.of(same(about), efforts(form, about), absence(form, about), week(form, about))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Caution> same(About about) {
        return instruments.ofChild(about.child()).stream()
                .filter(each -> each.form().equals(about.form())
                        && each.state() != InstrumentState.VOID
                        && each.id() != about.paper()
                        && !each.reservedAt().isAfter(about.known())
                        && !each.issuedOn().isBefore(about.on().minusDays(DAYS)))
                .findFirst()
                .map(Cautions::same);
    }

    private static Caution same(Instrument earlier) {
        return new Caution(
                SAME,
                "本单位规定",
                "一周内已经给%s签发过《%s》：%s，%s由%s（%s）签发。内容相同的不用再发；写错了的，请先作废那一份"
                        .formatted(
                                earlier.subject().label(),
                                earlier.title(),
                                earlier.serial(),
                                FieldText.date(earlier.issuedOn()),
                                earlier.issuedByName(),
                                earlier.issuer().name()));
    }

    private Optional<Caution> efforts(Form form, About about) {
        return gate(EFFORTS, form, about).filter(gate -> asksForEfforts(form)).flatMap(gate -> tooFew(gate, about));
    }

    private Optional<Jurisdiction.Gate> gate(String id, Form form, About about) {
        return Optional.ofNullable(forms.gatesOf(about.issuer().jurisdiction()).get(id))
                .filter(gate -> gate.papers().contains(form.kind()));
    }

    private Optional<Caution> absence(Form form, About about) {
        Optional<CaseState> standing = then(about).map(Situation::state).filter(state -> !state.ended());
        return gate(ABSENT, form, about)
                .filter(gate -> standing.filter(EventKind.NOTICE_RECEIVED.from()::contains)
                        .isEmpty())
                .map(gate -> new Caution(
                        ABSENT,
                        gate.origin(),
                        standing.map(state -> "这名学生的个案现在是“%s”，《%s》却发给没有到校的学生，写明该生至今没有返校。又没有到校的，请先登记再次辍学；个案登记有误的，请先更正"
                                        .formatted(state.label(), form.title()))
                                .orElseGet(() ->
                                        "这名学生没有正在办理的个案，没有登记过没有到校。《%s》发给没有到校的学生，没有个案就不计返校的期限。没有到校的，请先建档并核实；确需现在发出的，可以继续"
                                                .formatted(form.title()))));
    }

    /** What the notice gives the guardian has not run out on the day of the report. */
    private Optional<Caution> week(Form form, About about) {
        return gate(WEEK, form, about).flatMap(gate -> then(about)
                .flatMap(Situation::noticeReceived)
                .map(on -> Roll.NEXT.apply(
                        Counting.lastDay(on, Period.ofDays(gate.number("days", DAYS))),
                        yearbook.workingDays(about.issuer())))
                .filter(last -> !about.on().isAfter(last))
                .map(last -> new Caution(
                        WEEK,
                        gate.origin(),
                        "监护人收到通知书以后，送学的期限到%s才届满，现在报告劝返无效早了些。期限内仍没有返校的，到期后再报告；确需现在报告的，可以继续"
                                .formatted(FieldText.date(last)))));
    }

    /** The one handed over at the first visit of a term asks for none. */
    private static boolean asksForEfforts(Form form) {
        return form.fields().stream()
                .anyMatch(field -> field.required() && field.from().equals(Optional.of("case.efforts")));
    }

    private Optional<Caution> tooFew(Jurisdiction.Gate gate, About about) {
        int needed = gate.number("persuasions", REPEATED);
        long made = persuasions(about);
        return made >= needed
                ? Optional.empty()
                : Optional.of(new Caution(
                        EFFORTS,
                        gate.origin(),
                        "发通知书以前应当多次动员（%d次以上），这次辍学以来记录了%d次。没有记的请先补记劝返；确需现在发出的，可以继续".formatted(needed, made)));
    }

    /** Of the spell, at most one a day. */
    private long persuasions(About about) {
        return then(about).stream()
                .flatMap(now -> now.of(EventKind.PERSUADED).stream())
                .map(CaseEvent::on)
                .distinct()
                .count();
    }

    private Optional<Situation> then(About about) {
        return cases.ofChild(about.child())
                .flatMap(found -> cases.history(found.id()).on(about.on(), about.known()));
    }
}
