package org.guixue.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guixue.Refused;

/** Limits how often an address that nobody is signed in at may ask for what costs much: {@value #MOST_A_MINUTE} a minute. Thread-safe. */
@ApplicationScoped
public class SendersRate {
    private static final int MOST_A_MINUTE = 600;
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;

    @Inject
    public SendersRate(Clock clock) {
        this.clock = clock;
    }

    private record Minute(long number, int count) {}

    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

    /** Throws where the address has asked too often. */
    public void count(String address) {
        long now = clock.millis() / 60_000;
        if (minutes.size() > MOST_ADDRESSES) {
            minutes.values().removeIf(minute -> minute.number() < now);
        }
        Minute minute = minutes.merge(
                address,
                new Minute(now, 1),
                (old, first) -> old.number() == now ? new Minute(now, old.count() + 1) : first);
        if (minute.count() > MOST_A_MINUTE) {
            throw new Refused(Refused.Reason.LOCKED, "核验过于频繁，请一分钟后再试");
        }
    }
}
