package org.guixue.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the index of a home lies: the first generation in the folder itself, a later one in a folder {@code gen-<n>} below
 * it. The file {@code current} names the generation that answers, and is replaced by an atomic move: a kill leaves the old
 * one or the new one answering, and what belongs to neither is deleted at the next opening.
 *
 * <p>The index is derived and may be lost: what cannot be read, is damaged or was written with another key is moved aside,
 * whole, to {@code <folder>.aside-<n>} and an empty one begun. One of another shape, or one that was found damaged when it
 * was open, goes on answering while a successor is filled.
 */
final class IndexGenerations {
    private static final Logger LOG = LoggerFactory.getLogger(IndexGenerations.class);
    private static final String CURRENT = "current";
    private static final String GENERATION = "gen-";

    private final Path folder;
    private final Digests digests;

    IndexGenerations(Path folder, Digests digests) {
        this.folder = folder;
        this.digests = digests;
    }

    /**
     * Opens the generation that answers.
     *
     * @throws LockObtainFailedException where another process holds it; then nothing is moved
     * @throws IOException where not even an empty index can be begun
     */
    ShapedIndex openCurrent() throws IOException {
        try {
            return IndexFolder.open(current(), digests);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            Path aside = aside();
            Files.move(folder, aside);
            LOG.warn("The search index in {} is of no use; it was moved to {} and is rebuilt", folder, aside, e);
            return IndexFolder.open(folder, digests);
        }
    }

    /** Opens what was open before; nothing is moved aside, since what is wrong may be the disk. */
    ShapedIndex reopenCurrent() throws IOException {
        return IndexFolder.open(current(), digests);
    }

    /** Goes on with the successor that an earlier run began, or begins an empty one. */
    ShapedIndex openSuccessor() throws IOException {
        try {
            ShapedIndex begun = IndexFolder.open(successor(), digests);
            if (begun.shape().equals(Documents.SHAPE)) {
                return begun;
            }
            begun.close();
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("What was built of the new search index is of no use; it is begun anew", e);
        }
        IOUtils.rm(successor());
        return IndexFolder.open(successor(), digests);
    }

    /** From now on the successor, which is committed, answers after a start too. */
    void succeed() throws IOException {
        Path named = folder.resolve(CURRENT + ".tmp");
        try (FileChannel file = FileChannel.open(
                named, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer name =
                    ByteBuffer.wrap(successor().getFileName().toString().getBytes(StandardCharsets.UTF_8));
            while (name.hasRemaining()) {
                file.write(name);
            }
            file.force(true);
        }
        Files.move(named, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        IOUtils.fsync(folder, true);
    }

    /** Deletes what generations before the current one left; none of them may be open. */
    void sweep() throws IOException {
        Path current = current();
        if (current.equals(folder)) {
            return;
        }
        List<Path> kept = List.of(current, successor(), folder.resolve(CURRENT));
        for (Path each : listed()) {
            if (!kept.contains(each)) {
                IOUtils.rm(each);
            }
        }
    }

    private Path current() throws IOException {
        Path named = folder.resolve(CURRENT);
        return Files.exists(named) ? folder.resolve(Files.readString(named).strip()) : folder;
    }

    private Path successor() throws IOException {
        Path current = current();
        int number = current.equals(folder)
                ? 1
                : Integer.parseInt(current.getFileName().toString().substring(GENERATION.length()));
        return folder.resolve(GENERATION + (number + 1));
    }

    private List<Path> listed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Path aside() {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> folder.resolveSibling(folder.getFileName() + ".aside-" + number))
                .filter(path -> !Files.exists(path))
                .findFirst()
                .orElseThrow();
    }
}
