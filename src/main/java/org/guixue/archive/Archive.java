package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.Sha256;

/**
 * The archive on disk: the truth for issued records and for what legally happened to them.
 *
 * <p><b>Promises.</b> What {@link #accession} or {@link #append} returned from is forced to disk and survives a kill or a
 * power cut. One number has one file, ever: other bytes at its place are refused, the same bytes are taken as they lie.
 * Between writings and after {@link #open} every bag passes {@code sha256sum -c --strict} and lists all its files. A full
 * disk is a {@link NoSpace}, leaves nothing behind and ends with the shortage. Any other failed write or force stops all
 * writing ({@link ArchiveStopped}) until the archive is opened anew; it is never retried. Reading goes on.
 *
 * <p><b>Crash between publishing and the register line.</b> The file is whole and lies at its place, but was never
 * acknowledged. BagRecovery lists it in the manifest and reports it as awaiting. Whoever reserved the number looks at it with
 * {@link #lying}: if it is theirs, {@link #accession} with those bytes writes the register line; if not,
 * {@link #quarantine} moves it out.
 *
 * <p><b>Cost.</b> Heads of registers are the only thing in memory. An accession costs three forced files and one forced
 * folder and does not grow with the bag. Questions read manifest or register: {@link #find} about 110 bytes a record of
 * the whole archive, {@link #history} about 400 bytes a line of the record's bag. Opening reads what came after the checkpoints.
 *
 * <p>Does not know instruments, signatures or people. Safe for many threads; writers of one bag wait for each other,
 * writers of different bags do not.
 */
public class Archive implements AutoCloseable {
    /** The name under which the audit trail's head stands among the heads. */
    public static final String AUDIT = "audit";

    private final Path records;
    private final Clock clock;
    private final Disk disk;
    private final RecordsLock lock;
    private final RecoveryReport recovery;
    private final Wholeness wholeness;
    private final BagRack bags;
    private final Shelves shelves;
    private final ProofShelf proofs;
    private final WriteGuard guard = new WriteGuard();
    private volatile AcceptedClock accepted = AcceptedClock.NEVER;

    private Archive(Path records, Clock clock, RecordsLock lock, List<Checkpoint> checkpoints) throws IOException {
        this.records = records;
        this.clock = clock;
        this.lock = lock;
        this.disk = new Disk(records);
        this.bags = new BagRack(disk, records);
        this.shelves = new Shelves(records, bags.all());
        this.proofs = new ProofShelf(records, guard, bags, shelves, this::marked, this::now);
        BagRecovery recovering = new BagRecovery(disk, records, checkpoints);
        recovering.sweep();
        recovering.open().forEach(bags::put);
        this.recovery = recovering.report();
        this.wholeness = new Wholeness(records, bags.all(), checkpoints);
        ArchiveReadme.lay(disk, records);
    }

    /** Opens the archive and recovers it; {@link ArchiveInUse} when it is open already, here or in another process. */
    public static Archive open(Path records, Clock clock) {
        return open(records, clock, List.of());
    }

    /** Looks only at what came after the checkpoints; a bag that has none, or does not fit after its own, is looked at whole. */
    public static Archive open(Path records, Clock clock, List<Checkpoint> checkpoints) {
        return WriteGuard.reading(() -> {
            Path folder = Files.createDirectories(records).toRealPath();
            RecordsLock lock = RecordsLock.take(folder);
            try {
                return new Archive(folder, clock, lock, checkpoints);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        });
    }

    public RecoveryReport recovery() {
        return recovery;
    }

    /** Evidence: it comes in and is read there; what happens to it later is entered here. */
    public ProofShelf proofs() {
        return proofs;
    }

    /**
     * Takes a sealed file into the archive, or takes what already lies there when it is the same, byte for byte. Asking
     * again after success writes nothing and answers the same file.
     *
     * @throws Occupied when other bytes lie at the number's place
     * @throws BagClosed when the number's year is closed
     * @throws NoSpace when the disk is full
     */
    public Accessioned accession(ArchivalNumber number, byte[] bytes, Accession facts) {
        return guard.writing(
                () -> bags.bag(number.bag().name()).accession(number, bytes, marked(facts.event()), now()));
    }

    /**
     * Files what came back on paper beside the sealed file. The same bytes again, after a crash, take the number that
     * they had.
     */
    public Accessioned scan(ArchivalNumber number, byte[] pdf, Event facts) {
        facts.expect(facts.act() == Act.SCAN, "a scan");
        return guard.writing(() -> {
            Bag home = bags.home(number);
            synchronized (home) {
                shelves.expectRecord(number);
                Bag bag = home.closed() ? bags.events(number, now()) : home;
                return bag.scan(number, shelves.placeOfScan(home, bag, number, pdf), pdf, marked(facts), now());
            }
        });
    }

    /**
     * Enters what happened to a record: delivery, void, hold and the like. A cancellation is for a number that has no
     * file; all others are for a record. What happens after the year was closed goes into the fonds' events bag.
     * Answers the head of the register that took the line.
     */
    public RegisterHead append(ArchivalNumber number, Event event) {
        event.expect(event.act() != Act.ACCESSION && event.act() != Act.SCAN, "an act without a file");
        return guard.writing(() -> {
            Bag home = event.act() == Act.CANCELLATION ? bags.bag(number.bag().name()) : bags.home(number);
            synchronized (home) {
                if (event.act() == Act.CANCELLATION) {
                    shelves.expectNothingAt(number);
                } else {
                    shelves.expectRecord(number);
                }
                return (home.closed() ? bags.events(number, now()) : home).append(number, marked(event), now());
            }
        });
    }

    /** Where the number's file lies, or would lie. */
    public Path pathOf(ArchivalNumber number) {
        return records.resolve(number.path());
    }

    /** The file at the number's place, whether acknowledged or not; for the one who reserved the number. */
    public Optional<byte[]> lying(ArchivalNumber number) {
        return WriteGuard.reading(() -> Files.isRegularFile(pathOf(number), LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(shelves.bytes(number.path()))
                : Optional.empty());
    }

    /**
     * The sealed file of a record.
     *
     * @throws NoSuchRecord when there is none that was acknowledged
     * @throws Damaged when its bytes are not those of its accession, or its bag's register was found broken on opening
     */
    public byte[] read(ArchivalNumber number) {
        shelves.registersOf(number).forEach(Bag::expectSound);
        return read(number, history(number).sha256().orElseThrow(() -> new NoSuchRecord(number)));
    }

    /** Like {@link #read(ArchivalNumber)} for a caller who knows the digest; costs no search. */
    public byte[] read(ArchivalNumber number, Sha256 expected) {
        return WriteGuard.reading(() -> shelves.checked(number.path(), expected));
    }

    public byte[] readScan(ArchivalNumber number, int n) {
        return WriteGuard.reading(() -> shelves.readScan(number, n));
    }

    /**
     * The number under which a paper of this digest was accessioned. The digest of a scan or of evidence finds nothing.
     *
     * @throws Damaged when a bag was found broken on opening, so that nothing can be vouched for
     */
    public Optional<ArchivalNumber> find(Sha256 sha256) {
        return WriteGuard.reading(() -> shelves.find(sha256));
    }

    /** All lines about a number; no lines when the archive never heard of it. */
    public ArchivedRecord history(ArchivalNumber number) {
        return WriteGuard.reading(() -> shelves.history(number));
    }

    /** Every bag that holds records. */
    public List<BagId> bags() {
        return shelves.bags();
    }

    /** Every number that a bag's registers know, in order; holds one bag's registers in memory. */
    public List<ArchivedRecord> records(BagId id) {
        return WriteGuard.reading(() -> shelves.records(id));
    }

    /**
     * The highest item of a bag that a register line or a file on disk bears, acknowledged or not; 0 when there is none.
     * A counter must stand above it.
     */
    public int highestItem(BagId id) {
        return WriteGuard.reading(() -> shelves.highestItem(id));
    }

    /** For the database and the daily file. */
    public List<RegisterHead> registerHeads() {
        return bags.all().values().stream().map(Bag::head).toList();
    }

    /** Holds the registers against heads that were kept elsewhere; one finding for each that is shorter or differs. */
    public List<Finding> compare(List<RegisterHead> known) {
        return WriteGuard.reading(() -> wholeness.compare(known));
    }

    public Wholeness wholeness() {
        return wholeness;
    }

    /**
     * Writes a file of heads: the day's first, or a further one where they have come further since.
     *
     * @param audit the head of the audit trail, under the name {@link #AUDIT}
     */
    public Path writeHeads(LocalDate day, RegisterHead audit) {
        return guard.writing(() -> {
            synchronized (disk) {
                return new Heads(records).write(disk, day, registerHeads(), audit);
            }
        });
    }

    /** What the daily files know of one chain, oldest first. */
    public List<RegisterHead> headsOf(String register) {
        return WriteGuard.reading(() -> new Heads(records).of(register));
    }

    /**
     * Reads every byte of the archive and names every damage; writing goes on meanwhile.
     *
     * @param known heads that were kept elsewhere, beside the daily files
     */
    public List<Finding> check(List<RegisterHead> known) {
        return WriteGuard.reading(() -> shelves.check(known));
    }

    /**
     * Closes the bags of the years before today's, once heads of an earlier day of this year lie there: Payload-Oxum and
     * tag manifest. They take no more records; what happens to them goes into the events bag. A bag that does not fit
     * together stays open.
     *
     * @param awaited bags that stay open because a number of theirs is given out and has no file yet
     */
    public Closing closeEarlierYears(LocalDate today, Set<BagId> awaited) {
        return guard.writing(() -> new YearEnd(records, bags.all().values()).close(today, awaited));
    }

    /**
     * Moves a file that lies at a number's place, was never acknowledged and is not the one that was to come, out of the
     * bag into {@code quarantine/}; {@link Occupied} when the register vouches for it.
     */
    public Path quarantine(ArchivalNumber number) {
        return guard.writing(() -> bags.home(number).quarantine(number, records.resolve("quarantine")));
    }

    /** Throws {@link NoSpace} when a file of so many bytes would not fit. */
    public void expectRoomFor(long bytes) {
        WriteGuard.looking(() -> disk.expectRoomFor(bytes));
    }

    /** Somebody let the house step back to {@code at}: until {@code last} is passed, each line says so. */
    public void clockAccepted(Instant at, Instant last) {
        accepted = new AcceptedClock(at, last);
    }

    /** Whether a failed write has stopped the archive. */
    public boolean stopped() {
        return guard.stopped();
    }

    /** Lets go of the folder. Waits for no writer; call it when none is left. */
    @Override
    public void close() {
        guard.stop(new IllegalStateException("closed"));
        WriteGuard.looking(lock::close);
    }

    private Event marked(Event event) {
        return accepted.mark(event, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
