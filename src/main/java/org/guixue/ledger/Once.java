package org.guixue.ledger;

import java.util.Optional;
import java.util.function.Supplier;

/** Supplies what another supplies, and asks it once. Not thread-safe. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private Optional<T> known = Optional.empty();

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        if (known.isEmpty()) {
            known = Optional.of(source.get());
        }
        return known.orElseThrow();
    }
}
