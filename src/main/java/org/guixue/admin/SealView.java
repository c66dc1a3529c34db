package org.guixue.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.instrument.SealKeys;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.signing.KeySafe;

/** What a page says of an office's seal key: its certificate, how long it holds, whether something is to be done. */
@ApplicationScoped
public class SealView {
    /** Time enough to make a new key before nothing can be sealed any more. */
    static final Period SOON = Period.ofDays(90);

    private final KeySafe safe;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public SealView(KeySafe safe, Offices offices, Clock clock) {
        this.safe = safe;
        this.offices = offices;
        this.clock = clock;
    }

    /** A certificate in the words of a page. */
    public record Line(String number, String name, LocalDate from, LocalDate until, String fingerprint) {}

    /** An office's seal; without a line it has no key. */
    public record Seal(long office, String name, String code, boolean closed, Optional<Line> line, State state) {}

    /** Whether it seals. */
    public enum State {
        GOOD("有效", "done"),
        SOON("即将到期", "soon"),
        EXPIRED("已过期", "late"),
        REVOKED("已撤销", "late"),
        NONE("没有密钥", "late");

        private final String label;
        private final String tone;

        State(String label, String tone) {
            this.label = label;
            this.tone = tone;
        }

        public String label() {
            return label;
        }

        public String tone() {
            return tone;
        }
    }

    /** Of the offices that still issue, how many need a new key soon or now. */
    public long due(Caller caller) {
        return offices.within(caller.scope()).stream()
                .filter(office -> !office.closed())
                .map(this::of)
                .filter(seal -> seal.state() != State.GOOD)
                .count();
    }

    public Seal of(Office office) {
        Optional<X509Certificate> present = safe.keys().flatMap(keys -> keys.certificate(office.code()));
        Optional<Line> line = present.map(this::line);
        LocalDate today = LocalDate.now(clock);
        boolean revoked = present.flatMap(safe::revokedAt).isPresent();
        State state = revoked
                ? State.REVOKED
                : line.map(known -> known.until().isBefore(today)
                                ? State.EXPIRED
                                : known.until().isBefore(today.plus(SOON)) ? State.SOON : State.GOOD)
                        .orElse(State.NONE);
        return new Seal(office.id(), office.name(), office.code(), office.closed(), line, state);
    }

    Line line(X509Certificate certificate) {
        try {
            return new Line(
                    SealKeys.number(certificate),
                    certificate.getSubjectX500Principal().getName().replaceFirst("^.*CN=([^,]+).*$", "$1"),
                    LocalDate.ofInstant(certificate.getNotBefore().toInstant(), clock.getZone()),
                    LocalDate.ofInstant(certificate.getNotAfter().toInstant(), clock.getZone()),
                    Sha256.of(certificate.getEncoded()).hex().replaceAll("(.{4})(?!$)", "$1 "));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** All offices of the scope, those that need something first. */
    public List<Seal> all(Caller caller) {
        return offices.within(caller.scope()).stream()
                .map(this::of)
                .sorted(java.util.Comparator.comparing(Seal::closed).thenComparing(seal -> seal.state() == State.GOOD))
                .toList();
    }
}
