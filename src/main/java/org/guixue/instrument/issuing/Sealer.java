package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.Sha256;
import org.guixue.archive.Accession;
import org.guixue.archive.Accessioned;
import org.guixue.archive.Archive;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.RecordJson;
import org.guixue.rendering.PageCount;
import org.guixue.signing.KeySafe;
import org.guixue.signing.SignatureCheck;
import org.guixue.store.Transactions;

/**
 * Step 2 of issuing, without a transaction and under a lease: look first; adopt a file that already lies at the final path
 * and is exactly this paper; otherwise render, sign and hand to the archive. Step 3, confirming, follows at once. What fails
 * is tried again by {@link SealingWorker}.
 */
@ApplicationScoped
public class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int LONGEST_WAIT_DOUBLINGS = 8;

    private final String self = UUID.randomUUID().toString();

    private final KeySafe safe;
    private final Archive archive;
    private final Transactions transactions;
    private final Instruments instruments;
    private final PaperMaking papers;
    private final Confirming confirming;
    private final Clock clock;

    @Inject
    public Sealer(
            KeySafe safe,
            Archive archive,
            Transactions transactions,
            Instruments instruments,
            PaperMaking papers,
            Confirming confirming,
            Clock clock) {
        this.safe = safe;
        this.archive = archive;
        this.transactions = transactions;
        this.instruments = instruments;
        this.papers = papers;
        this.confirming = confirming;
        this.clock = clock;
    }

    /** True when the paper is sealed, archived and confirmed; false when it stays reserved and will be tried again. */
    public boolean seal(long id) {
        Instant now = clock.instant();
        if (!lease(id, now)) {
            return instruments.find(id).filter(Instrument::sealed).isPresent();
        }
        Instrument instrument = instruments.find(id).orElseThrow();
        try {
            Archived archived = adopt(instrument).orElseGet(() -> make(instrument));
            confirming.confirm(id, archived.accessioned(), archived.pages());
            return true;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "sealing of " + instrument.archivalNumber() + " failed and will be retried");
            postpone(instrument, String.valueOf(e.getMessage()), now);
            return false;
        }
    }

    /** Where not even that can be written, the lease lapses and the paper is as due as it was. */
    private void postpone(Instrument instrument, String fault, Instant now) {
        try {
            confirming.postpone(instrument.id(), fault, now.plus(wait(instrument.attempts())));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the failure of " + instrument.archivalNumber() + " could not be noted");
        }
    }

    private record Archived(Accessioned accessioned, int pages) {}

    /** Whoever does not get it leaves the paper to {@link SealingWorker}: it has its number and is no error any more. */
    private boolean lease(long id, Instant now) {
        try {
            return transactions.runApart(() -> instruments.lease(id, self, now, now.plus(LEASE)));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "instrument " + id + " could not be leased and will be sealed later");
            return false;
        }
    }

    private static Duration wait(int attempts) {
        return FIRST_WAIT.multipliedBy(1L << Math.min(attempts, LONGEST_WAIT_DOUBLINGS));
    }

    /**
     * The file that a try before this one left at the final path, where it is exactly this paper. What that try rendered is
     * forgotten, so the pages are read back from the file.
     */
    private Optional<Archived> adopt(Instrument instrument) {
        Optional<byte[]> file = archive.lying(instrument.archivalNumber());
        if (file.isPresent() && !isThisPaper(instrument, file.get())) {
            archive.quarantine(instrument.archivalNumber());
            LOG.severe(() -> "ALARM: a file that is not " + instrument.archivalNumber()
                    + " lay at its place; it was moved to quarantine");
            return Optional.empty();
        }
        return file.map(bytes -> new Archived(
                archive.accession(instrument.archivalNumber(), bytes, facts(instrument, bytes)), PageCount.of(bytes)));
    }

    private boolean isThisPaper(Instrument instrument, byte[] file) {
        return safe.signatures()
                .embedded(file, RecordJson.FILE, clock.instant())
                .filter(record -> Arrays.equals(record, instrument.recordJson()))
                .isPresent();
    }

    private Archived make(Instrument instrument) {
        PaperMaking.Sealed sealed = papers.seal(instrument);
        Accessioned accessioned =
                archive.accession(instrument.archivalNumber(), sealed.file(), facts(instrument, sealed.file()));
        return new Archived(accessioned, sealed.pages());
    }

    /** The certificate is the file's own: the office may have got another one since it was sealed. */
    private static Accession facts(Instrument instrument, byte[] file) {
        try {
            byte[] certificate = SignatureCheck.signer(file)
                    .orElseThrow(() -> new IllegalStateException("a file that was sealed bears one seal"))
                    .getEncoded();
            return new Accession(Sha256.of(certificate), instrument.issuedBy());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
