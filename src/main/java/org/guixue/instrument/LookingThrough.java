package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.guixue.archive.Archive;
import org.guixue.archive.Checkpoint;
import org.guixue.archive.Stretch;
import org.guixue.catalogue.SoundRegisters;

/**
 * Looks slowly, while the house is open, at what a start has taken on trust: every register from its first line to its
 * checkpoint, whether each record's file lies there and is in the catalogue. Some hundred lines a second; once after each
 * start. A broken chain stops issuing and verifying as it does at a start. One thread takes the steps, any may ask how far
 * it has come.
 */
@ApplicationScoped
public class LookingThrough {
    private static final Logger LOG = Logger.getLogger(LookingThrough.class.getName());
    private static final int LINES = 500;

    private final Archive archive;
    private final SoundRegisters registers;
    private final Recovery recovery;
    private final AtomicInteger odd = new AtomicInteger();

    private Optional<List<Checkpoint>> round = Optional.empty();
    private int bag;
    private Stretch last = Stretch.NONE;
    private long before;
    private volatile Progress progress = new Progress(false, 0, 0, 0);

    /**
     * How far the round has come.
     *
     * @param done whether it has come to the end
     * @param lines of the registers, read so far
     * @param of all that are to be read
     * @param odd what did not fit
     */
    public record Progress(boolean done, long lines, long of, int odd) {}

    @Inject
    public LookingThrough(Archive archive, SoundRegisters registers, Recovery recovery) {
        this.archive = archive;
        this.registers = registers;
        this.recovery = recovery;
    }

    public Progress progress() {
        return progress;
    }

    /** A short step; nothing once all was looked at. */
    public synchronized void step() {
        if (progress.done()) {
            return;
        }
        List<Checkpoint> bags = round.orElseGet(archive.wholeness()::checkpoints);
        round = Optional.of(bags);
        if (bag < bags.size()) {
            look(bags.get(bag));
        }
        long all = bags.stream().mapToLong(Checkpoint::lines).sum();
        progress = new Progress(bag >= bags.size(), before + last.lines(), all, odd.get());
    }

    private void look(Checkpoint upTo) {
        Stretch next = archive.wholeness().stretch(upTo, last, LINES);
        next.broken().ifPresent(finding -> {
            odd.incrementAndGet();
            registers.stop(finding);
        });
        next.missing().forEach(finding -> {
            odd.incrementAndGet();
            LOG.warning(() -> "archive: " + finding);
        });
        if (!recovery.catalogue(next.records())) {
            odd.incrementAndGet();
        }
        last = next;
        if (next.broken().isPresent() || next.lines() >= upTo.lines()) {
            before += upTo.lines();
            last = Stretch.NONE;
            bag++;
        }
    }
}
