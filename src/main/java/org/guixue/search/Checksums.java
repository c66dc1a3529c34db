package org.guixue.search;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * Holds the files of an index's last commit against their checksums, one a step: an opening takes them on trust, since
 * reading them takes the longer the more there is. For one thread at a time.
 */
final class Checksums {
    private final Directory directory;
    private final Deque<String> left;

    private Checksums(Directory directory, Deque<String> left) {
        this.directory = directory;
        this.left = left;
    }

    static Checksums of(Directory directory) throws IOException {
        return new Checksums(
                directory,
                DirectoryReader.indexExists(directory)
                        ? new ArrayDeque<>(
                                SegmentInfos.readLatestCommit(directory).files(true))
                        : new ArrayDeque<>());
    }

    /**
     * Reads the next file; one that was merged away meanwhile is none.
     *
     * @return whether there are more
     * @throws IOException where it is damaged or cannot be read; it is not read again
     */
    boolean step() throws IOException {
        String name = left.poll();
        if (name != null) {
            read(name);
        }
        return !left.isEmpty();
    }

    private void read(String name) throws IOException {
        try (IndexInput file = directory.openInput(name, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(file);
        } catch (NoSuchFileException | FileNotFoundException e) {
            if (SegmentInfos.readLatestCommit(directory).files(true).contains(name)) {
                throw e;
            }
        }
    }
}
