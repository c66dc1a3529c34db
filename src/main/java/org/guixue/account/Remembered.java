package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Basic credentials that were verified within the last five minutes, under a digest with a key that dies with the process,
 * so that a program need not wait for a password hash at each request. Which version of the account it was is kept: any
 * change of the account makes it worthless. At most 1,000. Safe for use by many threads.
 */
@ApplicationScoped
public class Remembered {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private record Entry(long account, long version, Instant until) {}

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Entry> entries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    public Remembered(Clock clock, SecureRandom random) {
        this.clock = clock;
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** For the container's proxy. */
    protected Remembered() {
        this(Clock.systemUTC(), new SecureRandom());
    }

    /** The account, if these credentials were verified lately and it has not changed since. */
    Optional<Account> find(String credentials, Accounts accounts) {
        Entry entry;
        synchronized (entries) {
            entry = entries.get(digest(credentials));
        }
        if (entry == null || entry.until().isBefore(clock.instant())) {
            return Optional.empty();
        }
        return accounts.find(entry.account())
                .filter(account -> account.version() == entry.version() && accounts.isOpen(account));
    }

    void keep(String credentials, Account account) {
        Instant until = clock.instant().plus(LONGEST);
        synchronized (entries) {
            entries.put(digest(credentials), new Entry(account.id(), account.version(), until));
        }
    }

    private String digest(String credentials) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(credentials.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
