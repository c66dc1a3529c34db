package org.guixue.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guixue.archive.Archive;
import org.guixue.audit.AuditCheck;
import org.guixue.audit.AuditHead;
import org.guixue.audit.Chainer;

/**
 * Whether the trail's chain holds, against the heads that the archive keeps, and when that was seen last. A short trail is
 * checked anew when somebody looks and the last look is ten minutes old; a long one only when told to. Safe for many threads.
 */
@ApplicationScoped
public class TrailState {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final long SHORT = 20_000;

    private final Chainer chainer;
    private final Archive archive;
    private final Clock clock;

    private volatile Optional<Seen> last = Optional.empty();

    @Inject
    public TrailState(Chainer chainer, Archive archive, Clock clock) {
        this.chainer = chainer;
        this.archive = archive;
        this.clock = clock;
    }

    /** What a check found, and when. */
    public record Seen(AuditCheck check, Instant at) {}

    /** Reads the whole trail. */
    public AuditCheck check() {
        List<AuditHead> known = archive.headsOf(Archive.AUDIT).stream()
                .map(head -> new AuditHead(head.length(), head.head()))
                .toList();
        AuditCheck check = chainer.check(known);
        last = Optional.of(new Seen(check, clock.instant()));
        return check;
    }

    /** What was seen last; empty where a long trail was not checked since the start. */
    public Optional<Seen> seen() {
        boolean fresh = last.filter(seen -> seen.at().isAfter(clock.instant().minus(FRESH)))
                .isPresent();
        if (!fresh && chainer.head().length() <= SHORT) {
            check();
        }
        return last;
    }
}
