package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Retention;
import org.guixue.audit.PaperTrail;
import org.guixue.form.Form;
import org.guixue.instrument.Approved;
import org.guixue.instrument.FrozenPaper;
import org.guixue.instrument.FrozenTemplate;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.SerialNumber;
import org.guixue.instrument.ValuesJson;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.sheet.Approval;
import org.guixue.sheet.Submission;
import org.guixue.sheet.Submissions;
import org.guixue.store.Counters;
import org.guixue.store.Transactions;

/**
 * Step 1 of issuing, one transaction: both numbers from their locked counters, everything frozen, the idempotency row and
 * the audit event; and the approval, where the form asks for it. It commits whole or gives the numbers back. No number is
 * allotted anywhere else, so nothing is issued without the approval that its form asks for.
 */
@ApplicationScoped
public class Reserving {
    /** 文书, the only class of records so far. */
    static final String RECORD_CLASS = "WS";

    private static final int TOKEN_BYTES = 16;

    @PersistenceContext(unitName = "guixue")
    private EntityManager database;

    @Inject
    private Transactions transactions;

    @Inject
    private Counters counters;

    @Inject
    private Instruments instruments;

    @Inject
    private Offices offices;

    @Inject
    private Submissions submissions;

    @Inject
    private PaperTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

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
        Optional<Approved> approved = approval.map(given -> approved(given, checked, now));
        instruments.freeze(FrozenTemplate.of(form.digest(), form.id(), form.version(), form.template()));
        SerialNumber serial = nextSerial(form, checked.issuer(), issuedOn.getYear());
        ArchivalNumber archivalNumber = nextArchival(form, checked.issuer(), issuedOn.getYear());
        String token = token();
        byte[] valuesJson = ValuesJson.write(checked.values());
        byte[] recordJson =
                RecordJson.write(checked, serial, archivalNumber, issuedOn, now, approved, token, valuesJson);
        Instrument instrument = new Instrument(
                new FrozenPaper(
                        form.id(),
                        form.version(),
                        form.digest(),
                        form.title(),
                        form.kind(),
                        checked.subject(),
                        checked.issuer(),
                        serial,
                        archivalNumber,
                        issuedOn,
                        checked.caller().account(),
                        checked.caller().displayName(),
                        approved,
                        token,
                        valuesJson,
                        recordJson,
                        checked.sensitive()),
                now);
        instruments.add(instrument);
        offices.issued(checked.issuer());
        idempotencyKey.ifPresent(key -> database.persist(new IdempotentRequest(
                new IdempotentRequest.Key(checked.caller().account(), key), orderDigest, instrument.id(), now)));
        approval.ifPresent(given -> approve(given, instrument));
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

    private Approved approved(Approval approval, Checked checked, Instant now) {
        Caller approver = approval.approver();
        Submission handed = submissions.approvable(
                approver, approval.draft(), checked.presented().digest());
        return new Approved(approver.account(), approver.displayName(), now, handed.submittedAt());
    }

    private void approve(Approval approval, Instrument instrument) {
        submissions.approve(approval.approver(), approval.draft(), instrument);
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
        Retention retention = Retention.valueOf(form.retention());
        long item = counters.next(archivalKey(issuer.fonds(), year, retention));
        return new ArchivalNumber(issuer.fonds(), RECORD_CLASS, year, retention, Math.toIntExact(item));
    }

    static String archivalKey(String fonds, int year, Retention retention) {
        return "archival:" + fonds + ":" + RECORD_CLASS + ":" + year + ":" + retention;
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
