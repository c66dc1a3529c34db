package org.guixue.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A trail on a migrated Derby, empty before each test, and the chainer that links its events. */
abstract class ChainedTrail {
    static final Instant NOW = Instant.parse("2026-11-22T01:02:03.004005006Z");
    static final Who WHO = new Who(17, "clerk", "王老师", 4, "127.0.0.1", "CLERK");
    static final HouseDatabase HOUSE = HouseDatabase.inMemory();

    Identifiers identifiers;
    EntityManager entities;
    AuditTrail trail;
    Chainer chainer;

    @BeforeEach
    void empty() {
        HOUSE.execute(
                "delete from audit_link",
                "delete from audit_event",
                "update identifier set last_id = 0 where table_name = 'audit_event'");
        identifiers = HOUSE.identifiers();
        entities = HOUSE.entities();
        trail = trail(entities, identifiers);
        chainer = new Chainer(entities, Clock.systemUTC());
    }

    static AuditTrail trail(EntityManager entities, Identifiers identifiers) {
        return new AuditTrail(
                entities, identifiers, new AuditWriter(entities, HouseDatabase.transactions(entities), identifiers));
    }

    @AfterEach
    void close() {
        entities.close();
    }

    void transaction(Runnable work) {
        entities.getTransaction().begin();
        work.run();
        entities.getTransaction().commit();
        entities.clear();
    }

    static AuditEvent event(int i) {
        return new AuditEvent(
                WHO,
                NOW.plusSeconds(i * 4000L),
                AuditAct.UNMASK,
                AuditSubject.of("student", i),
                i,
                "核对𠮷证件",
                Map.of("n", i, "a", "b"));
    }

    /** Twelve events under links 1 to 12. */
    AuditHead twelve() {
        transaction(() -> {
            for (int i = 1; i <= 12; i++) {
                trail.record(event(i));
                entities.flush();
            }
        });
        transaction(() -> assertEquals(12, chainer.chain()));
        transaction(() -> assertEquals(0, chainer.chain()));
        return chainer.head();
    }

    AuditCheck check(AuditHead... known) {
        List<AuditCheck> result = new ArrayList<>();
        transaction(() -> result.add(chainer.check(List.of(known))));
        return result.get(0);
    }
}
