package org.guixue.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** A folder with the files of one index, and what its commits carry beside the documents. */
final class IndexFolder {
    private static final String OUTBOX = "outbox";
    private static final String SHAPE = "shape";
    private static final String KEY = "key";

    private IndexFolder() {}

    /** In what shape and with which key an index was written. */
    record Identity(String shape, String key) {
        static Identity current(Digests digests) {
            return new Identity(Documents.SHAPE, digests.fingerprint());
        }
    }

    /**
     * Opens for writing, or begins an empty one of today's shape. What lies in its files is taken on trust until {@link
     * Checksums} has read them.
     *
     * @throws org.apache.lucene.store.LockObtainFailedException where another process holds it
     * @throws IOException where it cannot be read, is damaged or was written with another key
     */
    static ShapedIndex open(Path folder, Digests digests) throws IOException {
        Files.createDirectories(folder);
        Directory directory = FSDirectory.open(folder);
        try {
            IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
            try {
                Identity identity = identity(writer, digests);
                return new ShapedIndex(writer, identity);
            } catch (IOException | RuntimeException e) {
                writer.rollback();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    static Map<String, String> commitData(long outboxNumber, Identity identity) {
        return Map.of(OUTBOX, Long.toString(outboxNumber), SHAPE, identity.shape(), KEY, identity.key());
    }

    /** The last outbox number that the opened index held; 0 for an empty one. */
    static long outboxNumber(IndexWriter writer) {
        return Long.parseLong(dataOf(writer).getOrDefault(OUTBOX, "0"));
    }

    private static Identity identity(IndexWriter writer, Digests digests) throws IOException {
        Map<String, String> data = dataOf(writer);
        Identity current = Identity.current(digests);
        if (data.isEmpty()) {
            return current;
        }
        Identity found = new Identity(data.getOrDefault(SHAPE, ""), data.getOrDefault(KEY, ""));
        if (!found.key().equals(current.key()) || !data.equals(commitData(outboxNumber(writer), found))) {
            throw new IOException("the index was not written by us or with another key");
        }
        return found;
    }

    private static Map<String, String> dataOf(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }
}
