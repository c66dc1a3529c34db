package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.logging.Logger;
import org.guixue.Home;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.rendering.PublicAddress;
import org.guixue.signing.KeySafe;
import org.guixue.signing.Passphrase;
import org.guixue.store.HouseClock;

/** Whether this is a demo home, decided once at its first start, and the seal keys with their passphrase. */
@ApplicationScoped
public class OpenKeys {
    private static final String FILE = "guixue.key.passphrase.file";
    private static final Logger LOG = Logger.getLogger(OpenKeys.class.getName());

    private final Home home;
    private final Settings settings;
    private final Installations installations;
    private final PublicAddress address;
    private final HouseClock clock;
    private final SecureRandom random;
    private final Handle<KeySafe> safe = new Handle<>();

    @Inject
    OpenKeys(
            Home home,
            Settings settings,
            Installations installations,
            PublicAddress address,
            HouseClock clock,
            SecureRandom random) {
        this.home = home;
        this.settings = settings;
        this.installations = installations;
        this.address = address;
        this.clock = clock;
        this.random = random;
    }

    void open() {
        Installation installation =
                installations.find().orElseGet(() -> installations.begin(wantsDemo(settings), clock.shift()));
        try {
            safe.open(KeySafe.open(home.keys(), passphrase(installation.demo()), address::url, clock, random));
        } catch (IOException e) {
            throw new UncheckedIOException("the seal keys or their passphrase cannot be read", e);
        }
        try {
            safe.get().tryKeys();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the passphrase in " + settings.find(FILE).orElse("the demo's own file")
                            + " opens no key of this home: name the file that they were made with",
                    e);
        }
    }

    static boolean wantsDemo(Settings settings) {
        return settings.find("guixue.demo").map(Boolean::valueOf).orElse(true);
    }

    /** The file that was named; a demo home makes its own, beside the home. */
    private Optional<Passphrase> passphrase(boolean demo) throws IOException {
        Optional<Path> named = settings.find(FILE).map(Path::of);
        if (named.isPresent()) {
            return Optional.of(Passphrase.read(named.get(), home.root()));
        }
        return demo ? Optional.of(ownPassphrase()) : Optional.empty();
    }

    private Passphrase ownPassphrase() throws IOException {
        Path own = home.root().resolveSibling(home.root().getFileName() + ".passphrase");
        if (Passphrase.make(own, random)) {
            LOG.warning(() -> "demo home: the passphrase of the seal keys was made and lies in " + own);
        }
        return Passphrase.read(own, home.root());
    }

    @Produces
    @ApplicationScoped
    KeySafe safe() {
        return safe.get();
    }
}
