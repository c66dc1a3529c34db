package org.guixue.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that an index lies in. The index is derived and may be lost: what cannot be read, is damaged, has another
 * shape or was written with another key is moved aside to {@code <folder>.aside-<n>} and an empty one begun.
 */
final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String OUTBOX = "outbox";
    private static final String SHAPE = "shape";
    private static final String KEY = "key";

    private IndexFolder() {}

    /**
     * Opens for writing and checks the checksum of every file, which reads the whole index once.
     *
     * @throws LockObtainFailedException where another process holds it; then nothing is moved
     * @throws IOException where not even an empty index can be begun
     */
    static IndexWriter open(Path folder, Digests digests) throws IOException {
        try {
            return openSound(folder, digests);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            Path aside = aside(folder);
            Files.move(folder, aside);
            LOG.warn("The search index in {} is of no use; it was moved to {} and is rebuilt", folder, aside, e);
            return openSound(folder, digests);
        }
    }

    /** What a commit carries beside the documents. */
    static Map<String, String> commitData(long outboxNumber, Digests digests) {
        return Map.of(OUTBOX, Long.toString(outboxNumber), SHAPE, Documents.SHAPE, KEY, digests.fingerprint());
    }

    /** The last outbox number that the opened index held; 0 for an empty one. */
    static long outboxNumber(IndexWriter writer) {
        return Long.parseLong(dataOf(writer).getOrDefault(OUTBOX, "0"));
    }

    private static IndexWriter openSound(Path folder, Digests digests) throws IOException {
        Files.createDirectories(folder);
        Directory directory = FSDirectory.open(folder);
        try {
            IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
            try {
                checkData(writer, digests);
                checkSums(directory);
                return writer;
            } catch (IOException | RuntimeException e) {
                writer.rollback();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static void checkData(IndexWriter writer, Digests digests) throws IOException {
        Map<String, String> data = dataOf(writer);
        if (!data.isEmpty() && !data.equals(commitData(outboxNumber(writer), digests))) {
            throw new IOException("the index has another shape or was written with another key");
        }
    }

    private static void checkSums(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext segment : reader.leaves()) {
                ((CodecReader) segment.reader()).checkIntegrity();
            }
        }
    }

    private static Map<String, String> dataOf(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    private static Path aside(Path folder) {
        int number = 1;
        while (Files.exists(named(folder, number))) {
            number++;
        }
        return named(folder, number);
    }

    private static Path named(Path folder, int number) {
        return folder.resolveSibling(folder.getFileName() + ".aside-" + number);
    }
}
