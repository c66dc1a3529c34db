package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.guixue.Violation;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.Receipts;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.Completing;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.yearbook.Yearbook;

/** Answers the house's check with {@link Prefill}: lays out what it may look at, each read once and only when asked for. */
@ApplicationScoped
public class Prefilling implements Completing {
    private final Cases cases;
    private final Instruments instruments;
    private final Receipts receipts;
    private final Offices offices;
    private final Yearbook yearbook;
    private final FormCatalog forms;
    private final Clock clock;

    @Inject
    public Prefilling(
            Cases cases,
            Instruments instruments,
            Receipts receipts,
            Offices offices,
            Yearbook yearbook,
            FormCatalog forms,
            Clock clock) {
        this.cases = cases;
        this.instruments = instruments;
        this.receipts = receipts;
        this.offices = offices;
        this.yearbook = yearbook;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    public Completed complete(
            Form form,
            Subject subject,
            Office issuer,
            String handler,
            LocalDate today,
            Map<String, Object> given,
            boolean mayReadSensitive) {
        return Prefill.complete(form, subject, around(subject, issuer, today), handler, today, given, mayReadSensitive);
    }

    @Override
    public List<Violation> doubts(
            Form form, Subject subject, Office issuer, LocalDate today, Map<String, Object> given) {
        return Prefill.doubts(form, subject, around(subject, issuer, today), today, given);
    }

    private OfficeDesk around(Subject subject, Office issuer, LocalDate today) {
        Supplier<ChildPapers> papers = once(() -> papers(subject));
        return new OfficeDesk(
                issuer,
                once(() -> yearbook.workingDays(issuer)),
                term -> yearbook.term(issuer, term),
                targets(issuer),
                offices::find,
                once(() -> known(subject, today, papers)),
                papers,
                receipts);
    }

    private ChildPapers papers(Subject subject) {
        return subject.student()
                .map(Student::id)
                .map(child -> new ChildPapers(instruments.ofChild(child)))
                .orElse(ChildPapers.NONE);
    }

    /** Its own case, or the one of its child that is still going. */
    private Optional<CaseSoFar> known(Subject subject, LocalDate today, Supplier<ChildPapers> papers) {
        Optional<Case> found = subject.caseFile()
                .map(Case::id)
                .flatMap(cases::find)
                .or(() -> subject.student()
                        .map(Student::id)
                        .flatMap(cases::ofChild)
                        .filter(each -> !each.state().ended()));
        return found.flatMap(each ->
                cases.history(each.id()).on(today, clock.instant()).map(now -> new CaseSoFar(each, now, papers.get())));
    }

    private List<Jurisdiction.Target> targets(Office issuer) {
        return forms.jurisdiction(issuer.jurisdiction())
                .map(Jurisdiction::targets)
                .orElse(List.of());
    }

    private static <T> Supplier<T> once(Supplier<T> read) {
        return new Remembered<>(read);
    }

    /** For one request. */
    private static final class Remembered<T> implements Supplier<T> {
        private final Supplier<T> read;
        private Optional<T> value = Optional.empty();

        Remembered(Supplier<T> read) {
            this.read = read;
        }

        @Override
        public T get() {
            if (value.isEmpty()) {
                value = Optional.of(read.get());
            }
            return value.orElseThrow();
        }
    }
}
