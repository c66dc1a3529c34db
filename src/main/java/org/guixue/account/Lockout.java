package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
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

    private static final int TURNS = 64;

    /** @param address empty for the account from wherever */
    private record Key(String username, String address) {}

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();
    private final Map<Key, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
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

    /** What attempts of this pair hold while they are decided: of many at once each is counted before the next begins. */
    Object turn(String username, String address) {
        return turns[Math.floorMod(new Key(username, address).hashCode(), TURNS)];
    }

    /** Refuses a pair that is locked. */
    void check(String username, String address) {
        if (count(new Key(username, address)) >= FREE_FAILURES) {
            throw new Refused(Refused.Reason.LOCKED, "密码错误次数太多，请在 15 分钟后再试；忘记密码请与管理员联系。");
        }
    }

    /** How long the next attempt at this account is to wait. */
    Duration delay(String username) {
        int beyond = count(new Key(username, "")) - 2 * FREE_FAILURES;
        return Duration.ofMillis(beyond <= 0 ? 0 : Math.min(SLOWEST_MILLIS, 100L * beyond));
    }

    void failed(String username, String address) {
        add(new Key(username, address));
        add(new Key(username, ""));
    }

    void succeeded(String username, String address) {
        synchronized (failures) {
            failures.remove(new Key(username, address));
        }
    }

    private int count(Key key) {
        synchronized (failures) {
            Failures known = failures.get(key);
            return known == null || known.last().plus(WINDOW).isBefore(clock.instant()) ? 0 : known.count();
        }
    }

    private void add(Key key) {
        synchronized (failures) {
            failures.put(key, new Failures(count(key) + 1, clock.instant()));
        }
    }
}
