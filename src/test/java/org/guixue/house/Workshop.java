package org.guixue.house;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.archive.Archive;
import org.guixue.archive.Checkpoint;
import org.guixue.rendering.PublicAddress;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where papers are made without a server: a real Derby, real forms, fonts and keys, and an archive folder of its own for
 * each test. The database and the county are founded once and kept until the Java machine ends; every test invents its own
 * children. To be registered as an extension; it tells its seed where a test fails.
 */
public final class Workshop implements BeforeEachCallback, AfterEachCallback {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MORNING = Instant.parse("2026-03-16T01:30:00Z");

    private final long seed = Long.getLong("guixue.test.seed", System.nanoTime());
    private final SecureRandom random = seeded(seed);
    private final Hands clock = new Hands();
    private final List<Bench> benches = new ArrayList<>();
    private Optional<WorkshopCounty> county = Optional.empty();
    private Optional<Path> folder = Optional.empty();
    private Optional<Archive> archive = Optional.empty();
    private Optional<URI> address = Optional.of(URI.create("https://school.example/"));

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        county = Optional.of(WorkshopCounty.ofThisMachine());
        folder = Optional.of(Files.createTempDirectory("workshop"));
        archive = Optional.of(Archive.open(records(), clock));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            System.out.println(context.getDisplayName() + " seed -Dguixue.test.seed=" + seed);
        }
        benches.forEach(bench -> bench.entities.close());
        archive().close();
        delete(folder.orElseThrow());
    }

    public WorkshopCounty county() {
        return county.orElseThrow();
    }

    public Archive archive() {
        return archive.orElseThrow();
    }

    public Path records() {
        return folder.orElseThrow().resolve("records");
    }

    /** The files that lie below a folder of the archive; none where there is no such folder. */
    public List<Path> filesIn(String name) throws IOException {
        Path below = records().resolve(name);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** As a start after a kill: the archive recovers. Benches from before know only the old one. */
    public void openArchiveAgain() {
        archive().close();
        archive = Optional.of(Archive.open(records(), clock));
    }

    /** As a start after a checkpoint. */
    public void openArchiveAfter(List<Checkpoint> kept) {
        archive().close();
        archive = Optional.of(Archive.open(records(), clock, kept));
    }

    /** Under what address papers say that they can be checked; none where nobody has named it. */
    public void address(Optional<URI> named) {
        address = named;
    }

    public void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    public Instant now() {
        return clock.now;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Clock clock() {
        return clock;
    }

    /** The acting classes around an entity manager of their own: for one thread, as if another node were at it. */
    public synchronized Bench bench() {
        Bench bench = new Bench(this);
        benches.add(bench);
        return bench;
    }

    /** What is to happen once, right before a step, stands in a queue; where it throws, the step never begins. */
    public static final class Bench extends PapersBench {
        private Bench(Workshop at) {
            super(at.county(), at.archive(), at.new Named(), at.clock, at.random);
        }
    }

    private static SecureRandom seeded(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private final class Named implements PublicAddress {
        @Override
        public URI url() {
            return address.orElseThrow(() -> new IllegalStateException("nobody has named the address"));
        }

        @Override
        public boolean chosen() {
            return address.isPresent();
        }
    }

    private static final class Hands extends Clock {
        private volatile Instant now = MORNING;

        @Override
        public ZoneId getZone() {
            return SHANGHAI;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
