package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.archive.Act;
import org.guixue.archive.Archive;
import org.guixue.archive.Damaged;
import org.guixue.archive.Event;
import org.guixue.archive.RegisterHead;
import org.guixue.audit.PaperTrail;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;
import org.guixue.store.Transactions;

/**
 * Takes an instrument back. Its file stays in the archive, its number is never used again; the register has the act, the
 * database the reason. A reserved one is cancelled by a bureau alone, and only while it has no file.
 */
@ApplicationScoped
public class Voiding {
    private final Transactions transactions;
    private final Instruments instruments;
    private final Archive archive;
    private final RegisterHeads heads;
    private final Outbox outbox;
    private final PaperTrail trail;
    private final PapersInCase inCase;
    private final Clock clock;

    @Inject
    public Voiding(
            Transactions transactions,
            Instruments instruments,
            Archive archive,
            RegisterHeads heads,
            Outbox outbox,
            PaperTrail trail,
            PapersInCase inCase,
            Clock clock) {
        this.transactions = transactions;
        this.instruments = instruments;
        this.archive = archive;
        this.heads = heads;
        this.outbox = outbox;
        this.trail = trail;
        this.inCase = inCase;
        this.clock = clock;
    }

    /** Whether the caller's role and office permit it, and the state. */
    public boolean mayVoid(Caller caller, Instrument instrument) {
        return instrument.state() != InstrumentState.VOID
                && isEntitled(caller, instrument)
                && (instrument.state() != InstrumentState.RESERVED || caller.role() == Role.BUREAU);
    }

    private static boolean isEntitled(Caller caller, Instrument instrument) {
        return caller.role() == Role.BUREAU
                || (caller.role() != Role.INSPECTOR && instrument.issuer().id() == caller.office());
    }

    /** Refuses who is neither of the issuer nor of the bureau, before anything is asked of them. */
    public void refuseOthers(Caller caller, Instrument instrument) {
        if (!isEntitled(caller, instrument)) {
            throw new Forbidden("只有签发单位或教育局可以作废该文书");
        }
    }

    public Instrument voidWith(Caller caller, long id, String reason) {
        AtomicReference<RegisterHead> appended = new AtomicReference<>();
        return transactions.run(() -> voidOnce(caller, id, reason, appended));
    }

    /** @param appended what a try before this one wrote in the register, which nothing takes back */
    private Instrument voidOnce(Caller caller, long id, String reason, AtomicReference<RegisterHead> appended) {
        Instrument instrument = instruments.find(id, caller.scope()).orElseThrow(() -> new NotFound("文书"));
        boolean bureau = caller.role() == Role.BUREAU;
        refuseOthers(caller, instrument);
        if (reason.isBlank() || reason.length() > 2000) {
            throw new ValuesRefused("reason", "请写明作废原因，最多2000个字");
        }
        Act act = instrument.state() == InstrumentState.RESERVED ? Act.CANCELLATION : Act.VOID;
        if (act == Act.CANCELLATION && !bureau) {
            throw new Conflict("该文书正在签发，尚不能作废；如需取消请联系教育局");
        }
        instrument.voidWith(reason.strip(), caller.displayName(), clock.instant());
        trail.voided(caller, id, instrument.childId(), reason.strip());
        heads.hold(instrument.archivalNumber().bag().name());
        instruments.settle();
        if (appended.get() == null) {
            appended.set(entered(instrument, Event.of(act, caller.account(), "OTHER")));
        }
        heads.remember(appended.get());
        outbox.put(OutboxRow.Kind.INSTRUMENT, id);
        inCase.voided(caller, instrument, reason.strip());
        return instrument;
    }

    private RegisterHead entered(Instrument instrument, Event event) {
        try {
            return archive.append(instrument.archivalNumber(), event);
        } catch (Damaged e) {
            throw new Conflict("归档登记簿已损坏，不能登记作废；没有做任何改动，请管理员从备份恢复后再办", e);
        }
    }
}
