package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Sha256;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.BagId;
import org.guixue.archive.Retention;
import org.guixue.audit.PaperTrail;
import org.guixue.catalogue.ArchivalCounter;
import org.guixue.form.Form;
import org.guixue.instrument.Approved;
import org.guixue.instrument.FrozenPaper;
import org.guixue.instrument.FrozenTemplate;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.RecordFacts;
import org.guixue.instrument.RecordFacts.Account;
import org.guixue.instrument.RecordFacts.FormThen;
import org.guixue.instrument.RecordFacts.OfficeThen;
import org.guixue.instrument.RecordFacts.SubjectThen;
import org.guixue.instrument.RecordJson;
import org.guixue.instrument.SerialNumber;
import org.guixue.instrument.ValuesJson;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Counters;
import org.guixue.store.Transactions;

/**
 * Step 1 of issuing, one transaction: both numbers from their locked counters, everything frozen, the idempotency row and
 * the audit event; and the approval, where the form asks for it. It commits whole or gives the numbers back. No number is
 * allotted anywhere else, so nothing is issued without the approval that its form asks for.
 */
@ApplicationScoped
public class Reserving {
    private static final int TOKEN_BYTES = 16;

    private final EntityManager database;
    private final Transactions transactions;
    private final Counters counters;
    private final Instruments instruments;
    private final Offices offices;
    private final Predecessors predecessors;
    private final PaperTrail trail;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public Reserving(
            EntityManager database,
            Transactions transactions,
            Counters counters,
            Instruments instruments,
            Offices offices,
            Predecessors predecessors,
            PaperTrail trail,
            Clock clock,
            SecureRandom random) {
        this.database = database;
        this.transactions = transactions;
        this.counters = counters;
        this.instruments = instruments;
        this.offices = offices;
        this.predecessors = predecessors;
        this.trail = trail;
        this.clock = clock;
        this.random = random;
    }

    /** @throws org.guixue.Conflict where the form asks for an approval and there is none of exactly this */
    public long reserve(
            Checked checked, Optional<Approval> approval, Optional<String> idempotencyKey, Sha256 orderDigest) {
        return transactions.run(() -> reserveOnce(checked, approval, idempotencyKey, orderDigest));
    }

    private long reserveOnce(
            Checked checked, Optional<Approval> approval, Optional<String> idempotencyKey, Sha256 orderDigest) {
        Instant now = clock.instant();
        LocalDate issuedOn = LocalDate.now(clock);
        Form form = checked.form();
        refuseUnapproved(form, approval);
        checked.replaces().flatMap(old -> instruments.find(old.id())).ifPresent(predecessors::hold);
        Optional<Approved> approved = approval.map(given -> given.confirm(checked.presented(), now));
        instruments.freeze(FrozenTemplate.of(form.digest(), form.id(), form.version(), form.template()));
        SerialNumber serial = nextSerial(form, checked.issuer(), issuedOn.getYear());
        ArchivalNumber archivalNumber = nextArchival(form, checked.issuer(), issuedOn.getYear());
        byte[] valuesJson = ValuesJson.write(checked.values());
        RecordFacts facts = new RecordFacts(
                archivalNumber,
                serial,
                form.title(),
                form.words(),
                form.kind(),
                new FormThen(form.id(), form.version(), form.digest()),
                OfficeThen.of(checked.issuer()),
                issuedOn,
                now,
                new Account(checked.caller().account(), checked.caller().displayName()),
                approved,
                SubjectThen.of(checked.subject()),
                form.retention(),
                checked.sensitive(),
                token(),
                Sha256.of(valuesJson),
                checked.photos(),
                checked.replaces().map(old -> new RecordFacts.Predecessor(old.archivalNumber(), old.serial())));
        Instrument instrument = new Instrument(
                new FrozenPaper(facts, checked.subject(), checked.issuer(), valuesJson, RecordJson.write(facts)));
        instruments.add(instrument);
        offices.issued(checked.issuer());
        idempotencyKey.ifPresent(key -> database.persist(new IdempotentRequest(
                new IdempotentRequest.Key(checked.caller().account(), key), orderDigest, instrument.id(), now)));
        approval.ifPresent(given -> given.issued(instrument));
        trail.reserved(
                approval.map(Approval::approver).orElse(checked.caller()),
                instrument.id(),
                instrument.childId(),
                archivalNumber.toString());
        return instrument.id();
    }

    static void refuseUnapproved(Form form, Optional<Approval> approval) {
        if (form.approval() && approval.isEmpty()) {
            throw new Conflict("《%s》须经本单位审批后才能签发，不能直接签发；请提交审批，审批同意后系统立即编号盖章".formatted(form.title()));
        }
    }

    /** What the key was used for before. */
    @Transactional
    public Optional<IdempotentRequest> earlier(long account, String key) {
        return Optional.ofNullable(database.find(IdempotentRequest.class, new IdempotentRequest.Key(account, key)));
    }

    private SerialNumber nextSerial(Form form, Office issuer, int year) {
        long number = counters.next(SerialNumber.seriesKey(issuer.id(), form.series(), year));
        return SerialNumber.of(form.serial(), issuer.id(), issuer.mark(), form.series(), year, number);
    }

    private ArchivalNumber nextArchival(Form form, Office issuer, int year) {
        ArchivalCounter counter =
                new ArchivalCounter(new BagId(issuer.fonds(), year, Retention.valueOf(form.retention())));
        return counter.number(ArchivalCounter.PAPERS, counters.next(counter.key()));
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
