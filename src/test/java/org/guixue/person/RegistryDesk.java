package org.guixue.person;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.guixue.access.Scope;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.ChildTrail;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.Refiling;
import org.guixue.office.Offices;
import org.guixue.roster.Enquiries;
import org.guixue.roster.Probing;
import org.guixue.store.Counters;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.guixue.store.Outbox;
import org.guixue.store.Transactions;

/** All that one clerk works with, through an entity manager of its own. Two desks meet in the database only. For one thread. */
public final class RegistryDesk {
    public final EntityManager entities;
    public final Transactions transactions;
    public final Identifiers identifiers;
    public final Clock clock;
    public final Offices offices;
    public final Students students;
    public final Movements movements;
    public final Duplicates duplicates;
    public final KnownCategories categories = new KnownCategories();
    public final AuditTrail trail;
    public final ChildTrail childTrail;
    public final Outbox outbox;
    public final RollFollower follower;
    public final MayBeTold mayBeTold;
    public final Roster roster;
    public final Moving moving;

    public RegistryDesk(HouseDatabase house, Identifiers identifiers, Clock clock) {
        this.entities = house.entities();
        this.transactions = HouseDatabase.transactions(entities);
        this.identifiers = identifiers;
        this.clock = clock;
        offices = new Offices(entities, identifiers);
        students = new Students(entities, identifiers);
        movements = new Movements(entities, identifiers);
        duplicates = new Duplicates(entities);
        trail = trail(entities, transactions);
        childTrail = new ChildTrail(trail, clock);
        outbox = new Outbox(entities, new Counters(entities, house.atOnce()));
        follower = new Refiling(outbox, new Instruments(entities, identifiers));
        mayBeTold = probing(house.entities());
        roster = new Roster(
                transactions,
                students,
                movements,
                duplicates,
                categories,
                offices,
                childTrail,
                clock,
                follower,
                mayBeTold);
        moving = new Moving(
                transactions,
                students,
                movements,
                offices,
                childTrail,
                clock,
                follower,
                (caller, child, movement) -> {});
    }

    private AuditTrail trail(EntityManager through, Transactions within) {
        return new AuditTrail(through, identifiers, new AuditWriter(through, within, identifiers));
    }

    /** What was found is kept whatever becomes of the open transaction. */
    private Probing probing(EntityManager aside) {
        Transactions apart = HouseDatabase.transactions(aside);
        return new Probing(new Probing.ProbeRecord(
                apart,
                new Enquiries(aside, identifiers),
                new Offices(aside, identifiers),
                new ChildTrail(trail(aside, apart), clock),
                clock));
    }

    /** In a transaction; reads what lies in the database now. */
    public <T> T read(Supplier<T> reading) {
        return transactions.run(reading);
    }

    /** As it lies in the database now. */
    public Student child(long id) {
        return read(() -> students.find(id).orElseThrow());
    }

    /** All that happened to the child, oldest first. */
    public List<Movement> history(long id, Scope scope) {
        return read(() -> movements.of(id, scope));
    }
}
