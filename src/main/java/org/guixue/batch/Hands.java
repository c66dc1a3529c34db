package org.guixue.batch;

import java.util.List;

/** Whoever does several papers at once: as many as the machine has cores for. */
public interface Hands {
    /** One after the other, where there is nobody else. */
    Hands ONE = new Hands() {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public void all(List<Runnable> tasks) {
            tasks.forEach(Runnable::run);
        }
    };

    /** How many tasks go on at the same time. */
    int count();

    /** Does them all and returns when the last has ended; throws what one of them threw. */
    void all(List<Runnable> tasks);
}
