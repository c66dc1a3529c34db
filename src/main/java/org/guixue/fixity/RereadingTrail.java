package org.guixue.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.archive.Archive;
import org.guixue.audit.AuditHead;
import org.guixue.audit.Chainer;
import org.guixue.audit.TrailStretch;

/**
 * Walks along the whole trail again and again without being asked: a round begins a day after the one before it began, or
 * where it takes longer, at once; up to 500 links a second. It goes on after a restart where it stood. What does not fit is
 * kept until a whole round does not come upon it any more. For one thread; any may ask.
 */
@ApplicationScoped
public class RereadingTrail {
    static final Duration REST = Duration.ofDays(1);

    private static final Duration BETWEEN_KEEPINGS = Duration.ofSeconds(30);

    private final Chainer chainer;
    private final Archive archive;
    private final FixityRounds rounds;
    private final Clock clock;

    private Optional<FixityRound> known = Optional.empty();
    private List<AuditHead> heads = List.of();
    private Instant kept = Instant.MIN;
    private volatile boolean asked;

    @Inject
    public RereadingTrail(Chainer chainer, Archive archive, FixityRounds rounds, Clock clock) {
        this.chainer = chainer;
        this.archive = archive;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** A short step, to be called about once a second. */
    public synchronized void step() {
        Instant now = clock.instant();
        if (known.isEmpty()) {
            known = Optional.of(rounds.kept(FixityRound.TRAIL));
            heads = archived();
        }
        FixityRound round = known.get();
        boolean soon = asked;
        asked = false;
        if (round.beganAt().isPresent()) {
            walk(round, now);
        } else if (soon || due(round, now)) {
            begin(round, now);
        }
    }

    private static boolean due(FixityRound round, Instant now) {
        return round.lastBeganAt().map(began -> !now.isBefore(began.plus(REST))).orElse(true);
    }

    /** The next step begins a round where none is under way. */
    public void soon() {
        asked = true;
    }

    private void begin(FixityRound round, Instant now) {
        heads = archived();
        round.begin(now);
        rounds.keep(round);
        kept = now;
    }

    private void walk(FixityRound round, Instant now) {
        AuditHead from = new AuditHead(round.lineCount(), new Sha256(round.head()));
        TrailStretch stretch = chainer.stretch(from, round.latestAt().orElse(Instant.MIN), heads);
        rounds.note(FixityRound.TRAIL, stretch.odd().map(Odd::of).stream().toList());
        round.count(stretch.head().length() - from.length(), 0);
        round.moveOn(stretch.head().length(), 0, stretch.head().head().hex());
        if (!stretch.latest().equals(Instant.MIN)) {
            round.youngest(stretch.latest());
        }
        if (stretch.end()) {
            Instant began = round.beganAt().orElse(now);
            round.end(now);
            rounds.mendUnseenSince(FixityRound.TRAIL, began);
        }
        if (stretch.end() || stretch.odd().isPresent() || !now.isBefore(kept.plus(BETWEEN_KEEPINGS))) {
            rounds.keep(round);
            kept = now;
        }
    }

    private List<AuditHead> archived() {
        return archive.headsOf(Archive.AUDIT).stream()
                .map(head -> new AuditHead(head.length(), head.head()))
                .toList();
    }
}
