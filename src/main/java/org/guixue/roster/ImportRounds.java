package org.guixue.roster;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks every second for imports that wait, and every night for those that were left. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ImportRounds {
    private final AtomicBoolean running = new AtomicBoolean();

    @Inject
    private Importing importing;

    @Inject
    private Clearing clearing;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void round() {
        if (clearing.open() && running.compareAndSet(false, true)) {
            try {
                importing.round();
            } finally {
                running.set(false);
            }
        }
    }

    @Schedule(hour = "3", minute = "17", persistent = false)
    public void clear() {
        if (clearing.open()) {
            clearing.old();
        }
    }
}
