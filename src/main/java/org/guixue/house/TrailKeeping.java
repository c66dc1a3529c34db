package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.archive.Archive;
import org.guixue.archive.RegisterHead;
import org.guixue.audit.AuditHead;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.Chainer;

/**
 * Keeps the audit trail: every second the reads are stored and new events are chained; once a day and at a clean shutdown the
 * heads of the trail and of all registers go into the archive, so that a rewritten database or a shortened register shows;
 * once a day the bags of years that are over are closed.
 */
@ApplicationScoped
public class TrailKeeping {
    private static final Logger LOG = Logger.getLogger(TrailKeeping.class.getName());
    private static final int FULL_PAGE = 500;

    private final AuditTrail trail;
    private final Chainer chainer;
    private final Archive archive;
    private final YearClosing years;
    private final Clock clock;

    private LocalDate headsOf = LocalDate.EPOCH;
    private boolean ended;

    @Inject
    public TrailKeeping(AuditTrail trail, Chainer chainer, Archive archive, YearClosing years, Clock clock) {
        this.trail = trail;
        this.chainer = chainer;
        this.archive = archive;
        this.years = years;
        this.clock = clock;
    }

    /** The last reads are stored and chained and their head is in the archive before the database closes. */
    public synchronized void end() {
        ended = true;
        try {
            chainAll();
            writeHeads(LocalDate.now(clock));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the end of the audit trail was not chained; the next start does it", e);
        }
    }

    public synchronized void round() {
        if (ended) {
            return;
        }
        try {
            chainAll();
            LocalDate today = LocalDate.now(clock);
            if (!today.equals(headsOf)) {
                writeHeads(today);
                headsOf = today;
                years.close(today);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the audit trail was not chained; the next round comes in a second", e);
        }
    }

    private void chainAll() {
        trail.flush();
        while (chainer.chain() == FULL_PAGE) {
            LOG.fine("a full page of events was chained; more follow");
        }
    }

    private void writeHeads(LocalDate day) {
        AuditHead head = chainer.head();
        archive.writeHeads(day, new RegisterHead(Archive.AUDIT, head.length(), head.head()));
    }
}
