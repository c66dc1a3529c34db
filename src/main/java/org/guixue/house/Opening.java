package org.guixue.house;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.account.FirstAccount;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.delivery.RegisteringDeliveries;
import org.guixue.demo.DemoCounty;
import org.guixue.instrument.Indexing;
import org.guixue.instrument.Recovery;
import org.guixue.instrument.SealKeys;
import org.guixue.roster.Clearing;
import org.guixue.scan.Receiving;

/**
 * Opens the house step by step and closes it in reverse. A step that fails ends the opening: what is open by then is closed
 * again and the failure goes on. A closing that fails is logged, and the others go on. Not for use by several threads.
 */
final class Opening {
    /** What opens in which order. */
    static final List<Step<?>> STEPS = List.of(
            Step.opening(DiscreetLog.class, DiscreetLog::begin),
            new Step<>(Database.class, Database::migrate, Database::shutDown),
            Step.opening(HomeVersion.class, HomeVersion::note),
            Step.opening(OpenClock.class, OpenClock::open),
            Step.opening(OpenPress.class, OpenPress::open),
            Step.opening(OpenKeys.class, OpenKeys::open),
            new Step<>(OpenArchive.class, OpenArchive::open, OpenArchive::close),
            Step.opening(OpenClock.class, OpenClock::tellArchive),
            Step.opening(SoundRegisters.class, SoundRegisters::compare),
            Step.opening(Recovery.class, Recovery::recover),
            Step.opening(RegisteringDeliveries.class, RegisteringDeliveries::catchUp),
            new Step<>(OpenIndex.class, OpenIndex::open, OpenIndex::close),
            Step.opening(Clearing.class, Clearing::begin),
            Step.opening(Receiving.class, Receiving::begin),
            Step.opening(FirstAccount.class, FirstAccount::open),
            Step.opening(DemoCounty.class, DemoCounty::settle),
            Step.opening(FirstAccount.class, FirstAccount::reset),
            Step.opening(SealKeys.class, SealKeys::enrolAll),
            Step.opening(Indexing.class, Indexing::begin),
            Step.closing(TrailKeeping.class, TrailKeeping::end),
            new Step<>(Rounds.class, Rounds::begin, Rounds::end),
            new Step<>(Ready.class, Ready::up, Ready::down));

    private static final Logger LOG = Logger.getLogger(Opening.class.getName());

    private final List<Step<?>> steps;
    private final Whereabouts rooms;
    private final Deque<Step<?>> begun = new ArrayDeque<>();

    Opening(List<Step<?>> steps, Whereabouts rooms) {
        this.steps = steps;
        this.rooms = rooms;
    }

    void open() {
        try {
            for (Step<?> step : steps) {
                begun.push(step);
                step.open(rooms);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Closes what was begun, the last first; a second time there is nothing left to close. */
    void close() {
        while (!begun.isEmpty()) {
            Step<?> step = begun.pop();
            try {
                step.close(rooms);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> step.room().getSimpleName() + " did not close; the others go on");
            }
        }
    }
}
