package org.guixue.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.guixue.Home;
import org.guixue.Refused;
import org.guixue.Sha256;

/**
 * The jurisdictions that offices of this house write themselves: {@code <home>/forms/<id>/jurisdiction.json}, made in the browser
 * or by hand. A file is written whole, then renamed; the one before stays beside it under its hour. What it says counts at
 * once, see {@link FormCatalog#learn}. One that is edited by hand counts from the next start.
 */
@ApplicationScoped
public class OwnJurisdictions {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int LARGEST = 2 << 20;

    private final Home home;
    private final Clock clock;

    @Inject
    public OwnJurisdictions(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** What lies there now, byte for byte, readable or not; empty where it is none of this house's own. */
    public Optional<byte[]> find(String id) {
        Path file = file(id);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a jurisdiction of this house cannot be read: " + file, e);
        }
    }

    /** Tells whether somebody has written it meanwhile; empty where there is none. */
    public Optional<Sha256> stamp(String id) {
        return find(id).map(Sha256::of);
    }

    /**
     * Puts it in the place of the one before, which stays beside it.
     *
     * @throws Refused where the disk does not take it; the one before stays
     */
    public void write(String id, byte[] json) {
        Path file = file(id);
        Path staged = file.resolveSibling(".jurisdiction.json.new");
        try {
            Files.createDirectories(file.getParent());
            force(staged, json);
            if (Files.exists(file)) {
                keepBeside(file);
            }
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refused(Refused.Reason.NO_SPACE, "本县的表样和规则写不进磁盘（可能已满，或者没有权限），没有保存；请管理员检查磁盘后再保存一次", e);
        }
    }

    private static void force(Path staged, byte[] json) throws IOException {
        try (FileChannel channel = FileChannel.open(
                staged, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(json);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private void keepBeside(Path file) throws IOException {
        String hour = HOUR.format(LocalDateTime.now(clock));
        Path beside = file.resolveSibling("jurisdiction-%s.json".formatted(hour));
        for (int n = 2; Files.exists(beside); n++) {
            beside = file.resolveSibling("jurisdiction-%s-%d.json".formatted(hour, n));
        }
        Files.copy(file, beside);
    }

    private Path file(String id) {
        return home.forms()
                .resolve(new FormId(id, "jurisdiction").jurisdiction())
                .resolve(JurisdictionFile.FILE);
    }
}
