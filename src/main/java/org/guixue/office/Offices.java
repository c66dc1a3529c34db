package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.guixue.Refused;
import org.guixue.access.Scope;
import org.guixue.search.PlaceNames;
import org.guixue.store.Identifiers;

/** The offices of the tree. */
@ApplicationScoped
@Transactional
public class Offices implements PlaceNames {
    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Offices(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    public Office add(Office office) {
        office.identify(identifiers.next("office"));
        office.settle();
        database.persist(office);
        database.flush();
        return office;
    }

    public Optional<Office> find(long id) {
        return Optional.ofNullable(database.find(Office.class, id));
    }

    /** The office, where the scope includes it. */
    public Optional<Office> find(long id, Scope scope) {
        return find(id).filter(office -> scope.includes(office.path()));
    }

    @Override
    public Optional<String> placeName(long id, Scope within) {
        return find(id, within).map(Office::name);
    }

    /** For the house itself: the office with that code. */
    public Optional<Office> withCode(String code) {
        return database.createQuery("select o from Office o where o.code = :code", Office.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** All offices of the scope, in the order of the tree. */
    public List<Office> within(Scope scope) {
        return database.createQuery("select o from Office o where o.path like :below order by o.path", Office.class)
                .setParameter("below", scope.path() + "%")
                .getResultList();
    }

    /** For the house itself: every office, in the order of the tree. */
    public List<Office> all() {
        return database.createQuery("select o from Office o order by o.path", Office.class)
                .getResultList();
    }

    /** Changes with every change of the tree. */
    public String stamp() {
        Object[] row = database.createQuery("select count(o), sum(o.version) from Office o", Object[].class)
                .getSingleResult();
        return row[0] + " " + row[1];
    }

    /** The offices directly below. */
    List<Office> below(Office parent) {
        return database.createQuery("select o from Office o where o.parent = :parent order by o.path", Office.class)
                .setParameter("parent", parent)
                .getResultList();
    }

    /** Offices anywhere with that mark or that fonds of their own. */
    List<Office> withMarkOrFonds(String mark, String fonds) {
        return database.createQuery("select o from Office o where o.mark = :mark or o.fonds = :fonds", Office.class)
                .setParameter("mark", mark)
                .setParameter("fonds", fonds)
                .getResultList();
    }

    /** Lets one at a time change the tree or the staff of this office and below, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(long id) {
        database.find(Office.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remove(Office office) {
        try {
            database.remove(office);
            database.flush();
        } catch (PersistenceException e) {
            throw new Refused(Refused.Reason.CONFLICT, "还有记录写着“%s”，不能删除；不再使用的请撤销".formatted(office.name()), e);
        }
    }

    /** Remembers that the office has issued something; from now on it is closed, never deleted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void issued(Office issuer) {
        if (!issuer.issued()) {
            Office held = database.find(Office.class, issuer.id(), LockModeType.PESSIMISTIC_WRITE);
            database.refresh(held, LockModeType.PESSIMISTIC_WRITE);
            held.hasIssued();
        }
    }

    /** Whether the office is closed; true also where there is none. */
    public boolean closed(long id) {
        return database.createQuery("select o.closed from Office o where o.id = :id", Boolean.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElse(true);
    }

    public boolean none() {
        return database.createQuery("select count(o) from Office o", Long.class).getSingleResult() == 0;
    }

    /** The ids on a path: the office itself and all above it. */
    public static Set<Long> onPath(String path) {
        Set<Long> ids = new TreeSet<>();
        Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                .map(Long::valueOf)
                .forEach(ids::add);
        return ids;
    }
}
