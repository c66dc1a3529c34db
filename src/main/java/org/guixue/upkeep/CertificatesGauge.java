package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.signing.Anchor;
import org.guixue.signing.KeySafe;

/** Whether the passphrase was given, and how long the offices' certificates and the authority's own hold. */
@ApplicationScoped
public class CertificatesGauge implements Gauge {
    private static final Duration SOON = Duration.ofDays(90);
    private static final int MOST_NAMED = 5;

    private final KeySafe safe;
    private final Offices offices;
    private final HomeFiles files;
    private final Clock clock;

    @Inject
    public CertificatesGauge(KeySafe safe, Offices offices, HomeFiles files, Clock clock) {
        this.safe = safe;
        this.offices = offices;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public List<Signal> read() {
        if (safe.keys().isEmpty()) {
            return List.of(Signal.of("passphrase", Urgency.ACT, "印章密钥的口令", "没有给出口令文件，不能签发和核验", "请在服务器上指定口令文件，再重新启动：")
                    .typing("deploy/setup --home " + files.root() + " --passphrase-file 口令文件"));
        }
        return List.of(Signal.fine("passphrase", "印章密钥的口令", "已给出"), certificates());
    }

    private Signal certificates() {
        try {
            return certificates(safe.anchor());
        } catch (UncheckedIOException e) {
            return Signal.of(
                    "certificates", Urgency.ACT, "印章证书", "本县签发机构的证书还没有，或读不出来", "请先设置对外网址和口令文件并重新启动；仍这样时请从备份恢复keys文件夹。");
        }
    }

    private Signal certificates(Anchor anchor) {
        Instant now = clock.instant();
        List<String> dead = new ArrayList<>();
        List<String> soon = new ArrayList<>();
        Instant first = anchor.certificate().getNotAfter().toInstant();
        int good = 0;
        for (Office office : offices.all()) {
            if (office.closed()) {
                continue;
            }
            Optional<X509Certificate> found = safe.keys().flatMap(keys -> keys.certificate(office.code()));
            Instant until = found.map(each -> each.getNotAfter().toInstant()).orElse(now);
            boolean revoked = found.flatMap(anchor::revokedAt).isPresent();
            first = found.isPresent() && !revoked && until.isBefore(first) ? until : first;
            if (revoked || !until.isAfter(now)) {
                dead.add(office.name() + (found.isEmpty() ? "：没有密钥" : revoked ? "：已撤销" : "：已过期"));
            } else if (until.isBefore(now.plus(SOON))) {
                soon.add(office.name() + "：" + LocalDate.ofInstant(until, clock.getZone()) + "到期");
            } else {
                good++;
            }
        }
        return signal(now, anchor, dead, soon, good)
                .with("expired", dead.size())
                .with("expiring", soon.size())
                .with("firstUntil", first);
    }

    private Signal signal(Instant now, Anchor anchor, List<String> dead, List<String> soon, int good) {
        Instant authority = anchor.certificate().getNotAfter().toInstant();
        if (authority.isBefore(now.plus(SOON))) {
            return Signal.of(
                    "certificates",
                    Urgency.ACT,
                    "印章证书",
                    "本县签发机构的证书%s到期".formatted(LocalDate.ofInstant(authority, clock.getZone())),
                    "到期后不能签发，请尽快联系维护人员更换。");
        }
        if (dead.isEmpty() && soon.isEmpty()) {
            return Signal.fine("certificates", "印章证书", "%d个单位的证书都在有效期内".formatted(good));
        }
        List<String> named = new ArrayList<>(dead);
        named.addAll(soon);
        return Signal.of(
                        "certificates",
                        dead.isEmpty() ? Urgency.WATCH : Urgency.ACT,
                        "印章证书",
                        "%d个单位不能用印，%d个单位90天内到期".formatted(dead.size(), soon.size()),
                        "请打开“印章”，为这些单位重新制作；不再用印的单位请撤销。")
                .at("/admin/seals")
                .naming(named.stream().limit(MOST_NAMED).toList());
    }
}
