package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.Unavailable;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Office;
import org.guixue.office.OfficeNamed;
import org.guixue.office.Offices;
import org.guixue.office.OfficesNamed;
import org.guixue.rendering.PublicAddress;
import org.guixue.signing.CertificateAuthority;
import org.guixue.signing.KeySafe;
import org.guixue.signing.ListAddress;
import org.guixue.signing.OfficeKeys;
import org.guixue.store.Transactions;

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
    private final PublicAddress address;
    private final Transactions transactions;

    @Inject
    public SealKeys(
            KeySafe safe,
            Offices offices,
            HouseTrail trail,
            Event<OfficesNamed> later,
            PublicAddress address,
            Transactions transactions) {
        this.safe = safe;
        this.offices = offices;
        this.trail = trail;
        this.later = later;
        this.address = address;
        this.transactions = transactions;
    }

    /**
     * At a start, once the passphrase and the public address are known: offices without a key get theirs, and those whose
     * certificate names this machine's own address, where nobody finds the list of revoked ones, get a new one.
     */
    public void enrolAll() {
        if (!mayMake()) {
            return;
        }
        OfficeKeys keys = safe.keys().orElseThrow();
        List<Office> open =
                offices.all().stream().filter(office -> !office.closed()).toList();
        enrol(open.stream().filter(office -> keys.lacks(office.code())).toList());
        if (!ListAddress.isLoopback(address.url())) {
            List<Office> unreachable = open.stream()
                    .filter(office -> keys.has(office.code())
                            && keys.certificate(office.code())
                                    .filter(ListAddress::isLoopback)
                                    .isPresent())
                    .toList();
            unreachable.forEach(office -> transactions.perform(
                    () -> trail.onTheMachine(AuditSubject.of("seal", office.id()), "new key for the public address")));
            enrol(unreachable);
        }
    }

    /** Certificates name the public address, so none is made before that is known. */
    private boolean mayMake() {
        return safe.keys().isPresent() && address.chosen();
    }

    /** Whoever was founded, or bears a new name, gets a seal that says so, once that is written. */
    void enrolNamed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OfficeNamed named) {
        if (!mayMake()) {
            LOG.warning(
                    () -> "no seal key for office " + named.office().code()
                            + ": the passphrase file or the public address is not named; it is made at the start that names them");
            return;
        }
        enrol(List.of(named.office()));
    }

    /** Many at once get their seals behind the request, one after the other; until then they issue nothing. */
    void enrolLater(@Observes(during = TransactionPhase.AFTER_SUCCESS) OfficesNamed named) {
        later.fireAsync(named);
    }

    void enrolMany(@ObservesAsync OfficesNamed named) {
        if (mayMake()) {
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

    /**
     * From now on nothing is sealed with what the office has or had, on a bureau's word: a key was stolen or lost. Papers that
     * were in the register before stay what they are. Written to the trail before the list.
     */
    public synchronized void revoke(Caller caller, long id, String reason) {
        Office office = managed(caller, id);
        expect(reason, "请写明撤销密钥的原因，最多500个字");
        String number = safe.keys()
                .flatMap(keys -> keys.certificate(office.code()))
                .map(SealKeys::number)
                .orElseThrow(() -> new Conflict("“%s”没有密钥，无可撤销".formatted(office.name())));
        try {
            if (!safe.hasUnrevoked(office.code())) {
                throw new Conflict("“%s”的密钥已经撤销".formatted(office.name()));
            }
            record(caller, id, "key revoked", reason, number);
            safe.revoke(office.code());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of revoked certificates cannot be written", e);
        }
    }

    private Office managed(Caller caller, long id) {
        caller.expectBureau("管理印章");
        return offices.find(id, caller.scope()).orElseThrow(() -> new NotFound("单位"));
    }

    private static void expect(String reason, String unreasoned) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ValuesRefused("reason", unreasoned);
        }
    }

    /** A new key for one office, on a bureau's word. Written to the trail before the key is made. */
    public synchronized void renew(Caller caller, long id, String reason) {
        Office office = managed(caller, id);
        if (office.closed()) {
            throw new Conflict("“%s”已撤销，不再用印".formatted(office.name()));
        }
        expect(reason, "请写明重新制作的原因，最多500个字");
        if (!mayMake()) {
            throw new Unavailable("尚未设置印章密钥的口令文件或对外网址（GUIXUE_PUBLIC_URL），不能制作密钥；请管理员设置后重新启动");
        }
        String before = safe.keys()
                .flatMap(keys -> keys.certificate(office.code()))
                .map(SealKeys::number)
                .orElse("");
        record(caller, id, "new key", reason, before);
        enrol(List.of(office));
    }

    private void record(Caller caller, long office, String act, String reason, String certificate) {
        transactions.perform(() -> trail.administered(
                caller, "seal", office, act, reason.strip(), Map.of("certificate", certificate), Map.of()));
    }

    /** A certificate's serial number as people compare it: hexadecimal, without signs. */
    public static String number(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }
}
