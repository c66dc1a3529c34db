package org.guixue.house;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.guixue.archive.Archive;
import org.guixue.rendering.PublicAddress;
import org.guixue.store.Boundary;

/** Where a bench stands: its county, archive and clock, and what papers say of the address where they can be checked. */
abstract class BenchPlace {
    final WorkshopCounty county;
    final Archive archive;
    final PublicAddress named;
    final Clock clock;
    final SecureRandom random;

    BenchPlace(WorkshopCounty county, Archive archive, PublicAddress named, Clock clock, SecureRandom random) {
        this.county = county;
        this.archive = archive;
        this.named = named;
        this.clock = clock;
        this.random = random;
    }

    static void happen(Deque<Runnable> accidents) {
        Optional.ofNullable(accidents.poll()).ifPresent(Runnable::run);
    }

    /** Lets something happen once a transaction was taken back, before it is repeated. */
    record Watched(Boundary boundary, Deque<Runnable> afterRollback) implements Boundary {
        @Override
        public boolean isOpen() {
            return boundary.isOpen();
        }

        @Override
        public void begin() {
            boundary.begin();
        }

        @Override
        public void commit() {
            boundary.commit();
        }

        @Override
        public void rollback() {
            boundary.rollback();
            happen(afterRollback);
        }

        @Override
        public void doom() {
            boundary.doom();
        }

        @Override
        public <T> T apart(Supplier<T> work) {
            return boundary.apart(work);
        }

        @Override
        public void afterCommit(Runnable act) {
            boundary.afterCommit(act);
        }
    }
}
