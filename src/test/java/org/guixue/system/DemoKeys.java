package org.guixue.system;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.demo.DemoOffices;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.signing.KeySafe;
import org.guixue.signing.Passphrase;
import org.guixue.signing.ReadyKeys;
import org.guixue.store.HouseDatabase;

/**
 * The seal keys of the demo county, as a first start makes them, so that not every new home waits for ten pairs of them:
 * made once in a Java machine, on the first day on which any server stands. {@link FoundingIT} lets the server make its own.
 */
final class DemoKeys {
    private static final Clock FIRST_MORNING = Clock.fixed(RouteRecordingIT.MORNING, ZoneOffset.UTC);
    private static Optional<Path> made = Optional.empty();

    private DemoKeys() {}

    /** Lays them, and the passphrase beside, where a home that has none looks for them. */
    static void into(Path home) throws IOException {
        Path from = made();
        Files.createDirectories(home);
        copy(from.resolve("home"), home);
        Files.copy(from.resolve("passphrase"), home.resolveSibling(home.getFileName() + ".passphrase"));
    }

    private static void copy(Path from, Path home) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(path -> !path.equals(from)).toList()) {
                Files.copy(each, home.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static synchronized Path made() throws IOException {
        if (made.isEmpty()) {
            Path folder = Files.createTempDirectory("demo-keys");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            make(folder.resolve("home"), folder.resolve("passphrase"));
            made = Optional.of(folder);
        }
        return made.orElseThrow();
    }

    private static void make(Path home, Path secret) throws IOException {
        SecureRandom random = new SecureRandom();
        Passphrase.make(secret, random);
        KeySafe safe = KeySafe.open(
                home.resolve("keys"),
                Optional.of(Passphrase.read(secret, home)),
                () -> URI.create("http://127.0.0.1/"),
                FIRST_MORNING,
                random);
        ReadyKeys.use();
        safe.authority().found("归学电子印章签发机构");
        for (Office office : offices()) {
            safe.keys().orElseThrow().enrol(safe.authority(), office.code(), office.name());
        }
    }

    private static List<Office> offices() {
        try (HouseDatabase house = HouseDatabase.inMemory();
                EntityManager entities = house.entities()) {
            Offices offices = new Offices(entities, house.identifiers());
            entities.getTransaction().begin();
            new DemoOffices(offices).found();
            List<Office> all = offices.all();
            entities.getTransaction().rollback();
            return all;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
