package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The one row about this home. */
@ApplicationScoped
@Transactional
public class Installations {
    private static final int KEY_BYTES = 32;

    private final EntityManager database;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public Installations(EntityManager database, Clock clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    public Optional<Installation> find() {
        return Optional.ofNullable(database.find(Installation.class, Installation.ONLY));
    }

    /** @param shift by how much it goes before or after the machine's clock */
    public Installation begin(boolean demo, Duration shift) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Installation installation = new Installation(demo, shift, key, clock.instant());
        database.persist(installation);
        database.flush();
        return installation;
    }

    /** From now on it goes so much before or after the machine's clock. */
    public void shift(Duration by) {
        find().orElseThrow().shift(by);
    }
}
