package org.guixue.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.guixue.Sha256;

/** The secret addresses of calendar feeds. */
@ApplicationScoped
@Transactional
public class FeedKeys {
    private final EntityManager database;

    @Inject
    public FeedKeys(EntityManager database) {
        this.database = database;
    }

    Optional<FeedKey> of(long account) {
        return Optional.ofNullable(database.find(FeedKey.class, account));
    }

    Optional<FeedKey> with(Sha256 digest) {
        return database.createQuery("select k from FeedKey k where k.digest = :digest", FeedKey.class)
                .setParameter("digest", digest.hex())
                .getResultStream()
                .findFirst();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void put(long account, Sha256 digest, Instant now) {
        remove(account);
        database.persist(new FeedKey(account, digest, now));
        database.flush();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remove(long account) {
        database.createQuery("delete from FeedKey k where k.account = :account")
                .setParameter("account", account)
                .executeUpdate();
        database.clear();
    }
}
