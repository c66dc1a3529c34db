package org.guixue.store;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a failure says no more than that two were at it at the same time. */
public enum Contention {
    NONE,
    /** Both wrote what may be there once: the one who comes again sees the other's. */
    SAME_KEY,
    /** A deadlock, a lock that did not come in time, or a row that was changed since it was read. */
    CLASH;

    /** Derby 40001, 40XL1, 40XL2, X0Y84; PostgreSQL 40001, 40P01, 55P03. */
    private static final Set<String> CLASHES = Set.of("40001", "40XL1", "40XL2", "X0Y84", "40P01", "55P03");

    private static final String DUPLICATE_KEY = "23505";

    /** What the failure, or whatever caused it, amounts to. */
    public static Contention in(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Contention found = NONE;
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            found = worse(found, of(cause));
        }
        return found;
    }

    private static Contention of(Throwable cause) {
        if (cause instanceof OptimisticLockException) {
            return CLASH;
        }
        Contention found = NONE;
        if (cause instanceof SQLException first) {
            for (SQLException each = first; each != null; each = each.getNextException()) {
                found = worse(found, ofState(each.getSQLState()));
            }
        }
        return found;
    }

    private static Contention ofState(@Nullable String state) {
        if (state == null) {
            return NONE;
        }
        if (CLASHES.contains(state)) {
            return CLASH;
        }
        return DUPLICATE_KEY.equals(state) ? SAME_KEY : NONE;
    }

    private static Contention worse(Contention one, Contention other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
