package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guixue.Home;
import org.guixue.Refused;
import org.guixue.Sha256;

/**
 * Where piles wait, on the disk of the home: their files as they came, byte for byte, and a picture of each sheet that was
 * read. What is written is forced before it is told of. A pile stays until each of its sheets is settled.
 */
@ApplicationScoped
public class PileStaging {
    private final Path root;

    @Inject
    public PileStaging(Home home) {
        root = home.scans();
    }

    /** For the proxy of the container. */
    protected PileStaging() {
        root = Path.of("");
    }

    /**
     * Keeps a file of a pile.
     *
     * @return how many bytes it has
     * @throws TooLong where it has more than that
     * @throws Refused where the disk takes no more
     */
    long keep(long pile, int file, InputStream content, long mostBytes) throws TooLong, IOException {
        Path place = upload(pile, file);
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        try {
            Files.createDirectories(folder(pile));
            try (FileChannel channel = FileChannel.open(
                            place,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                    length += count;
                    if (length > mostBytes) {
                        throw new TooLong();
                    }
                    out.write(buffer, 0, count);
                }
                channel.force(true);
            }
            return length;
        } catch (TooLong e) {
            throw e;
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** More bytes than are taken. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;
    }

    Path upload(long pile, int file) {
        return folder(pile).resolve("upload-" + file);
    }

    /** Of the digests of its files, in their order. */
    Sha256 digest(long pile, int files) {
        StringBuilder digests = new StringBuilder();
        for (int file = 1; file <= files; file++) {
            digests.append(digestOf(upload(pile, file)).hex()).append('\n');
        }
        return Sha256.of(digests.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static Sha256 digestOf(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return Sha256.of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a pile cannot be read: " + file, e);
        }
    }

    byte[] file(long pile, int file) {
        return read(upload(pile, file));
    }

    /** Keeps the picture of a sheet; one that a kill has left is replaced. */
    void keepPicture(long pile, int sheet, byte[] jpeg) {
        Path place = pictureOf(pile, sheet);
        Path beside = place.resolveSibling(place.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(jpeg);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw full(e);
        }
    }

    boolean hasPicture(long pile, int sheet) {
        return Files.exists(pictureOf(pile, sheet));
    }

    byte[] picture(long pile, int sheet) {
        return read(pictureOf(pile, sheet));
    }

    /** Nothing of that pile is needed any more. */
    void clear(long pile) {
        Path folder = folder(pile);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> all = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a settled pile stays on the disk: " + folder, e);
        }
    }

    /** What lies here and belongs to none of those: uploads that a kill has broken off, and settled piles. */
    void clearAllBut(Set<Long> piles) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root)) {
            folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .filter(pile -> !piles.contains(pile))
                    .toList()
                    .forEach(this::clear);
        } catch (IOException e) {
            throw new UncheckedIOException("the staging of piles cannot be listed", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a pile cannot be read: " + file, e);
        }
    }

    private Path folder(long pile) {
        return root.resolve(Long.toString(pile));
    }

    private Path pictureOf(long pile, int sheet) {
        return folder(pile).resolve("sheet-" + sheet + ".jpg");
    }

    private static Refused full(IOException e) {
        return new Refused(Refused.Reason.NO_SPACE, "磁盘空间不足，没有收下；已经保存的内容不受影响，请管理员腾出空间后再提交", e);
    }
}
