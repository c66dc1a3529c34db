package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.archive.Archive;
import org.guixue.audit.Chainer;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.store.HouseClock;
import org.guixue.store.Transactions;

/**
 * Sets the clock of the house: a demo home's day ({@code GUIXUE_TODAY}, kept from start to start), and the last event, which
 * it never goes before. The house does not open at a time before that, unless somebody at the machine gives a reason
 * ({@code GUIXUE_ACCEPT_CLOCK}), which is an event of its own on the trail.
 */
@ApplicationScoped
public class OpenClock {
    private static final Logger LOG = Logger.getLogger(OpenClock.class.getName());
    private static final int LONGEST_REASON = 500;

    private final Settings settings;
    private final Installations installations;
    private final Chainer chainer;
    private final HouseTrail trail;
    private final Transactions transactions;
    private final Archive archive;
    private final HouseClock clock;

    private boolean alarmed;

    @Inject
    OpenClock(
            Settings settings,
            Installations installations,
            Chainer chainer,
            HouseTrail trail,
            Transactions transactions,
            Archive archive,
            HouseClock clock) {
        this.settings = settings;
        this.installations = installations;
        this.chainer = chainer;
        this.trail = trail;
        this.transactions = transactions;
        this.archive = archive;
        this.clock = clock;
    }

    void open() {
        Optional<Instant> last = chainer.latest();
        Optional<Installation> known = installations.find();
        clock.shift(shift(known, last));
        known.ifPresent(home -> installations.shift(clock.shift()));
        last.ifPresent(this::hold);
    }

    /** The registers, too, say where time steps back. */
    void tellArchive() {
        chainer.accepted().ifPresent(accepted -> archive.clockAccepted(accepted.at(), accepted.last()));
    }

    /** Every second: what has happened by now, it does not go before. */
    void round() {
        try {
            chainer.latest().ifPresent(clock::notBefore);
            boolean behind = clock.behind().isPresent();
            if (behind && !alarmed) {
                LOG.severe(() -> "ALARM: " + standing(clock.behind()) + "; nothing is issued until it is set right");
            }
            alarmed = behind;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "the clock was not held against the last event; the next round comes in a second",
                    e);
        }
    }

    private Duration shift(Optional<Installation> known, Optional<Instant> last) {
        Optional<LocalDate> day = settings.find("guixue.today").map(LocalDate::parse);
        if (day.isEmpty()) {
            return known.map(Installation::shift).orElse(Duration.ZERO);
        }
        if (!known.map(Installation::demo).orElseGet(() -> OpenKeys.wantsDemo(settings))) {
            throw new IllegalStateException("GUIXUE_TODAY is for demo homes only");
        }
        clock.shift(Duration.ZERO);
        Instant now = clock.shifted();
        Duration whole = Duration.ofDays(ChronoUnit.DAYS.between(dayOf(now), day.get()));
        return last.filter(event ->
                        dayOf(event).equals(day.get()) && now.plus(whole).isBefore(event))
                .map(event -> Duration.between(now, event).plusSeconds(1))
                .orElse(whole);
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private void hold(Instant last) {
        Instant now = clock.shifted();
        if (HouseClock.isFarBefore(now, last)) {
            accept(last);
        } else {
            clock.notBefore(last);
        }
    }

    private void accept(Instant last) {
        Instant now = clock.shifted();
        String reason = settings.find("guixue.accept.clock")
                .map(String::strip)
                .filter(text -> text.length() <= LONGEST_REASON)
                .orElseThrow(() -> new ClockBehind(standing(Optional.of(new HouseClock.Behind(now, last)))
                        + "; set it right, or, where that event bears a wrong date, go on once with deploy/run"
                        + " --accept-clock '<reason>' (a demo home: or without GUIXUE_TODAY)"));
        while (transactions.run(chainer::chain) > 0) {
            LOG.fine("what happened before the clock is accepted has its links before it");
        }
        transactions.perform(() -> trail.clockAccepted(reason, now, last));
        transactions.run(chainer::chain);
        LOG.warning(() -> "the clock was accepted at " + now + ", before the last event of " + last + ": " + reason);
    }

    private String standing(Optional<HouseClock.Behind> behind) {
        return behind.map(found -> "the clock stands at %s, before the last event of %s"
                        .formatted(
                                found.now().atZone(clock.getZone()),
                                found.last().atZone(clock.getZone())))
                .orElse("");
    }

    /** The house does not open at such a time. */
    static final class ClockBehind extends IllegalStateException {
        private static final long serialVersionUID = 1;

        ClockBehind(String message) {
            super(message);
        }
    }
}
