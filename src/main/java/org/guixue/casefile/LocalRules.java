package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.guixue.calendar.Reporting;
import org.guixue.calendar.WorkingDays;
import org.guixue.casefile.gate.Circumstances;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.yearbook.TermDates;
import org.guixue.yearbook.Yearbook;

/** What the conditions of a case look at beside its events: the child on the roll, the rules and the calendar where it is led. */
@ApplicationScoped
public class LocalRules {
    private final Offices offices;
    private final FormCatalog forms;
    private final Yearbook yearbook;

    @Inject
    public LocalRules(Offices offices, FormCatalog forms, Yearbook yearbook) {
        this.offices = offices;
        this.forms = forms;
        this.yearbook = yearbook;
    }

    Circumstances of(Case found) {
        Student child = found.student();
        Office lead = lead(found);
        return new Circumstances(
                child.bornOn(),
                child.grade(),
                !child.disability().certificate().isEmpty(),
                rules(lead),
                schoolDays(child.school().orElse(lead)));
    }

    /** The office that leads the case; the child's own where none is noted. */
    Office lead(Case found) {
        return found.leadOffice().isPresent()
                ? offices.find(found.leadOffice().getAsLong()).orElseThrow()
                : home(found.student());
    }

    /** The school that the child is on, or the township that answers for it. */
    static Office home(Student child) {
        return child.school().orElseGet(child::township);
    }

    Map<String, Jurisdiction.Gate> rules(Office lead) {
        return forms.gatesOf(lead.jurisdiction());
    }

    private Predicate<LocalDate> schoolDays(Office school) {
        WorkingDays days = yearbook.workingDays(school);
        Map<String, TermDates> terms = new HashMap<>();
        return day -> days.isWorkingDay(day)
                && isTaught(
                        terms.computeIfAbsent(
                                Reporting.of(Reporting.Kind.TERM, day).name(),
                                name -> yearbook.term(school, Reporting.parse(name))),
                        day);
    }

    private static boolean isTaught(TermDates term, LocalDate day) {
        return !day.isBefore(term.startsOn()) && !day.isAfter(term.endsOn());
    }
}
