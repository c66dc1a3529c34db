package org.guixue.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.audit.HouseTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.person.Student;

/** The map of one clerk, through an entity manager of its own; papers and cases are what the test says they are. */
final class DutyDesk implements AgreementPapers {
    static final SchoolYear YEAR = new SchoolYear(2026);

    final Set<Long> voided = new HashSet<>();
    final Set<String> proofs = new HashSet<>();
    final List<Student> away = new ArrayList<>();
    final RegistryDesk desk;
    final Duties duties;
    final DutyPlaces places;
    final DutyKeeping keeping;
    final DutySigning signing;
    final DutyMap map;
    final DutyImport imports;

    DutyDesk(Registry registry) {
        desk = registry.desk();
        duties = new Duties(desk.entities, desk.identifiers);
        places = new DutyPlaces(desk.offices, desk.students);
        HouseTrail trail = new HouseTrail(desk.trail, desk.clock);
        keeping = new DutyKeeping(desk.transactions, duties, places, desk.childTrail, trail, desk.clock);
        signing = new DutySigning(desk.transactions, duties, this, trail, desk.clock);
        map = new DutyMap(duties, desk.offices, (scope, most) -> away, this, desk.clock);
        imports = new DutyImport(
                desk.transactions,
                duties,
                keeping,
                places,
                desk.offices,
                desk.students,
                new ListingTrail(desk.trail, desk.clock));
    }

    @Override
    public Set<Long> voidAmong(Collection<Long> instruments) {
        Set<Long> found = new HashSet<>(instruments);
        found.retainAll(voided);
        return found;
    }

    @Override
    public Optional<Paper> agreement(Caller caller, long instrument) {
        return voided.contains(instrument)
                ? Optional.empty()
                : Optional.of(new Paper(instrument, "东小责〔2026〕" + instrument + "号", LocalDate.of(2026, 8, 20)));
    }

    @Override
    public boolean isProof(Caller caller, String proof, long child) {
        return proofs.contains(proof);
    }

    Duty enter(Caller caller, DutyLayer layer, Charge charge, String name) {
        return keeping.enter(
                caller,
                new DutyDetails(YEAR, layer, charge, new Responsible(name, "教师", "13900000001"), Optional.empty()));
    }
}
