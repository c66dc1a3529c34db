package org.guixue.store;

import jakarta.persistence.EntityManager;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.function.Supplier;

/** The server's transactions, which {@code @Transactional} joins. */
public final class ServerBoundary implements Boundary {
    private final TransactionManager server;
    private final EntityManager entities;

    public ServerBoundary(TransactionManager server, EntityManager entities) {
        this.server = server;
        this.entities = entities;
    }

    @Override
    public boolean isOpen() {
        return status() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void begin() {
        try {
            server.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("no transaction can begin", e);
        }
    }

    /** Flushed before, so that a clash shows as what it is and not as a rollback without a reason. */
    @Override
    public void commit() {
        if (status() == Status.STATUS_ACTIVE) {
            entities.flush();
        }
        try {
            server.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new IllegalStateException("the transaction was not committed", e);
        }
    }

    @Override
    public void rollback() {
        try {
            if (isOpen()) {
                server.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException("the transaction could not be taken back", e);
        }
    }

    @Override
    public void doom() {
        try {
            server.setRollbackOnly();
        } catch (SystemException e) {
            throw new IllegalStateException("the transaction could not be marked", e);
        }
    }

    @Override
    public <T> T apart(Supplier<T> work) {
        Transaction open = suspend();
        try {
            return work.get();
        } finally {
            resume(open);
        }
    }

    private Transaction suspend() {
        try {
            return server.suspend();
        } catch (SystemException e) {
            throw new IllegalStateException("the open transaction could not stand aside", e);
        }
    }

    private void resume(Transaction open) {
        try {
            server.resume(open);
        } catch (InvalidTransactionException | SystemException e) {
            throw new IllegalStateException("the open transaction could not go on", e);
        }
    }

    @Override
    public void afterCommit(Runnable act) {
        try {
            server.getTransaction().registerSynchronization(new Afterwards(act));
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException("the transaction takes no more acts", e);
        }
    }

    private int status() {
        try {
            return server.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException("the server does not say whether a transaction is open", e);
        }
    }

    private record Afterwards(Runnable act) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // only what comes after counts
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                act.run();
            }
        }
    }
}
