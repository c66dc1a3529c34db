package org.guixue.house;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.guixue.account.SealApprovers;
import org.guixue.archive.Accessioned;
import org.guixue.archive.Archive;
import org.guixue.archive.Checkpoint;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.DraftTrail;
import org.guixue.audit.EvidenceTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.audit.PaperTrail;
import org.guixue.casefile.CaseActs;
import org.guixue.casefile.Cases;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.delivery.Deliveries;
import org.guixue.delivery.Delivering;
import org.guixue.delivery.DeliveringByReceipt;
import org.guixue.delivery.ListedPapers;
import org.guixue.delivery.NoticesInCase;
import org.guixue.delivery.ReceiptRules;
import org.guixue.delivery.RegisteringDeliveries;
import org.guixue.evidence.ConfirmingEvidence;
import org.guixue.evidence.EvidenceReading;
import org.guixue.evidence.EvidenceRecovery;
import org.guixue.evidence.Evidences;
import org.guixue.evidence.KeepingEvidence;
import org.guixue.instrument.Checkpoints;
import org.guixue.instrument.FrozenForms;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.IssuedPapers;
import org.guixue.instrument.PapersInCase;
import org.guixue.instrument.Photos;
import org.guixue.instrument.PrintedSheets;
import org.guixue.instrument.Printings;
import org.guixue.instrument.Reading;
import org.guixue.instrument.ReadyToIssue;
import org.guixue.instrument.Recataloguing;
import org.guixue.instrument.Recovery;
import org.guixue.instrument.Voiding;
import org.guixue.instrument.issuing.Cautions;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.Confirming;
import org.guixue.instrument.issuing.Enclosures;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.instrument.issuing.PaperMaking;
import org.guixue.instrument.issuing.Predecessors;
import org.guixue.instrument.issuing.Reserving;
import org.guixue.instrument.issuing.Sealer;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Duplicates;
import org.guixue.person.Movements;
import org.guixue.person.Roster;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.rendering.PublicAddress;
import org.guixue.sheet.Approving;
import org.guixue.sheet.BlankPapers;
import org.guixue.sheet.Drafts;
import org.guixue.sheet.Filling;
import org.guixue.sheet.HandingOut;
import org.guixue.sheet.Prefilling;
import org.guixue.sheet.Previewing;
import org.guixue.sheet.Submissions;
import org.guixue.store.Boundary;
import org.guixue.store.Counters;
import org.guixue.store.EntityBoundary;
import org.guixue.store.HouseClock;
import org.guixue.store.Identifiers;
import org.guixue.store.Outbox;
import org.guixue.store.Transactions;
import org.guixue.yearbook.YearPlans;
import org.guixue.yearbook.Yearbook;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where papers are made without a server: a real Derby, real forms, fonts and keys, and an archive folder of its own for
 * each test. The database and the county are founded once and kept until the Java machine ends; every test invents its own
 * children. To be registered as an extension; it tells its seed where a test fails.
 */
public final class Workshop implements BeforeEachCallback, AfterEachCallback {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MORNING = Instant.parse("2026-03-16T01:30:00Z");

    private final long seed = Long.getLong("guixue.test.seed", System.nanoTime());
    private final SecureRandom random = seeded(seed);
    private final Hands clock = new Hands();
    private final List<Bench> benches = new ArrayList<>();
    private Optional<WorkshopCounty> county = Optional.empty();
    private Optional<Path> folder = Optional.empty();
    private Optional<Archive> archive = Optional.empty();
    private Optional<URI> address = Optional.of(URI.create("https://school.example/"));

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        county = Optional.of(WorkshopCounty.ofThisMachine());
        folder = Optional.of(Files.createTempDirectory("workshop"));
        archive = Optional.of(Archive.open(records(), clock));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            System.out.println(context.getDisplayName() + " seed -Dguixue.test.seed=" + seed);
        }
        benches.forEach(bench -> bench.entities.close());
        archive().close();
        delete(folder.orElseThrow());
    }

    public WorkshopCounty county() {
        return county.orElseThrow();
    }

    public Archive archive() {
        return archive.orElseThrow();
    }

    public Path records() {
        return folder.orElseThrow().resolve("records");
    }

    /** The files that lie below a folder of the archive; none where there is no such folder. */
    public List<Path> filesIn(String name) throws IOException {
        Path below = records().resolve(name);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** As a start after a kill: the archive recovers. Benches from before know only the old one. */
    public void openArchiveAgain() {
        archive().close();
        archive = Optional.of(Archive.open(records(), clock));
    }

    /** As a start after a checkpoint. */
    public void openArchiveAfter(List<Checkpoint> kept) {
        archive().close();
        archive = Optional.of(Archive.open(records(), clock, kept));
    }

    /** Under what address papers say that they can be checked; none where nobody has named it. */
    public void address(Optional<URI> named) {
        address = named;
    }

    public void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    public Instant now() {
        return clock.now;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Clock clock() {
        return clock;
    }

    /** The acting classes around an entity manager of their own: for one thread, as if another node were at it. */
    public synchronized Bench bench() {
        Bench bench = new Bench();
        benches.add(bench);
        return bench;
    }

    /** What is to happen once, right before a step, stands in a queue; where it throws, the step never begins. */
    public final class Bench {
        public final EntityManager entities = county().database.entities();
        public final Deque<Runnable> beforeSealing = new ArrayDeque<>();
        public final Deque<Runnable> beforeConfirming = new ArrayDeque<>();
        public final Deque<Runnable> beforePostponing = new ArrayDeque<>();
        public final Deque<Runnable> afterRollback = new ArrayDeque<>();
        public final Transactions transactions =
                new Transactions(new Watched(new EntityBoundary(entities), afterRollback), random);
        public final Identifiers identifiers = county().database.identifiers();
        public final Counters counters =
                new Counters(entities, county().database.atOnce());
        public final Offices offices = new Offices(entities, identifiers);
        public final Students students = new Students(entities, identifiers);
        public final Instruments instruments = new Instruments(entities, identifiers);
        private final AuditTrail trail =
                new AuditTrail(entities, identifiers, new AuditWriter(entities, transactions, identifiers));
        private final PaperTrail paperTrail = new PaperTrail(trail, clock);
        public final ListingTrail listingTrail = new ListingTrail(trail, clock);
        public final Photos photos = new Photos(entities, transactions, paperTrail, clock);
        public final Roster roster = new Roster(
                transactions,
                students,
                new Movements(entities, identifiers),
                new Duplicates(entities),
                county().categories,
                offices,
                new ChildTrail(trail, clock),
                clock,
                (changed, entered) -> {},
                found -> {});
        private final PublicAddress named = new Named();
        public final PrintedSheets sheets = new PrintedSheets(
                county().press.forms(), new FrozenForms(county().press.forms(), instruments));
        public final List<Enclosures> enclosures = new ArrayList<>();
        public final PaperMaking papers = new PaperMaking(
                county().safe,
                named,
                county().press.fonts(),
                county().press.sealDrawing(),
                county().press.renderer(),
                county().press.sealing(),
                sheets,
                photos,
                enclosures,
                clock);
        private final RegisterHeads heads = new RegisterHeads(entities);
        public final SoundRegisters registers = new SoundRegisters(archive(), heads);
        public final Checkpoints checkpoints = new Checkpoints(entities);
        public final EvidenceTrail evidenceTrail = new EvidenceTrail(trail, clock);
        public final Evidences evidences = new Evidences(entities, identifiers);
        public final ConfirmingEvidence confirmingEvidence =
                new ConfirmingEvidence(transactions, evidences, archive(), heads, evidenceTrail, clock);
        public final KeepingEvidence keepingEvidence = keepingEvidence(confirmingEvidence);
        public final EvidenceReading evidenceReading =
                new EvidenceReading(evidences, archive(), registers, evidenceTrail);
        public final EvidenceRecovery evidenceRecovery =
                new EvidenceRecovery(archive(), evidences, confirmingEvidence, offices, students, heads);
        public final Deliveries deliveries = new Deliveries(entities, identifiers);
        public final CaseActs caseActs = new CaseActs(
                entities,
                transactions,
                identifiers,
                offices,
                students,
                new ChildTrail(trail, clock),
                (changed, entered) -> {},
                county().press.forms(),
                new IssuedPapers(instruments),
                clock);
        private final NoticesInCase notices = new NoticesInCase(caseActs.cases, students, caseActs.recording, clock);
        public final RegisteringDeliveries registering =
                new RegisteringDeliveries(transactions, deliveries, instruments, archive(), heads, notices);
        public final Recovery recovery = new Recovery(
                county().safe,
                archive(),
                instruments,
                new Recataloguing(
                        county().safe,
                        archive(),
                        instruments,
                        counters,
                        offices,
                        students,
                        new Cases(entities, identifiers),
                        heads,
                        new Outbox(entities, counters)),
                evidenceRecovery,
                List.of(registering),
                registers,
                checkpoints,
                clock);
        private final Prefilling prefilling = new Prefilling(
                new Cases(entities, identifiers),
                instruments,
                offices,
                new Yearbook(new YearPlans(entities, identifiers)),
                county().press.forms(),
                clock);
        public final Check check = new Check(
                county().safe,
                new ReadyToIssue(registers, archive(), named, new HouseClock(clock)),
                county().press.forms(),
                offices,
                photos,
                papers,
                prefilling,
                new Predecessors(instruments),
                clock);
        public final Reserving reserving = new Reserving(
                entities,
                transactions,
                counters,
                instruments,
                offices,
                new Predecessors(instruments),
                paperTrail,
                clock,
                random);
        public final PapersInCase papersInCase =
                new PapersInCase(caseActs.cases, caseActs.recording, caseActs.correcting);
        public final Voiding voiding = new Voiding(
                transactions,
                instruments,
                archive(),
                heads,
                new Outbox(entities, counters),
                paperTrail,
                papersInCase,
                clock);
        public final Delivering delivering = delivering(registering);
        public final ListedPapers listed = new ListedPapers(instruments);
        public final DeliveringByReceipt byReceipt =
                new DeliveringByReceipt(transactions, instruments, deliveries, listed, delivering);
        public final Confirming confirming =
                new Confirming(
                        transactions,
                        instruments,
                        heads,
                        new Outbox(entities, counters),
                        paperTrail,
                        papersInCase,
                        clock) {
                    @Override
                    public void confirm(long id, Accessioned accessioned, int pages) {
                        happen(beforeConfirming);
                        super.confirm(id, accessioned, pages);
                    }

                    @Override
                    public void postpone(long id, String fault, Instant nextTry) {
                        happen(beforePostponing);
                        super.postpone(id, fault, nextTry);
                    }
                };
        public final Sealer sealer =
                new Sealer(county().safe, archive(), transactions, instruments, papers, confirming, clock) {
                    @Override
                    public boolean seal(long id) {
                        happen(beforeSealing);
                        return super.seal(id);
                    }
                };
        public final Reading reading = new Reading(
                instruments,
                archive(),
                county().press.forms(),
                paperTrail,
                registers,
                new Printings(entities, transactions, identifiers, clock));
        public final Issuing issuing = new Issuing(check, reserving, sealer, instruments);
        public final Cautions cautions =
                new Cautions(instruments, caseActs.cases, county().press.forms(), clock);
        public final Drafts drafts = new Drafts(entities, transactions, identifiers, clock);
        public final Filling filling =
                new Filling(drafts, offices, county().press.forms(), prefilling, clock);
        public final HandingOut handingOut = new HandingOut(
                transactions,
                drafts,
                new BlankPapers(entities, identifiers),
                filling,
                check,
                new ReadyToIssue(registers, archive(), named, new HouseClock(clock)),
                new Previewing(county().press.forms(), papers, offices, clock),
                offices,
                new DraftTrail(trail, clock),
                county().press.fonts(),
                clock,
                random);
        public final Submissions submissions =
                new Submissions(entities, transactions, drafts, new DraftTrail(trail, clock), clock);
        public final Approving approving =
                new Approving(drafts, submissions, check, issuing, new SealApprovers(entities), clock);

        public KeepingEvidence keepingEvidence(ConfirmingEvidence confirming) {
            return new KeepingEvidence(
                    transactions, counters, evidences, offices, students, archive(), registers, confirming, clock);
        }

        public Delivering delivering(RegisteringDeliveries register) {
            return new Delivering(
                    transactions,
                    instruments,
                    deliveries,
                    evidences,
                    new ReceiptRules(county().press.forms()),
                    notices,
                    register,
                    archive(),
                    registers,
                    new Outbox(entities, counters),
                    paperTrail,
                    clock);
        }

        /** A child of that school, whom nobody else knows. */
        public Student child(Office school) {
            return roster.enter(
                    county().bureauClerk(), county().someone(OptionalLong.of(school.id()), today(), random));
        }

        public Student childWithoutSchool() {
            return roster.enter(county().bureauClerk(), county().someone(OptionalLong.empty(), today(), random));
        }

        /** How many papers were ever numbered. */
        public long papers() {
            return entities.createQuery("select count(i) from Instrument i", Long.class)
                    .getSingleResult();
        }
    }

    private static void happen(Deque<Runnable> accidents) {
        Optional.ofNullable(accidents.poll()).ifPresent(Runnable::run);
    }

    private static SecureRandom seeded(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private final class Named implements PublicAddress {
        @Override
        public URI url() {
            return address.orElseThrow(() -> new IllegalStateException("nobody has named the address"));
        }

        @Override
        public boolean chosen() {
            return address.isPresent();
        }
    }

    private static final class Hands extends Clock {
        private volatile Instant now = MORNING;

        @Override
        public ZoneId getZone() {
            return SHANGHAI;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Lets something happen once a transaction was taken back, before it is repeated. */
    private record Watched(Boundary boundary, Deque<Runnable> afterRollback) implements Boundary {
        @Override
        public boolean isOpen() {
            return boundary.isOpen();
        }

        @Override
        public void begin() {
            boundary.begin();
        }

        @Override
        public void commit() {
            boundary.commit();
        }

        @Override
        public void rollback() {
            boundary.rollback();
            happen(afterRollback);
        }

        @Override
        public void doom() {
            boundary.doom();
        }

        @Override
        public <T> T apart(Supplier<T> work) {
            return boundary.apart(work);
        }

        @Override
        public void afterCommit(Runnable act) {
            boundary.afterCommit(act);
        }
    }
}
