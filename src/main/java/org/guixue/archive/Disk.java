package org.guixue.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The few ways in which the archive touches the disk.
 *
 * <p>Only what takes space can throw {@link NoSpace}; a force never does, so that a failed force is never mistaken for a
 * full disk. Files are written through {@link RandomAccessFile}, which an interrupted thread does not close. Safe for
 * many threads.
 */
class Disk {
    private static final long MARGIN_BYTES = 64 * 1024;

    private final Path staging;

    Disk(Path records) {
        this.staging = records.resolve(".staging");
    }

    /** Makes the staging folder and drops whatever a killed process left in it; says what that was. */
    List<Path> sweep() throws IOException {
        makeFolders(staging);
        List<Path> left = list(staging);
        for (Path path : left) {
            dropTree(path);
        }
        return left;
    }

    /** A name in staging that nobody else has. */
    Path stagedName() {
        return staging.resolve(UUID.randomUUID().toString());
    }

    /** Throws {@link NoSpace} when so many bytes and a margin for lines and folders do not fit. */
    void expectRoomFor(long bytes) throws IOException {
        long usable = usableBytes();
        if (usable < bytes + MARGIN_BYTES) {
            throw new NoSpace("the archive's disk has " + usable + " bytes left, needed are " + (bytes + MARGIN_BYTES));
        }
    }

    /** Asks the folder, not the table of mounts, which need not name it where a process has a root of its own. */
    private long usableBytes() throws IOException {
        long usable = staging.toFile().getUsableSpace();
        if (usable == 0 && !Files.isDirectory(staging)) {
            throw new NoSuchFileException(staging.toString());
        }
        return usable;
    }

    void write(RandomAccessFile file, byte[] bytes) throws IOException {
        try {
            file.write(bytes);
        } catch (IOException e) {
            throw named(e);
        }
    }

    /** Throws {@link NoSpace} when fewer bytes arrived than were written: a full tmpfs does that in silence. */
    void checkLength(RandomAccessFile file, long expected) throws IOException {
        if (file.length() != expected) {
            throw new NoSpace("of " + expected + " bytes " + file.length() + " were written");
        }
    }

    void force(RandomAccessFile file) throws IOException {
        file.getFD().sync();
    }

    void forceFolder(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Publishes by hard link, which fails where a file already lies. */
    void link(Path staged, Path target) throws IOException {
        try {
            Files.createLink(target, staged);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            throw named(e);
        }
    }

    void makeFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path parent = folder.getParent();
        makeFolders(parent);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new Damaged("expected a folder: " + folder);
            }
        } catch (IOException e) {
            throw named(e);
        }
        forceFolder(parent);
    }

    /** A new file with these bytes, whole and forced. */
    void create(Path path, byte[] bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(Files.createFile(path).toFile(), "rw")) {
            write(file, bytes);
            checkLength(file, bytes.length);
            force(file);
        }
    }

    /** Puts these bytes in the place of a file, or where none is; a reader sees the old or the new, never a part. */
    void replace(Path target, byte[] bytes) throws IOException {
        Path staged = stagedName();
        try {
            create(staged, bytes);
        } catch (NoSpace e) {
            Files.deleteIfExists(staged);
            throw e;
        }
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(target.getParent());
    }

    static void dropTree(Path top) throws IOException {
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(top)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    /** What lies directly in a folder, by name; nothing when there is no such folder. */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static IOException named(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("uota exceeded") || message.contains("没有空间")) {
            throw new NoSpace("the archive's disk is full", e);
        }
        return e;
    }
}
