package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.guixue.scan.reading.Pile;
import org.guixue.scan.reading.ScannedSheet;
import org.guixue.scan.reading.UnfitPage;
import org.guixue.scan.reading.UnfitPile;
import org.guixue.store.OneThreadEach;
import org.guixue.store.Transactions;

/**
 * Reads the sheets of piles on all cores, then has them matched and filed; begun every second. What was read is noted some
 * sheets at a time, so a kill costs no more than these; what it left is done again at the next round.
 */
@ApplicationScoped
public class ReadingPiles {
    private static final Logger LOG = Logger.getLogger(ReadingPiles.class.getName());
    private static final int CORES = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final int NOTED_AT_ONCE = 8;
    private static final Duration REST = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Piles piles;
    private final PileStaging staging;
    private final Matching matching;
    private final FilingCopies filing;
    private final FilingHandwritten handwritten;
    private final Clock clock;
    private final OneThreadEach atIt = new OneThreadEach();
    private volatile Instant restsUntil = Instant.MIN;

    @Inject
    public ReadingPiles(
            Transactions transactions,
            Piles piles,
            PileStaging staging,
            Matching matching,
            FilingCopies filing,
            FilingHandwritten handwritten,
            Clock clock) {
        this.transactions = transactions;
        this.piles = piles;
        this.staging = staging;
        this.matching = matching;
        this.filing = filing;
        this.handwritten = handwritten;
        this.clock = clock;
    }

    /** Whether anything was read. */
    public boolean round() {
        if (clock.instant().isBefore(restsUntil)) {
            return false;
        }
        List<Long> unread = transactions.run(piles::unread);
        unread.forEach(this::tryToRead);
        return follow() || !unread.isEmpty();
    }

    private boolean follow() {
        try {
            return handwritten.round();
        } catch (RuntimeException e) {
            restsUntil = clock.instant().plus(REST);
            LOG.log(Level.WARNING, "what was filled by hand is not filed yet and is tried again", e);
            return false;
        }
    }

    private void tryToRead(long pile) {
        try {
            read(pile);
        } catch (RuntimeException e) {
            restsUntil = clock.instant().plus(REST);
            LOG.log(Level.WARNING, e, () -> "pile " + pile + " is not read yet and is tried again");
        }
    }

    /** Until it is read, matched and filed; returns at once where another thread is at it. */
    void read(long pile) {
        atIt.run(pile, () -> readWhole(pile));
    }

    /** The same, and where another thread is at it, until that one has done: a short pile is answered with what became of it. */
    void readToItsEnd(long pile) {
        atIt.runOrAwait(pile, () -> readWhole(pile));
    }

    private void readWhole(long pile) {
        readSheets(pile);
        matching.match(pile);
        filing.fileMatched(pile);
        filing.conclude(pile);
    }

    private void readSheets(long pile) {
        Set<Integer> known = new HashSet<>(transactions.run(() -> piles.numbers(pile)));
        int first = 1;
        for (PileFile file : transactions.run(() -> piles.files(pile))) {
            int before = first;
            List<Integer> missing = IntStream.rangeClosed(1, file.pages())
                    .filter(page -> !known.contains(before + page - 1))
                    .boxed()
                    .toList();
            readFile(pile, file, before, missing);
            first += file.pages();
        }
    }

    /** @param before number of the file's first sheet within the pile */
    private void readFile(long pile, PileFile file, int before, List<Integer> pages) {
        int hands = Math.min(CORES, pages.size());
        if (hands == 0) {
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(hands);
        try (Openings openings = new Openings(staging.upload(pile, file.n()), file.name())) {
            for (int at = 0; at < pages.size(); at += NOTED_AT_ONCE) {
                List<Future<PileSheet>> coming = pages.subList(at, Math.min(at + NOTED_AT_ONCE, pages.size())).stream()
                        .map(page -> workers.submit(() -> sheet(pile, file, before + page - 1, page, openings)))
                        .toList();
                List<PileSheet> sheets = all(coming);
                transactions.perform(() -> piles.add(sheets));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a pile was not closed", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private PileSheet sheet(long pile, PileFile file, int n, int page, Openings openings) throws IOException {
        Pile opened;
        try {
            opened = openings.take();
        } catch (UnfitPile e) {
            return PileSheet.unreadable(pile, n, file.n(), String.valueOf(e.getMessage()));
        }
        try {
            ScannedSheet picture = opened.page(page, 0);
            staging.keepPicture(pile, n, picture.jpeg());
            List<String> codes =
                    picture.codes().stream().map(code -> code.text()).toList();
            return new PileSheet(pile, n, file.n(), codes, picture.blank());
        } catch (UnfitPage e) {
            return PileSheet.unreadable(pile, n, file.n(), String.valueOf(e.getMessage()));
        } finally {
            openings.giveBack(opened);
        }
    }

    private static List<PileSheet> all(List<Future<PileSheet>> coming) {
        List<PileSheet> sheets = new ArrayList<>();
        for (Future<PileSheet> each : coming) {
            try {
                sheets.add(each.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the house closes", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a sheet was not read", e.getCause());
            }
        }
        return sheets;
    }
}
