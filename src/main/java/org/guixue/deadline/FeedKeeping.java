package org.guixue.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.HouseTrail;
import org.guixue.store.Transactions;

/** Makes and revokes the secret address of a caller's calendar feed; a new one ends the one before. */
@ApplicationScoped
public class FeedKeeping {
    private static final int SECRET_BYTES = 32;

    private final Transactions transactions;
    private final FeedKeys keys;
    private final HouseTrail trail;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    public FeedKeeping(Transactions transactions, FeedKeys keys, HouseTrail trail, SecureRandom random, Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.trail = trail;
        this.random = random;
        this.clock = clock;
    }

    Optional<FeedKey> of(Caller caller) {
        return keys.of(caller.account());
    }

    /** The secret, which is told this once. */
    public String make(Caller caller) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        transactions.perform(() -> {
            keys.put(caller.account(), Sha256.of(text), clock.instant());
            trail.administered(caller, AuditSubject.of("account", caller.account()), "calendar feed made", "");
        });
        return text;
    }

    public void revoke(Caller caller) {
        transactions.perform(() -> {
            keys.remove(caller.account());
            trail.administered(caller, AuditSubject.of("account", caller.account()), "calendar feed revoked", "");
        });
    }

    /** The account whose secret this is. */
    public OptionalLong account(String secret) {
        return keys.with(Sha256.of(secret))
                .map(FeedKey::account)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
