package org.guixue.county;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.calendar.Reporting;
import org.guixue.casefile.Case;
import org.guixue.casefile.CaseActs;
import org.guixue.casefile.CaseFinding;
import org.guixue.casefile.PersuasionDetails;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.deadline.Lateness;
import org.guixue.deadline.LatenessDesk;
import org.guixue.form.FormCatalog;
import org.guixue.office.Office;
import org.guixue.person.InventedChild;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.person.Student;

/** The picture of a registry's county and the acts that it shows; Monday 16 November 2026. For one thread. */
final class CountyTable {
    static final LocalDate TODAY = Registry.TODAY;
    static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));

    final Registry registry;
    final RegistryDesk desk;
    final CaseActs acts;
    final CaseFinding finding;
    final RatesOfYear rates;
    final Lateness lateness;
    final Picturing picturing;

    CountyTable(Registry registry) {
        this.registry = registry;
        desk = registry.desk();
        acts = CaseActs.at(desk, FORMS);
        finding = new CaseFinding(desk.entities, acts.cases);
        rates = new RatesOfYear(new RollCounts(desk.entities), FORMS, desk.offices);
        lateness = LatenessDesk.of(desk, FORMS, new SecureRandom());
        picturing = new Picturing(finding, rates, lateness, desk.offices, desk.clock);
    }

    Caller clerk(Office school) {
        return registry.caller(Role.CLERK, school);
    }

    Student child(Office school) {
        return enter(school, registry.invent(school));
    }

    Student enter(Office school, InventedChild child) {
        return desk.roster.enter(clerk(school), child.details());
    }

    /** Opened on a day and found to be out on it. */
    Case out(Office school, LocalDate on, String cause) {
        Case found = suspected(school, on, cause);
        happen(school, found, EventKind.CONFIRMED, on, Map.of());
        return found;
    }

    Case suspected(Office school, LocalDate on, String cause) {
        return acts.casework.open(clerk(school), child(school).id(), on, cause);
    }

    void persuaded(Office school, Case found, LocalDate on) {
        acts.casework.record(
                clerk(school),
                found.id(),
                new PersuasionDetails(on, List.of("王老师"), "东山镇一组", "入户面谈", "仍不返校"),
                "",
                "补录");
    }

    void returned(Office school, Case found, LocalDate on) {
        happen(
                school,
                found,
                EventKind.RETURNED,
                on,
                Map.of(Fact.GRADE, found.student().grade(), Fact.SCHOOL_CLASS, "1班", Fact.CLASS_FORM, "随班就读"));
    }

    void happen(Office school, Case found, EventKind kind, LocalDate on, Map<Fact, String> facts) {
        acts.recording.record(
                clerk(school), found.id(), CaseEvent.said(kind, on, "", "补录", new Facts(facts), List.of()));
    }

    CountyPicture of(Caller caller) {
        return of(caller, Optional.empty(), Optional.empty());
    }

    CountyPicture of(Caller caller, Optional<Long> office, Optional<String> period) {
        return desk.read(() -> {
            desk.entities.clear();
            Reporting wanted = picturing.period(period);
            return picturing.picture(caller, picturing.office(caller, office), wanted);
        });
    }

    static long count(List<CountyPicture.Bar> bars, String id) {
        return bars.stream()
                .filter(bar -> bar.id().equals(id))
                .mapToLong(CountyPicture.Bar::count)
                .sum();
    }

    static long month(List<CountyPicture.MonthBar> bars, String month) {
        return bars.stream()
                .filter(bar -> bar.month().toString().equals(month))
                .mapToLong(CountyPicture.MonthBar::count)
                .sum();
    }

    static CountyPicture.Share rate(CountyPicture picture, String id) {
        return picture.rates().stream()
                .filter(rate -> rate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
