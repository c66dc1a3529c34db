package org.guixue.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.Finding;
import org.guixue.archive.Reread;
import org.guixue.archive.Rereading;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.catalogue.SoundRegisters;

/**
 * Reads every file of the archive again and again without being asked: a round begins {@link #REST} after the one before it
 * began and reads at most {@link #BYTES_A_STEP} a second, so that each record is read at least once in {@link #PROMISED} in an
 * archive of up to 5 TB. It goes on after a restart where it stood, give or take half a minute. What does not fit is kept and
 * looked at again every ten minutes, until it fits. For one thread; any may ask.
 */
@ApplicationScoped
public class RereadingArchive {
    /** Each record is read within so many days. */
    public static final Duration PROMISED = Duration.ofDays(30);

    static final Duration REST = Duration.ofDays(7);
    static final long BYTES_A_STEP = 2L << 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);
    private static final Duration BETWEEN_KEEPINGS = Duration.ofSeconds(30);
    private static final int MOST_LOOKED_AT = 1000;

    private final Archive archive;
    private final RegisterHeads heads;
    private final SoundRegisters registers;
    private final FixityRounds rounds;
    private final Clock clock;

    private Optional<FixityRound> known = Optional.empty();
    private Instant kept = Instant.MIN;
    private Instant looked = Instant.MIN;
    private long owedBytes;
    private volatile boolean asked;

    @Inject
    public RereadingArchive(
            Archive archive, RegisterHeads heads, SoundRegisters registers, FixityRounds rounds, Clock clock) {
        this.archive = archive;
        this.heads = heads;
        this.registers = registers;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** A short step, to be called about once a second. */
    public synchronized void step() {
        Instant now = clock.instant();
        FixityRound round = known.orElseGet(() -> rounds.kept(FixityRound.ARCHIVE));
        known = Optional.of(round);
        boolean soon = asked;
        asked = false;
        if (soon || !now.isBefore(looked.plus(BETWEEN_LOOKS))) {
            look(now);
        }
        if (owedBytes > BYTES_A_STEP && !soon) {
            owedBytes -= BYTES_A_STEP;
            return;
        }
        owedBytes = 0;
        if (round.beganAt().isEmpty() && (soon || due(round, now))) {
            begin(round, now);
        } else if (round.beganAt().isPresent()) {
            read(round, now);
        }
    }

    /** The next step looks at what is wrong, and begins a round where none is under way; nobody waits for it. */
    public void soon() {
        asked = true;
    }

    /** Reads every byte at once; damage is kept as what a round finds. */
    public List<Finding> all() {
        List<Finding> findings = archive.check(heads.known());
        rounds.note(
                FixityRound.ARCHIVE,
                odd(findings.stream().filter(found -> found.kind().isDamage()).toList()));
        return findings;
    }

    private static boolean due(FixityRound round, Instant now) {
        return round.lastBeganAt().map(began -> !now.isBefore(began.plus(REST))).orElse(true);
    }

    private void begin(FixityRound round, Instant now) {
        round.begin(now);
        rounds.note(FixityRound.ARCHIVE, odd(rereading().heads(heads.known())));
        nextRegister(round);
        rounds.keep(round);
        kept = now;
    }

    /** What does not fit is kept before the round moves on, so that it is found again where that fails. */
    private void read(FixityRound round, Instant now) {
        if (round.register().isEmpty()) {
            finish(round, now);
            return;
        }
        Reread read = rereading()
                .next(round.register(), Reread.after(round.head(), round.lineEnd(), round.lineCount()), BYTES_A_STEP);
        owedBytes = read.bytes();
        List<Finding> findings = new ArrayList<>(read.findings());
        if (read.done()) {
            findings.addAll(rereading().shape(round.register(), heads.known()));
        }
        rounds.note(FixityRound.ARCHIVE, odd(findings));
        round.count(read.files(), read.bytes());
        round.moveOn(read.lines(), read.end(), read.head());
        if (read.done()) {
            nextRegister(round);
        }
        if (read.done() || !findings.isEmpty() || !now.isBefore(kept.plus(BETWEEN_KEEPINGS))) {
            rounds.keep(round);
            kept = now;
        }
    }

    private void finish(FixityRound round, Instant now) {
        round.end(now);
        rounds.keep(round);
        kept = now;
    }

    private void nextRegister(FixityRound round) {
        round.moveTo(rereading().registers().stream()
                .filter(name -> name.compareTo(round.register()) > 0)
                .findFirst()
                .orElse(""));
    }

    /** Looks again at what was found wrong, here or when somebody opened a file. */
    private void look(Instant now) {
        looked = now;
        Set<String> places = new HashSet<>();
        rounds.open(FixityRound.ARCHIVE, MOST_LOOKED_AT).forEach(finding -> places.add(finding.place()));
        Map<ArchivalNumber, List<String>> opened = new HashMap<>();
        registers
                .damagedFiles()
                .forEach(number -> opened.put(number, rereading().places(number)));
        opened.values().forEach(places::addAll);
        if (places.isEmpty() && opened.isEmpty()) {
            return;
        }
        List<Finding> wrong = rereading().again(places, heads.known());
        rounds.note(FixityRound.ARCHIVE, odd(wrong));
        wrong.forEach(finding -> places.remove(finding.where()));
        rounds.mend(FixityRound.ARCHIVE, places);
        opened.forEach((number, files) -> {
            if (!files.isEmpty() && places.containsAll(files)) {
                registers.mended(number);
            }
        });
    }

    private Rereading rereading() {
        return archive.wholeness().rereading();
    }

    private static List<Odd> odd(List<Finding> findings) {
        return findings.stream().map(Odd::of).toList();
    }
}
