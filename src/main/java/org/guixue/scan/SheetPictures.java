package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.audit.PaperTrail;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.store.Transactions;

/** Pictures of sheets that are not settled: for those of the pile's own part of the office tree, and on record. */
@ApplicationScoped
public class SheetPictures {
    private final Transactions transactions;
    private final Piles piles;
    private final Instruments instruments;
    private final PileStaging staging;
    private final PaperTrail trail;

    @Inject
    public SheetPictures(
            Transactions transactions, Piles piles, Instruments instruments, PileStaging staging, PaperTrail trail) {
        this.transactions = transactions;
        this.piles = piles;
        this.instruments = instruments;
        this.staging = staging;
        this.trail = trail;
    }

    /** Upright, as it would be filed; JPEG. */
    byte[] picture(Caller caller, long pile, int n) {
        Optional<Instrument> paper = transactions.run(() -> {
            PileSheet sheet = piles.find(pile, caller.scope())
                    .flatMap(found -> piles.sheet(found.id(), n))
                    .orElseThrow(() -> new NotFound("扫描页"));
            return sheet.instrument().flatMap(instruments::find);
        });
        if (paper.filter(Instrument::sensitive).isPresent() && !caller.mayReadSensitive()) {
            throw new Forbidden("该文书含健康或残疾信息，另册保管；需要查阅请向教育局申请授权");
        }
        if (!staging.hasPicture(pile, n)) {
            throw new NotFound("扫描页的图像（已经归入，或者读不出来）");
        }
        trail.sawSheet(caller, pile, n);
        return staging.picture(pile, n);
    }
}
