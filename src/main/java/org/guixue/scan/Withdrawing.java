package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.archive.Act;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.Event;
import org.guixue.audit.PaperTrail;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.delivery.Deliveries;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;
import org.guixue.store.Transactions;

/**
 * Takes back that a returned copy is a paper's, where it was filed by mistake. Its file stays in the archive, with a line of
 * the register; it is bound no more, and the sheet may be filed where it belongs.
 */
@ApplicationScoped
public class Withdrawing {
    private static final int LONGEST_REASON = 200;

    private final Transactions transactions;
    private final Piles piles;
    private final ReturnedCopies copies;
    private final Instruments instruments;
    private final Deliveries deliveries;
    private final Archive archive;
    private final RegisterHeads heads;
    private final SoundRegisters registers;
    private final Outbox outbox;
    private final PaperTrail trail;
    private final Clock clock;

    @Inject
    public Withdrawing(
            Transactions transactions,
            Piles piles,
            ReturnedCopies copies,
            Instruments instruments,
            Deliveries deliveries,
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
        this.deliveries = deliveries;
        this.archive = archive;
        this.heads = heads;
        this.registers = registers;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The copy, withdrawn.
     *
     * @throws ValuesRefused where no reason is given
     * @throws Conflict where it was withdrawn before
     */
    public ReturnedCopy withdraw(Caller caller, long instrument, int n, String reason) {
        Receiving.refuseInspector(caller);
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new ValuesRefused("reason", "请写明为什么撤出，最多%d个字".formatted(LONGEST_REASON));
        }
        registers.expect();
        return transactions.run(() -> withdrawOnce(caller, instrument, n, reason.strip()));
    }

    private ReturnedCopy withdrawOnce(Caller caller, long instrument, int n, String reason) {
        Instrument paper = instruments.find(instrument, caller.scope()).orElseThrow(() -> new NotFound("文书"));
        instruments.hold(paper);
        ReturnedCopy copy = copies.find(paper, n).orElseThrow(() -> new NotFound("回收件"));
        if (copy.withdrawn()) {
            throw new Conflict("这份回收件已经撤出，不用再撤");
        }
        enter(caller, paper.archivalNumber(), n);
        copy.withdraw(reason, caller.displayName());
        piles.filedAs(paper.id(), n)
                .forEach(sheet -> sheet.discard("归错撤出：" + reason, caller.displayName(), clock.instant()));
        if (copies.of(paper).stream().allMatch(ReturnedCopy::withdrawn)) {
            paper.isStillOut(deliveries.of(paper).stream()
                    .anyMatch(each -> each.outcome().arrived()));
        }
        trail.withdrew(caller, paper.id(), paper.childId(), n, reason);
        outbox.put(OutboxRow.Kind.INSTRUMENT, paper.id());
        return copy;
    }

    private void enter(Caller caller, ArchivalNumber number, int n) {
        heads.hold(number.bag().name());
        if (!archive.history(number).withdrawnScans().contains(n)) {
            heads.remember(archive.append(
                    number, new Event(Act.WITHDRAWAL, caller.account(), Map.of("scan", Integer.toString(n)))));
        }
    }
}
