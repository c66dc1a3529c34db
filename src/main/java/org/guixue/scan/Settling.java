package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.PaperTrail;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.store.Transactions;

/** Settles by hand what waits in the tray: a sheet goes to a paper, or is kept nowhere for a reason that is kept. */
@ApplicationScoped
public class Settling {
    private static final int LONGEST_REASON = 200;

    private final Transactions transactions;
    private final Piles piles;
    private final ReturnedCopies copies;
    private final Instruments instruments;
    private final FilingCopies filing;
    private final PileStaging staging;
    private final PaperTrail trail;
    private final Clock clock;

    @Inject
    public Settling(
            Transactions transactions,
            Piles piles,
            ReturnedCopies copies,
            Instruments instruments,
            FilingCopies filing,
            PileStaging staging,
            PaperTrail trail,
            Clock clock) {
        this.transactions = transactions;
        this.piles = piles;
        this.copies = copies;
        this.instruments = instruments;
        this.filing = filing;
        this.staging = staging;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Conflict where somebody has settled it already, or the paper is not sealed yet */
    public ReturnedCopy file(Caller caller, long pile, int n, long instrument) {
        Receiving.refuseInspector(caller);
        List<Integer> sheets = transactions.run(() -> {
            PileSheet sheet = waiting(caller, pile, n);
            Instrument paper = instruments
                    .find(instrument, caller.scope())
                    .orElseThrow(() -> new ValuesRefused("instrument", "没有这份文书，或者它不在您的范围内"));
            if (paper.sensitive() && !caller.mayReadSensitive()) {
                throw new Forbidden("该文书含健康或残疾信息，另册保管；请由有授权的人归入");
            }
            if (sheet.setback().equals(Optional.of(Setback.ORIGINAL))) {
                throw new Conflict(Setback.ORIGINAL.label() + "，不能归入");
            }
            if (paper.state() == InstrumentState.VOID) {
                throw new Conflict("《%s》%s已经作废，不能再归入回收件".formatted(paper.title(), paper.serial()));
            }
            if (!paper.sealed()) {
                throw new Conflict("《%s》%s还在盖章归档，请稍候再归入".formatted(paper.title(), paper.serial()));
            }
            return ofOneFile(pile, sheet);
        });
        ReturnedCopy copy = filing.file(caller, pile, instrument, sheets);
        filing.conclude(pile);
        return copy;
    }

    /** The sheet alone, or all of a signed file, which is kept whole. */
    private List<Integer> ofOneFile(long pile, PileSheet sheet) {
        boolean signed = piles.files(pile).stream().anyMatch(file -> file.n() == sheet.file() && file.signed());
        if (!signed && !staging.hasPicture(pile, sheet.n())) {
            throw new Conflict("这一页读不出来，不能归入；请重新扫描这一页");
        }
        return !signed
                ? List.of(sheet.n())
                : piles.sheets(pile).stream()
                        .filter(other -> other.file() == sheet.file() && other.open())
                        .map(PileSheet::n)
                        .toList();
    }

    public void discard(Caller caller, long pile, int n, String reason) {
        Receiving.refuseInspector(caller);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ValuesRefused("discard", "请写明为什么不归入，最多%d个字".formatted(LONGEST_REASON));
        }
        transactions.perform(() -> {
            waiting(caller, pile, n).discard(reason.strip(), caller.displayName(), clock.instant());
            trail.discarded(caller, pile, n, reason.strip());
        });
        filing.conclude(pile);
    }

    /** All empty sides of the tray; how many there were. */
    public int discardBlanks(Caller caller, long pile) {
        Receiving.refuseInspector(caller);
        List<Integer> blanks = transactions.run(() -> {
            ScanPile found = piles.find(pile, caller.scope()).orElseThrow(() -> new NotFound("扫描件"));
            return piles.sheets(found.id()).stream()
                    .filter(sheet -> sheet.state() == SheetState.WAITING && sheet.blank())
                    .map(PileSheet::n)
                    .toList();
        });
        blanks.forEach(n -> discard(caller, pile, n, "空白页"));
        return blanks.size();
    }

    /** What somebody sees who looks the returned copy through. */
    public void look(Caller caller, long instrument, int n, Signatures seen) {
        Receiving.refuseInspector(caller);
        transactions.perform(() -> {
            Instrument paper = instruments.find(instrument, caller.scope()).orElseThrow(() -> new NotFound("文书"));
            ReturnedCopy copy = copies.find(paper, n).orElseThrow(() -> new NotFound("回收件"));
            copy.looked(seen);
            trail.lookedThrough(caller, paper.id(), paper.childId(), n, seen.name());
        });
    }

    private PileSheet waiting(Caller caller, long pile, int n) {
        ScanPile found = piles.find(pile, caller.scope()).orElseThrow(() -> new NotFound("扫描件"));
        piles.hold(found.id());
        PileSheet sheet = piles.sheet(pile, n).orElseThrow(() -> new NotFound("扫描页"));
        if (!sheet.inHand()) {
            throw sheet.open() ? new Conflict("这一页还在识别，请稍候") : sheet.settledMeanwhile();
        }
        return sheet;
    }
}
