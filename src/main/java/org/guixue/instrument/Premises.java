package org.guixue.instrument;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.guixue.Home;
import org.guixue.Refused;
import org.guixue.Started;
import org.guixue.Unavailable;
import org.guixue.archive.Archive;
import org.guixue.archive.Finding;
import org.guixue.archive.NoSpace;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.form.PackagedForms;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.office.Office;
import org.guixue.person.KnownCategories;
import org.guixue.rendering.Fonts;
import org.guixue.rendering.Renderer;
import org.guixue.rendering.SealDrawing;
import org.guixue.search.SearchIndex;
import org.guixue.signing.Anchor;
import org.guixue.signing.CertificateAuthority;
import org.guixue.signing.OfficeKey;
import org.guixue.signing.OfficeKeys;
import org.guixue.signing.Passphrase;
import org.guixue.signing.Sealing;
import org.guixue.signing.SignatureCheck;
import org.guixue.signing.TimestampAuthority;

/**
 * What the house works with while it is open: the archive, the index, the keys, the forms, the press. Opened in order at
 * the start, closed at the end. A register that is shorter than the database remembers closes the counter: nothing is
 * issued and nothing verified until somebody has looked.
 */
@ApplicationScoped
public class Premises {
    private static final Logger LOG = Logger.getLogger(Premises.class.getName());
    private static final Duration TIMESTAMP_TIMEOUT = Duration.ofSeconds(20);
    private static final long ROOM_FOR_ONE_PAPER = 64L << 20;

    @Inject
    private Installations installations;

    @Inject
    private RegisterHeads heads;

    @Inject
    private KnownCategories categories;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    private Archive archive;
    private SearchIndex index;
    private FormCatalog forms;
    private Fonts fonts;
    private SealDrawing sealDrawing;
    private Renderer renderer;
    private Sealing sealing;
    private Optional<Passphrase> passphrase = Optional.empty();
    private Optional<OfficeKeys> keys = Optional.empty();
    private List<Finding> damage = List.of();
    private boolean demo;

    void openArchive(@Observes @Priority(2000) Started started) {
        Home home = started.home();
        archive = Archive.open(home.records(), clock);
        archive.recovery().findings().forEach(finding -> LOG.warning(() -> "archive: " + finding));
        damage = archive.compare(heads.known());
        damage.forEach(finding -> LOG.severe(() -> "ALARM: " + finding + "; issuing and verifying are stopped"));
    }

    void openPress(@Observes @Priority(1000) Started started) {
        Home home = started.home();
        forms = FormCatalog.load(List.of(PackagedForms.root(), home.forms()));
        categories.learn(forms.jurisdictions().stream()
                .flatMap(jurisdiction -> jurisdiction.categories().stream())
                .map(Jurisdiction.Category::label)
                .toList());
        forms.faults().forEach(fault -> LOG.severe(() -> "表样有错，已跳过：" + fault));
        fonts = Fonts.with(home.fonts());
        fonts.refused().forEach((file, reason) -> LOG.severe(() -> "字体不能使用，已跳过：" + file + "：" + reason));
        sealDrawing = new SealDrawing(fonts);
        renderer = new Renderer(fonts, sealDrawing);
        sealing = new Sealing(setting("guixue.timestamp.url")
                .map(url -> new TimestampAuthority(URI.create(url), TIMESTAMP_TIMEOUT, random)));
        demo = installations.find().map(Installation::demo).orElseGet(() -> installations
                .begin(wantsDemo())
                .demo());
        passphrase = passphrase(home);
        keys = passphrase.map(known -> open(home.keys(), known));
    }

    void openIndex(@Observes @Priority(4000) Started started) {
        try {
            index = SearchIndex.open(
                    started.home().index(), installations.find().orElseThrow().indexKey(), forms::kindLabel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() {
        try {
            if (index != null) {
                index.close();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the index did not close; it is caught up at the next start", e);
        }
        if (archive != null) {
            archive.close();
        }
    }

    private static boolean wantsDemo() {
        return setting("guixue.demo").map(Boolean::valueOf).orElse(true);
    }

    /** The file that was named; a demo home makes its own, beside the home. */
    private Optional<Passphrase> passphrase(Home home) {
        try {
            Optional<Path> named = setting("guixue.key.passphrase.file").map(Path::of);
            if (named.isPresent() || !demo) {
                return named.isPresent() ? Optional.of(Passphrase.read(named.get(), home.root())) : Optional.empty();
            }
            Path own = home.root().resolveSibling(home.root().getFileName() + ".passphrase");
            if (Passphrase.make(own, random)) {
                LOG.warning(() -> "demo home: the passphrase of the seal keys was made and lies in " + own);
            }
            return Optional.of(Passphrase.read(own, home.root()));
        } catch (IOException e) {
            throw new UncheckedIOException("the passphrase of the seal keys cannot be read", e);
        }
    }

    private static OfficeKeys open(Path folder, Passphrase passphrase) {
        try {
            return OfficeKeys.open(folder, passphrase);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }

    /** Refuses to issue where the house cannot vouch for what it would issue. */
    public void refuseUnlessReady() {
        refuseWhenDamaged();
        if (archive.stopped()) {
            throw new Unavailable("归档因磁盘写入故障已停止，暂不能签发；已填内容不会丢失，请管理员检查磁盘并重新启动");
        }
        if (!demo && setting("guixue.public.url.given").isEmpty()) {
            throw new Unavailable("尚未设置对外网址（GUIXUE_PUBLIC_URL），二维码无从指向，暂不能签发；请管理员设置后重新启动");
        }
        try {
            archive.expectRoomFor(ROOM_FOR_ONE_PAPER);
        } catch (NoSpace e) {
            throw new Refused(Refused.Reason.NO_SPACE, "磁盘空间不足，暂不能签发；已填内容不会丢失，请管理员腾出空间后再签发", e);
        }
    }

    /** Refuses to issue or verify while a register is shorter than, or differs from, what the database remembers. */
    public void refuseWhenDamaged() {
        if (!damage.isEmpty()) {
            throw new Unavailable("归档登记簿与数据库记录不符，为防差错已暂停签发和核验；请管理员查看日志并核对备份");
        }
    }

    /** What the QR codes say. */
    public URI publicUrl() {
        return URI.create(setting("guixue.public.url").orElseThrow());
    }

    public boolean demo() {
        return demo;
    }

    @Produces
    @Dependent
    public Archive archive() {
        return archive;
    }

    @Produces
    @Dependent
    public SearchIndex index() {
        return index;
    }

    public FormCatalog forms() {
        return forms;
    }

    public Fonts fonts() {
        return fonts;
    }

    public SealDrawing sealDrawing() {
        return sealDrawing;
    }

    public Renderer renderer() {
        return renderer;
    }

    public Sealing sealing() {
        return sealing;
    }

    /**
     * The office's key.
     *
     * @throws org.guixue.signing.NoSealKey where it has none
     */
    public OfficeKey key(Office office) {
        return keys.orElseThrow(() -> new Unavailable("尚未设置印章密钥的口令文件")).key(office.code());
    }

    /** The county's own authority, for giving an office its certificate; nothing else needs its key. */
    public CertificateAuthority authority() {
        return new CertificateAuthority(
                keys.orElseThrow(() -> new Unavailable("尚未设置印章密钥的口令文件")).authorityFolder(),
                passphrase.orElseThrow(),
                publicUrl().resolve("/authority.crl").toString(),
                clock,
                random);
    }

    /** Checks seals of our authority. */
    public SignatureCheck signatures() {
        try {
            Path folder = keys.map(OfficeKeys::authorityFolder).orElseThrow(() -> new Unavailable("尚未设置印章密钥的口令文件"));
            return new SignatureCheck(Set.of(Anchor.read(folder).certificate()));
        } catch (IOException e) {
            throw new UncheckedIOException("the authority's certificate cannot be read", e);
        }
    }

    /** Empty outside a demo home until a passphrase file is named. */
    public Optional<OfficeKeys> keys() {
        return keys;
    }
}
