package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.archive.Act;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.Event;
import org.guixue.archive.RegisterLine;
import org.guixue.audit.PaperTrail;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.scan.reading.SheetPdf;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;
import org.guixue.store.Transactions;

/**
 * Files sheets as a returned copy: the file lies in the archive with its register line, then the row, the paper's state and
 * the trail follow in one transaction. A kill between the two leaves a line that the next try finds and takes, so that nothing
 * is filed twice.
 */
@ApplicationScoped
public class FilingCopies {
    private static final Pattern NUMBER = Pattern.compile("\\.scan-(\\d{1,4})\\.pdf$");

    private final Transactions transactions;
    private final Piles piles;
    private final ReturnedCopies copies;
    private final Instruments instruments;
    private final PileStaging staging;
    private final Archive archive;
    private final RegisterHeads heads;
    private final SoundRegisters registers;
    private final Outbox outbox;
    private final PaperTrail trail;
    private final Clock clock;

    @Inject
    public FilingCopies(
            Transactions transactions,
            Piles piles,
            ReturnedCopies copies,
            Instruments instruments,
            PileStaging staging,
            Archive archive,
            RegisterHeads heads,
            SoundRegisters registers,
            Outbox outbox,
            PaperTrail trail,
            Clock clock) {
        this.transactions = transactions;
        this.piles = piles;
        this.copies = copies;
        this.instruments = instruments;
        this.staging = staging;
        this.archive = archive;
        this.heads = heads;
        this.registers = registers;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /** One copy for each paper of which the pile has matched sheets. */
    void fileMatched(long pile) {
        Caller owner = transactions.run(() -> piles.find(pile).orElseThrow().owner());
        Map<Long, List<Integer>> groups = transactions.run(() -> piles.sheets(pile).stream()
                .filter(sheet -> sheet.state() == SheetState.MATCHED)
                .sorted(Comparator.comparingInt(PileSheet::page).thenComparingInt(PileSheet::n))
                .collect(Collectors.groupingBy(
                        sheet -> sheet.instrument().orElseThrow(),
                        TreeMap::new,
                        Collectors.mapping(PileSheet::n, Collectors.toList()))));
        groups.forEach((paper, sheets) -> file(owner, pile, paper, sheets));
    }

    /**
     * These sheets as one copy; those of a signed file as that file, byte for byte. One at a time for each pile.
     *
     * @param sheets numbers within the pile, in the order of the copy
     * @throws Conflict where another has settled one of them meanwhile
     */
    ReturnedCopy file(Caller by, long pile, long paper, List<Integer> sheets) {
        registers.expect();
        return transactions.run(() -> fileOnce(by, pile, paper, sheets));
    }

    private ReturnedCopy fileOnce(Caller by, long pile, long paper, List<Integer> sheets) {
        piles.hold(pile);
        List<PileSheet> open =
                sheets.stream().map(n -> piles.sheet(pile, n).orElseThrow()).toList();
        open.stream().filter(sheet -> !sheet.open()).findFirst().ifPresent(sheet -> {
            throw sheet.settledMeanwhile();
        });
        String source = "%d.%d".formatted(pile, sheets.get(0));
        ReturnedCopy copy = keep(by, paper, pdf(pile, open), sheets.size(), source);
        open.forEach(sheet -> sheet.file(paper, copy.n(), by.displayName(), clock.instant()));
        piles.settle();
        return copy;
    }

    /** A file that somebody brings for that very paper; the same again is the same copy. */
    ReturnedCopy file(Caller by, Instrument paper, byte[] pdf, int pages) {
        registers.expect();
        return transactions.run(() -> keep(by, paper.id(), pdf, pages, "direct"));
    }

    private byte[] pdf(long pile, List<PileSheet> sheets) {
        int first = sheets.get(0).file();
        boolean signed = piles.files(pile).stream().anyMatch(file -> file.n() == first && file.signed());
        return signed
                ? staging.file(pile, first)
                : SheetPdf.of(sheets.stream()
                        .map(sheet -> staging.picture(pile, sheet.n()))
                        .toList());
    }

    /** @param source which sheet of which pile it begins with */
    private ReturnedCopy keep(Caller by, long id, byte[] pdf, int pages, String source) {
        Instrument paper = instruments.find(id).orElseThrow(() -> new NotFound("文书"));
        instruments.hold(paper);
        ArchivalNumber number = paper.archivalNumber();
        heads.hold(number.bag().name());
        Optional<RegisterLine> lying = lying(number, source);
        if (lying.isEmpty()) {
            Event event = new Event(Act.SCAN, by.account(), Map.of("pages", Integer.toString(pages), "source", source));
            heads.remember(archive.scan(number, pdf, event).register());
            lying = lastScan(archive.history(number));
        }
        RegisterLine line = lying.orElseThrow();
        int n = numberOf(line);
        Optional<ReturnedCopy> known = copies.find(paper, n);
        if (known.isPresent()) {
            return known.get();
        }
        ReturnedCopy copy = ReturnedCopy.of(copies.nextId(), paper, n, line, by.displayName());
        copies.add(copy);
        paper.comeBack();
        trail.returned(by, id, paper.childId(), n);
        outbox.put(OutboxRow.Kind.INSTRUMENT, id);
        return copy;
    }

    private Optional<RegisterLine> lying(ArchivalNumber number, String source) {
        return source.equals("direct")
                ? Optional.empty()
                : archive.history(number).lines().stream()
                        .filter(line -> line.event().act() == Act.SCAN
                                && source.equals(line.event().facts().get("source")))
                        .findFirst();
    }

    private static Optional<RegisterLine> lastScan(ArchivedRecord record) {
        return record.lines().stream()
                .filter(line -> line.event().act() == Act.SCAN)
                .reduce((earlier, later) -> later);
    }

    /** The n of {@code …scan-n.pdf}. */
    static int numberOf(RegisterLine line) {
        Matcher matcher = NUMBER.matcher(line.event().facts().get("file"));
        if (!matcher.find()) {
            throw new IllegalStateException(
                    "a register line of a scan names " + line.event().facts());
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** What the pile has come to; once each sheet is settled its files go. */
    void conclude(long pile) {
        boolean settled = transactions.run(() -> {
            ScanPile held = piles.hold(pile);
            boolean all = piles.sheets(pile).stream().noneMatch(PileSheet::open);
            held.read(all, clock.instant());
            return all;
        });
        if (settled) {
            staging.clear(pile);
        }
    }
}
