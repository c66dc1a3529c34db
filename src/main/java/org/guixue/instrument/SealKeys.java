package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Office;
import org.guixue.office.OfficeNamed;
import org.guixue.office.Offices;
import org.guixue.office.OfficesNamed;
import org.guixue.signing.CertificateAuthority;
import org.guixue.signing.KeySafe;

/** Gives offices their seal keys, with certificates of the county's own authority, which is founded with the first. */
@ApplicationScoped
public class SealKeys {
    private static final Logger LOG = Logger.getLogger(SealKeys.class.getName());
    private static final int LONGEST_REASON = 500;
    private static final String AUTHORITY_NAME = "归学电子印章签发机构";

    private final KeySafe safe;
    private final Offices offices;
    private final HouseTrail trail;
    private final Event<OfficesNamed> later;

    @Inject
    public SealKeys(KeySafe safe, Offices offices, HouseTrail trail, Event<OfficesNamed> later) {
        this.safe = safe;
        this.offices = offices;
        this.trail = trail;
        this.later = later;
    }

    /** A home that has a passphrase and no authority yet: its first offices get their keys. */
    public void enrolTheFirst() {
        if (safe.keys().isPresent() && !safe.authority().exists()) {
            enrol(offices.all());
        }
    }

    /** Whoever was founded, or bears a new name, gets a seal that says so, once that is written. */
    void enrolNamed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OfficeNamed named) {
        if (safe.keys().isEmpty()) {
            LOG.warning(() -> "no seal key for office " + named.office().code() + ": no passphrase file is named");
            return;
        }
        enrol(List.of(named.office()));
    }

    /** Many at once get their seals behind the request, one after the other; until then they issue nothing. */
    void enrolLater(@Observes(during = TransactionPhase.AFTER_SUCCESS) OfficesNamed named) {
        later.fireAsync(named);
    }

    void enrolMany(@ObservesAsync OfficesNamed named) {
        if (safe.keys().isPresent()) {
            named.offices().forEach(office -> enrol(List.of(office)));
        }
    }

    /** Gives each a new key and certificate; the certificates that they had before stay for checking. */
    public synchronized void enrol(Collection<Office> offices) {
        CertificateAuthority authority = safe.authority();
        try {
            if (!authority.exists()) {
                authority.found(AUTHORITY_NAME);
            }
            for (Office office : offices) {
                safe.keys().orElseThrow().enrol(authority, office.code(), office.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the seal keys cannot be made", e);
        }
    }

    /** A new key for one office, on a bureau's word. Written to the trail before the key is made. */
    @Transactional
    public void renew(Caller caller, long id, String reason) {
        caller.expectBureau("管理印章");
        Office office = offices.find(id, caller.scope()).orElseThrow(() -> new NotFound("单位"));
        if (office.closed()) {
            throw new Conflict("“%s”已撤销，不再用印".formatted(office.name()));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ValuesRefused("reason", "请写明重新制作的原因，最多500个字");
        }
        String before = safe.keys()
                .flatMap(keys -> keys.certificate(office.code()))
                .map(SealKeys::number)
                .orElse("");
        trail.administered(caller, "seal", id, "new key", reason.strip(), Map.of("certificate", before), Map.of());
        enrol(List.of(office));
    }

    /** A certificate's serial number as people compare it: hexadecimal, without signs. */
    public static String number(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }
}
