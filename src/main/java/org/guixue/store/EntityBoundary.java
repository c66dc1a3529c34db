package org.guixue.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The transactions of one entity manager, without a server. For one thread, as the entity manager is. */
public final class EntityBoundary implements Boundary {
    private final EntityManager entities;
    private final List<Runnable> afterwards = new ArrayList<>();

    public EntityBoundary(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean isOpen() {
        return entities.getTransaction().isActive();
    }

    @Override
    public void begin() {
        afterwards.clear();
        entities.clear();
        entities.getTransaction().begin();
    }

    @Override
    public void commit() {
        entities.getTransaction().commit();
        List<Runnable> acts = List.copyOf(afterwards);
        afterwards.clear();
        acts.forEach(Runnable::run);
    }

    @Override
    public void rollback() {
        if (isOpen()) {
            entities.getTransaction().rollback();
        }
        entities.clear();
    }

    @Override
    public void doom() {
        entities.getTransaction().setRollbackOnly();
    }

    /** One entity manager has one transaction: nothing stands aside. */
    @Override
    public <T> T apart(Supplier<T> work) {
        if (isOpen()) {
            throw new IllegalStateException("expected no open transaction, for this entity manager has only one");
        }
        return work.get();
    }

    @Override
    public void afterCommit(Runnable act) {
        afterwards.add(act);
    }
}
