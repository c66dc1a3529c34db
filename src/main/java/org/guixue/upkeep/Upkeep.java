package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads all gauges. One that cannot be read is a signal of its own, and the others are read all the same. */
@ApplicationScoped
public class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());
    private static final Duration LATELY = Duration.ofMinutes(1);

    /** In which order they stand among others that are as urgent. */
    private static final List<String> ORDER = List.of(
            "registers",
            "fixity.archive",
            "fixity.trail",
            "heads",
            "backup",
            "disk.home",
            "disk.database",
            "clock",
            "passphrase",
            "address",
            "certificates",
            "sealing",
            "jobs.batches",
            "jobs.imports",
            "jobs.comparisons",
            "jobs.scans",
            "index",
            "rounds",
            "forms",
            "calendar",
            "proxy",
            "demo",
            "memory",
            "versions");

    private final Iterable<Gauge> gauges;
    private final Clock clock;
    private volatile Optional<HouseStanding> last = Optional.empty();

    @Inject
    public Upkeep(@Any Instance<Gauge> gauges, Clock clock) {
        this((Iterable<Gauge>) gauges, clock);
    }

    /** With these gauges, without a container. */
    public Upkeep(Iterable<Gauge> gauges, Clock clock) {
        this.gauges = gauges;
        this.clock = clock;
    }

    /** How it stands now. */
    public HouseStanding now() {
        List<Signal> signals = new ArrayList<>();
        for (Gauge gauge : gauges) {
            signals.addAll(read(gauge));
        }
        signals.sort(java.util.Comparator.comparingInt(Upkeep::place));
        HouseStanding standing = new HouseStanding(clock.instant(), signals);
        last = Optional.of(standing);
        return standing;
    }

    /** How it stood within the last minute: for a page that others open often. */
    public HouseStanding lately() {
        return last.filter(standing -> clock.instant().isBefore(standing.at().plus(LATELY)))
                .orElseGet(this::now);
    }

    private static int place(Signal signal) {
        int place = ORDER.indexOf(signal.name());
        return place < 0 ? ORDER.size() : place;
    }

    private static List<Signal> read(Gauge gauge) {
        try {
            return gauge.read();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the gauge " + gauge.name() + " cannot be read");
            return List.of(
                    Signal.of(gauge.name(), Urgency.ACT, gauge.name(), "读不出来", "请查看日志（log/server.log），必要时重新启动。"));
        }
    }
}
