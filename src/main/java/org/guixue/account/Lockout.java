package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guixue.Refused;

/**
 * Keeps guessers away without letting them lock others out: five failures within a quarter of an hour lock the pair of
 * account and address for a quarter of an hour; an account that fails from many addresses is only slowed, by at most two
 * seconds.
 *
 * <p>Held in memory, for the 10,000 pairs that failed last; a restart forgets. Safe for use by many threads.
 */
@ApplicationScoped
public class Lockout {
    private static final int FREE_FAILURES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;
    private static final long SLOWEST_MILLIS = 2_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    @Inject
    public Lockout(Clock clock) {
        this.clock = clock;
    }

    /** For the container's proxy. */
    protected Lockout() {
        this(Clock.systemUTC());
    }

    /** Refuses a pair that is locked. */
    void check(String username, String address) {
        if (count(pair(username, address)) >= FREE_FAILURES) {
            throw new Refused(Refused.Reason.LOCKED, "密码错误次数太多，请在 15 分钟后再试；忘记密码请与管理员联系。");
        }
    }

    /** How long the next attempt at this account is to wait. */
    Duration delay(String username) {
        int beyond = count(username) - 2 * FREE_FAILURES;
        return Duration.ofMillis(beyond <= 0 ? 0 : Math.min(SLOWEST_MILLIS, 100L * beyond));
    }

    void failed(String username, String address) {
        add(pair(username, address));
        add(username);
    }

    void succeeded(String username, String address) {
        synchronized (failures) {
            failures.remove(pair(username, address));
        }
    }

    private int count(String key) {
        synchronized (failures) {
            Failures known = failures.get(key);
            return known == null || known.last().plus(WINDOW).isBefore(clock.instant()) ? 0 : known.count();
        }
    }

    private void add(String key) {
        synchronized (failures) {
            failures.put(key, new Failures(count(key) + 1, clock.instant()));
        }
    }

    private static String pair(String username, String address) {
        return username + ' ' + address;
    }
}
