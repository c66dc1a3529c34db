package org.guixue.house;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;
import org.guixue.batch.BatchWorker;
import org.guixue.casefile.Recording;
import org.guixue.fixity.RereadingArchive;
import org.guixue.fixity.RereadingTrail;
import org.guixue.instrument.Indexing;
import org.guixue.instrument.LookingThrough;
import org.guixue.instrument.Recovery;
import org.guixue.instrument.issuing.SealingWorker;
import org.guixue.promotion.CarryingOutPromotion;
import org.guixue.reconciliation.ComparingRegisters;
import org.guixue.roster.Clearing;
import org.guixue.roster.Importing;
import org.guixue.scan.ReadingPiles;

/** What the house does every second and every night while it is open. What is done stands in the rooms. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    private SealingWorker worker;

    @Inject
    private Indexing indexing;

    @Inject
    private TrailKeeping trailKeeping;

    @Inject
    private OpenClock clock;

    @Inject
    private Importing importing;

    @Inject
    private Clearing clearing;

    @Inject
    private BatchWorker batchWorker;

    @Inject
    private ReadingPiles readingPiles;

    @Inject
    private ComparingRegisters comparingRegisters;

    @Inject
    private CarryingOutPromotion promotions;

    @Inject
    private Database database;

    @Inject
    private OpenArchive archive;

    @Inject
    private Recovery recovery;

    @Inject
    private LookingThrough lookingThrough;

    @Inject
    private RereadingArchive rereadingArchive;

    @Inject
    private RereadingTrail rereadingTrail;

    @Inject
    private Recording casework;

    @Inject
    private Snapshots snapshots;

    private final Round looking = new Round(() -> {
        lookingThrough.step();
        indexing.lookThrough();
    });
    private final Round remembering = new Round(() -> recovery.keep());
    private final Round healing = new Round(this::heal);
    private final Round sealing = new Round(() -> worker.round());
    private final Round committing = new Round(() -> indexing.commit());
    private final Round keeping = new Round(() -> {
        trailKeeping.round();
        clock.round();
    });
    private final Round reading = new Round(() -> importing.round());
    private final Round clearingOld = new Round(() -> clearing.old());
    private final Round endingPeriods = new Round(() -> casework.endPeriods());
    private final Round batching = new Round(this::issueForMany);
    private final Round scanning = new Round(this::readPiles);
    private final Round comparing = new Round(() -> comparingRegisters.round());
    private final Round copying = new Round(() -> snapshots.round());
    private final Round promoting = new Round(this::promote);
    private final Round rereading = new Round(() -> rereadingArchive.step());
    private final Round walking = new Round(() -> rereadingTrail.step());
    private final List<Round> all = List.of(
            looking,
            remembering,
            sealing,
            committing,
            keeping,
            reading,
            clearingOld,
            healing,
            endingPeriods,
            batching,
            scanning,
            comparing,
            copying,
            promoting,
            rereading,
            walking);

    /** From now on they go. What ended while the house was shut has ended when it serves. */
    public void begin() {
        all.forEach(Round::begin);
        endingPeriods.run();
    }

    /** Waits a little for those that still run. */
    public void end() {
        if (!all.stream().map(round -> round.end(PATIENCE)).reduce(true, Boolean::logicalAnd)) {
            LOG.warning("a round still runs while the house closes; what it does is done again at the next start");
        }
        recovery.keep();
    }

    /** After a full disk. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void goOnWriting() {
        healing.run();
    }

    private void heal() {
        if (archive.hasRoom()) {
            database.openForWriting();
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void seal() {
        sealing.run();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void commit() {
        committing.run();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void keep() {
        keeping.run();
    }

    /** What the start took on trust. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        looking.run();
    }

    /** How far the archive is whole. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void remember() {
        remembering.run();
    }

    /** Imports that wait. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void read() {
        reading.run();
    }

    /** Deferrals and suspensions whose period is over. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void endPeriods() {
        endingPeriods.run();
    }

    /** Papers for many. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void batch() {
        batching.run();
    }

    /** Piles that came back. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void scan() {
        scanning.run();
    }

    /** Lists of other registers. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void compare() {
        comparing.run();
    }

    /** What a backup asks for. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void copy() {
        copying.run();
    }

    /** Schools whose classes go on. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void turnTheYear() {
        promoting.run();
    }

    private void promote() {
        if (promotions.round()) {
            indexing.catchUp();
        }
    }

    /** Every byte of the archive, slowly. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void reread() {
        rereading.run();
    }

    /** The whole trail, slowly. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void walk() {
        walking.run();
    }

    /** Whether one of them went wrong when it ran last. */
    public boolean failing() {
        return all.stream().anyMatch(Round::failing);
    }

    private void readPiles() {
        if (readingPiles.round()) {
            indexing.catchUp();
        }
    }

    private void issueForMany() {
        if (batchWorker.round()) {
            indexing.catchUp();
        }
    }

    /** Imports that were left. */
    @Schedule(hour = "3", minute = "17", persistent = false)
    public void clear() {
        clearingOld.run();
    }
}
