package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.guixue.store.Identifiers;

/** The blank forms that are out to be filled by hand, by code and by draft; and what became of their drafts. */
@ApplicationScoped
@Transactional
public class BlankPapers {
    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public BlankPapers(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    long nextId() {
        return identifiers.next("blank_paper");
    }

    void add(BlankPaper blank) {
        database.persist(blank);
        database.flush();
    }

    /** Lets one at a time hand out a draft. */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(Draft draft) {
        database.lock(draft, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<BlankPaper> withToken(String token) {
        return database.createQuery("select b from BlankPaper b where b.token = :token", BlankPaper.class)
                .setParameter("token", token)
                .getResultStream()
                .findFirst();
    }

    public Optional<BlankPaper> of(long draft) {
        return database.createQuery("select b from BlankPaper b where b.draft = :draft", BlankPaper.class)
                .setParameter("draft", draft)
                .getResultStream()
                .findFirst();
    }

    /** Its draft, whoever's it is: for the house, which says whose a sheet is. Empty once it was thrown away. */
    public Optional<Draft> draftOf(BlankPaper blank) {
        return draft(blank.draft());
    }

    /** The same by the draft's id. */
    public Optional<Draft> draft(long id) {
        return Optional.ofNullable(database.find(Draft.class, id));
    }

    /** Of these drafts, those that exist. */
    public List<Draft> among(List<Long> drafts) {
        return drafts.isEmpty()
                ? List.of()
                : database.createQuery("select d from Draft d where d.id in :ids", Draft.class)
                        .setParameter("ids", drafts)
                        .getResultList();
    }
}
