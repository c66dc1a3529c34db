package org.guixue.store;

import java.util.function.Supplier;

/** Where a transaction begins and ends: {@link ServerBoundary} in the server, {@link EntityBoundary} without one. */
public interface Boundary {
    boolean isOpen();

    void begin();

    /** Writes what is pending and commits; what stands against it is thrown, and nothing was written. */
    void commit();

    /** Takes everything back; does nothing where the database has done so already. */
    void rollback();

    /** Lets the open transaction end in a rollback only. */
    void doom();

    /** Does the work while the open transaction, if there is one, stands aside. */
    <T> T apart(Supplier<T> work);

    /** Acts once the open transaction has committed. */
    void afterCommit(Runnable act);
}
