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
import org.guixue.audit.AuditSubject;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.rendering.PublicAddress;
import org.guixue.signing.KeySafe;
import org.guixue.signing.NewPassphrase;
import org.guixue.signing.Passphrase;
import org.guixue.store.HouseClock;
import org.guixue.store.Transactions;

/** Whether this is a demo home, decided once at its first start, and the seal keys with their passphrase. */
@ApplicationScoped
public class OpenKeys {
    private static final String FILE = "guixue.key.passphrase.file";
    private static final String NEW_FILE = "guixue.new.passphrase.file";
    private static final Logger LOG = Logger.getLogger(OpenKeys.class.getName());

    private final Home home;
    private final Settings settings;
    private final Installations installations;
    private final PublicAddress address;
    private final HouseClock clock;
    private final SecureRandom random;
    private final HouseTrail trail;
    private final Transactions transactions;
    private final Handle<KeySafe> safe = new Handle<>();

    @Inject
    OpenKeys(
            Home home,
            Settings settings,
            Installations installations,
            PublicAddress address,
            HouseClock clock,
            SecureRandom random,
            HouseTrail trail,
            Transactions transactions) {
        this.home = home;
        this.settings = settings;
        this.installations = installations;
        this.address = address;
        this.clock = clock;
        this.random = random;
        this.trail = trail;
        this.transactions = transactions;
    }

    void open() {
        Installation installation =
                installations.find().orElseGet(() -> installations.begin(wantsDemo(settings), clock.shift()));
        NewPassphrase change = new NewPassphrase(home.keys());
        boolean changed;
        try {
            changed = change.settle();
            Optional<Passphrase> named = passphrase(installation.demo());
            Optional<Path> wanted = settings.find(NEW_FILE).map(Path::of);
            Optional<Passphrase> inForce = wanted.isPresent()
                    ? Optional.of(changed(change, named, Passphrase.read(wanted.get(), home.root())))
                    : named;
            changed |= wanted.isPresent();
            safe.open(KeySafe.open(home.keys(), inForce, address::url, clock, random));
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
        if (changed) {
            record(change);
        }
    }

    /** The new one, which from now on opens all keys; one that opens them already was changed to before. */
    private static Passphrase changed(NewPassphrase change, Optional<Passphrase> named, Passphrase wanted)
            throws IOException {
        Passphrase old = named.orElseThrow(() ->
                new IllegalStateException("--new-passphrase: no passphrase file is named that opens the keys now"));
        if (old.isSameAs(wanted)) {
            throw new IllegalStateException("--new-passphrase: the new passphrase is the one that the keys have");
        }
        if (change.opens(wanted)) {
            return wanted;
        }
        if (!change.opens(old)) {
            throw new IllegalStateException("--new-passphrase: neither passphrase opens the keys; nothing was changed");
        }
        change.change(old, wanted);
        return wanted;
    }

    /** Recorded twice where the machine stops in between, never not at all. */
    private void record(NewPassphrase change) {
        transactions.perform(() -> trail.onTheMachine(AuditSubject.NONE, "key passphrase changed"));
        LOG.warning("the passphrase of the seal keys was changed");
        try {
            change.recorded();
        } catch (IOException e) {
            throw new UncheckedIOException("the change of the passphrase cannot be ended", e);
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
