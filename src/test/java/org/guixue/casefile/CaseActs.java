package org.guixue.casefile;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.guixue.audit.ChildTrail;
import org.guixue.evidence.Evidences;
import org.guixue.form.FormCatalog;
import org.guixue.office.Offices;
import org.guixue.person.Movements;
import org.guixue.person.Moving;
import org.guixue.person.RegistryDesk;
import org.guixue.person.RollFollower;
import org.guixue.person.Students;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;
import org.guixue.yearbook.YearPlans;
import org.guixue.yearbook.Yearbook;

/** The acting classes of a case around an entity manager. For one thread. */
public final class CaseActs {
    /** Where no paper proves anything. */
    private static final Papers NO_PAPERS = new Papers() {
        @Override
        public Optional<Paper> paper(long instrument) {
            return Optional.empty();
        }

        @Override
        public List<Paper> about(long student) {
            return List.of();
        }
    };

    public final Cases cases;
    public final Casework casework;
    public final Recording recording;
    public final Correcting correcting;
    public final Allowing allowing;
    public final CaseReader reader;
    public final Moving moving;

    public CaseActs(
            EntityManager entities,
            Transactions transactions,
            Identifiers identifiers,
            Offices offices,
            Students students,
            ChildTrail trail,
            RollFollower follower,
            FormCatalog forms,
            Papers papers,
            Clock clock) {
        cases = new Cases(entities, identifiers);
        Yearbook yearbook = new Yearbook(new YearPlans(entities, identifiers));
        LocalRules localRules = new LocalRules(offices, forms, yearbook);
        Admission admission =
                new Admission(localRules, offices, forms, papers, new Evidences(entities, identifiers), clock);
        moving = new Moving(
                transactions,
                students,
                new Movements(entities, identifiers),
                offices,
                trail,
                clock,
                follower,
                (caller, child, movement) -> movedByHand(clock).registered(caller, child, movement));
        recording = new Recording(transactions, students, cases, admission, moving, offices, trail, clock, follower);
        casework = new Casework(transactions, students, cases, recording, admission, clock);
        correcting = new Correcting(transactions, cases, recording, admission, offices, clock);
        allowing = new Allowing(cases, admission, clock);
        reader = new CaseReader(cases, allowing, localRules, papers, clock);
    }

    /** On a registry's desk, where no paper proves anything. */
    public static CaseActs at(RegistryDesk desk, FormCatalog forms) {
        return at(desk, forms, desk.clock);
    }

    /** The same, at another time. */
    public static CaseActs at(RegistryDesk desk, FormCatalog forms, Clock clock) {
        return at(desk, desk.follower, forms, NO_PAPERS, clock);
    }

    static CaseActs at(RegistryDesk desk, RollFollower follower, FormCatalog forms, Papers papers, Clock clock) {
        return new CaseActs(
                desk.entities,
                desk.transactions,
                desk.identifiers,
                desk.offices,
                desk.students,
                desk.childTrail,
                follower,
                forms,
                papers,
                clock);
    }

    private MovedByHand movedByHand(Clock clock) {
        return new MovedByHand(cases, recording, clock);
    }
}
