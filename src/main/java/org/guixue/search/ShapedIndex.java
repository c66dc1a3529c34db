package org.guixue.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.IOUtils;

/** One index of one shape, open for writing and searching. Thread-safe; who opened it closes it. */
final class ShapedIndex implements Closeable {
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final IndexFolder.Identity identity;
    private final AtomicLong lastPut;
    private final AtomicLong lastCommitted;

    ShapedIndex(IndexWriter writer, IndexFolder.Identity identity) throws IOException {
        this.writer = writer;
        this.identity = identity;
        this.searchers = new SearcherManager(writer, null);
        this.lastPut = new AtomicLong(IndexFolder.outboxNumber(writer));
        this.lastCommitted = new AtomicLong(lastPut.get());
    }

    String shape() {
        return identity.shape();
    }

    SearcherManager searchers() {
        return searchers;
    }

    long lastOutboxNumber() {
        return lastCommitted.get();
    }

    void replace(Term key, Document document, long outboxNumber) {
        try {
            writer.updateDocument(key, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        passed(outboxNumber);
    }

    void drop(Term key, long outboxNumber) {
        try {
            writer.deleteDocuments(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        passed(outboxNumber);
    }

    /** The change of that number has been dealt with. */
    void passed(long outboxNumber) {
        lastPut.accumulateAndGet(outboxNumber, Math::max);
    }

    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes all that was put last, and notes the outbox number and the shape. */
    synchronized void commit() {
        long number = lastPut.get();
        if (number == lastCommitted.get() && !writer.hasUncommittedChanges()) {
            return;
        }
        try {
            writer.setLiveCommitData(IndexFolder.commitData(number, identity).entrySet());
            writer.commit();
            lastCommitted.set(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Checksums checksums() throws IOException {
        return Checksums.of(writer.getDirectory());
    }

    /** A write that fails on a full disk closes the writer for good. */
    boolean isWritable() {
        return writer.isOpen();
    }

    /** Closes what the writer, which closed itself, has left open. */
    void abandon() {
        IOUtils.closeWhileHandlingException(searchers, writer.getDirectory());
    }

    /** Commits and closes. */
    @Override
    public void close() throws IOException {
        try {
            commit();
        } finally {
            IOUtils.close(searchers, writer, writer.getDirectory());
        }
    }
}
