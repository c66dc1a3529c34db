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
import org.guixue.instrument.Premises;
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

    @Inject
    private Transactions transactions;

    @Inject
    private Premises premises;

    @Inject
    private Instruments instruments;

    @Inject
    private PaperMaking papers;

    @Inject
    private Confirming confirming;

    @Inject
    private Clock clock;

    /** True when the paper is sealed, archived and confirmed; false when it stays reserved and will be tried again. */
    public boolean seal(long id) {
        Instant now = clock.instant();
        if (!lease(id, now)) {
            return instruments.find(id).filter(Instrument::sealed).isPresent();
        }
        Instrument instrument = instruments.find(id).orElseThrow();
        try {
            Accessioned accessioned = adopt(instrument).orElseGet(() -> make(instrument));
            confirming.confirm(
                    id,
                    accessioned,
                    papers.pages(premises.archive().read(instrument.archivalNumber(), accessioned.sha256())));
            return true;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "sealing of " + instrument.archivalNumber() + " failed and will be retried");
            confirming.postpone(id, String.valueOf(e.getMessage()), now.plus(wait(instrument.attempts())));
            return false;
        }
    }

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

    /** The file that a try before this one left at the final path, where it is exactly this paper. */
    private Optional<Accessioned> adopt(Instrument instrument) {
        Archive archive = premises.archive();
        Optional<byte[]> file = archive.lying(instrument.archivalNumber());
        if (file.isPresent() && !isThisPaper(instrument, file.get())) {
            archive.quarantine(instrument.archivalNumber());
            LOG.severe(() -> "ALARM: a file that is not " + instrument.archivalNumber()
                    + " lay at its place; it was moved to quarantine");
            return Optional.empty();
        }
        return file.map(bytes -> archive.accession(instrument.archivalNumber(), bytes, facts(instrument)));
    }

    private boolean isThisPaper(Instrument instrument, byte[] file) {
        return premises.signatures().check(file).passed()
                && premises.signatures()
                        .embedded(file, PaperMaking.RECORD_JSON)
                        .filter(record -> Arrays.equals(record, instrument.recordJson()))
                        .isPresent();
    }

    private Accessioned make(Instrument instrument) {
        byte[] sealed = papers.seal(instrument);
        return premises.archive().accession(instrument.archivalNumber(), sealed, facts(instrument));
    }

    private Accession facts(Instrument instrument) {
        try {
            byte[] certificate = premises.key(instrument.issuer()).certificate().getEncoded();
            return new Accession(Sha256.of(certificate), instrument.issuedBy());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
