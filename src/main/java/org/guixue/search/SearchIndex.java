package org.guixue.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOUtils;
import org.guixue.access.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of the archive's records and of the children on the roll. Thread-safe; one process at a time holds a folder.
 *
 * <p>The index is derived: it is never backed up, and what is put lasts from the next {@link #commit} on. The feeder puts
 * what the outbox holds in ascending order; each commit notes the last number, and after a start the feeder goes on
 * behind {@link #lastOutboxNumber}. Who puts out of turn, such as a request that wants its own record found at once,
 * passes {@link #OUT_OF_TURN} and leaves the number to the feeder. Putting again replaces.
 *
 * <p>Nothing is searched without a {@link Scope}: totals, facets, highlights and suggestions hold only what it sees.
 */
public class SearchIndex implements IndexFeed, Closeable {
    /** The number of a change that the feeder will put again in its turn. */
    public static final long OUT_OF_TURN = 0;

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    private final Digests digests;
    private final UnaryOperator<String> kindLabel;
    private final Documents documents;
    private final IndexGenerations generations;
    private final CountedFacets facets;
    private volatile ShapedIndex answering;
    private volatile Optional<Successor> successor;
    private Optional<Checksums> unread;

    private SearchIndex(Digests digests, UnaryOperator<String> kindLabel, IndexGenerations generations)
            throws IOException {
        this.digests = digests;
        this.kindLabel = kindLabel;
        this.documents = new Documents(digests);
        this.generations = generations;
        this.facets = new CountedFacets(kindLabel);
        this.answering = generations.openCurrent();
        try {
            this.successor = answering.shape().equals(Documents.SHAPE)
                    ? Optional.empty()
                    : Optional.of(new Successor(generations.openSuccessor(), documents));
            this.unread = Optional.of(answering.checksums());
            generations.sweep();
        } catch (IOException | RuntimeException e) {
            answering.close();
            throw e;
        }
    }

    /**
     * Opens the index in a folder, or begins an empty one where there is none or none of use ({@link IndexGenerations}). One
     * of another shape answers until its {@link #successor} is filled.
     *
     * @param digestKey keys the digests of IDs, at least 16 bytes; with another key the index is begun anew
     * @throws IOException where the folder cannot be written or another process holds it
     */
    public static SearchIndex open(Path folder, byte[] digestKey) throws IOException {
        return open(folder, digestKey, UnaryOperator.identity());
    }

    /**
     * Opens it as {@link #open(Path, byte[])} does.
     *
     * @param kindLabel what people call a kind of record, by its code; without it the code itself
     */
    public static SearchIndex open(Path folder, byte[] digestKey, UnaryOperator<String> kindLabel) throws IOException {
        Digests digests = new Digests(digestKey);
        return new SearchIndex(digests, kindLabel, new IndexGenerations(folder, digests));
    }

    /** What people call a kind of record, found or not. */
    public String kindLabel(String kind) {
        return kindLabel.apply(kind);
    }

    @Override
    public long lastOutboxNumber() {
        return answering.lastOutboxNumber();
    }

    /** Of which shape an index is today; one of another shape is built anew. */
    public static String shape() {
        return Documents.SHAPE;
    }

    /** What has to be filled from its last outbox number on, and then {@link #succeed}s; empty where today's shape answers. */
    public Optional<IndexFeed> successor() {
        return successor.map(IndexFeed.class::cast);
    }

    /**
     * The successor, which now holds all that this index holds, answers from now on. Searches that are under way end in the
     * old one. A kill leaves the old one answering or the new one.
     */
    public synchronized void succeed() {
        ShapedIndex old = answering;
        ShapedIndex next = successor.orElseThrow().index();
        try {
            next.commit();
            next.refresh();
            generations.succeed();
            answering = next;
            successor = Optional.empty();
            leave(old);
            generations.sweep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void leave(ShapedIndex old) throws IOException {
        if (old.isWritable()) {
            old.close();
        } else {
            old.abandon();
        }
    }

    /**
     * Reads one of the files that the opening took on trust against its checksum; for one thread. Where one is damaged, a successor is begun from nothing, and takes over once it is filled.
     *
     * @return whether there are more
     */
    public boolean lookThrough() {
        if (unread.isEmpty()) {
            return false;
        }
        try {
            if (!unread.get().step()) {
                unread = Optional.empty();
            }
        } catch (IOException e) {
            unread = Optional.empty();
            LOG.error("ALARM: the search index is damaged; it is built anew from the database", e);
            replaceDamaged();
        }
        return unread.isPresent();
    }

    private synchronized void replaceDamaged() {
        if (successor.isEmpty()) {
            try {
                successor = Optional.of(new Successor(generations.openSuccessor(), documents));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Findable after {@link #refresh}. */
    @Override
    public void put(RecordEntry entry, long outboxNumber) {
        replace(Documents.keyOf(Documents.RECORD, entry.id()), documents.of(entry), outboxNumber);
    }

    /** Findable after {@link #refresh}. */
    @Override
    public void putStudent(StudentEntry entry, long outboxNumber) {
        replace(Documents.keyOf(Documents.STUDENT, entry.id()), documents.of(entry), outboxNumber);
    }

    /** Drops a record; one that is not there is no error. */
    public void remove(long recordId, long outboxNumber) {
        answering.drop(Documents.keyOf(Documents.RECORD, recordId), outboxNumber);
    }

    /** Drops a child; one that is not there is no error. */
    public void removeStudent(long studentId, long outboxNumber) {
        answering.drop(Documents.keyOf(Documents.STUDENT, studentId), outboxNumber);
    }

    /** When it returns, all that was put before is found. Some milliseconds; nothing is forced to disk. */
    public void refresh() {
        answering.refresh();
    }

    /** Whether it takes changes in: it does not after a write that failed, until {@link #reopen}. */
    public boolean isWritable() {
        return answering.isWritable();
    }

    /**
     * Opens it anew where a failed write has closed it. What was not committed is gone: {@link #lastOutboxNumber} says from
     * where on to put again. Where it cannot be opened yet, the old one goes on answering.
     */
    public synchronized void reopen() {
        ShapedIndex old = answering;
        if (!old.isWritable()) {
            try {
                answering = generations.reopenCurrent();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            old.abandon();
        }
    }

    @Override
    public synchronized void commit() {
        answering.commit();
    }

    /**
     * Finds records.
     *
     * @param mayReadSensitive whether the caller holds the grant for health and disability: without it sensitive text is
     *     neither searched nor shown
     */
    public SearchResult search(SearchQuery query, Scope scope, boolean mayReadSensitive) {
        long startedNanos = System.nanoTime();
        return ask(searcher -> {
            RecordSearch search = new RecordSearch(searcher, query, scope, mayReadSensitive, digests);
            return search.result(facets.of(search, searcher, scope), startedNanos);
        });
    }

    /** How many {@link #search} would find. */
    public long count(SearchQuery query, Scope scope) {
        return ask(searcher -> new RecordSearch(searcher, query, scope, false, digests).count());
    }

    /** Finds children by name, pinyin, ID, student number, school, township, grade and class. */
    public StudentHits students(StudentQuery query, Scope scope) {
        return ask(searcher -> new StudentSearch(searcher, query, scope, digests).hits());
    }

    /** Hands over all records that {@link #search} finds on all pages, without highlights; the index waits for nobody meanwhile. */
    public void walk(SearchQuery query, Scope scope, boolean mayReadSensitive, Walk<SearchResult.Item> walk)
            throws IOException {
        walk(searcher -> new RecordSearch(searcher, query, scope, mayReadSensitive, digests).walk(walk));
    }

    /** Hands over the ids of all children that {@link #students} finds on all pages, some hundred at a time. */
    public void walkStudents(StudentQuery query, Scope scope, Walk<List<Long>> walk) throws IOException {
        walk(searcher -> new StudentSearch(searcher, query, scope, digests).walk(walk));
    }

    private void walk(Walk<IndexSearcher> walk) throws IOException {
        try (Asked asked = Asked.of(() -> answering)) {
            walk.take(asked.searcher());
        }
    }

    /**
     * Names of children in scope for what was typed so far.
     *
     * @param most 1 to {@value SearchQuery#LARGEST_PAGE}
     */
    public List<String> suggest(String typed, Scope scope, int most) {
        StudentQuery query = new StudentQuery(typed, Optional.empty(), Optional.empty(), 1, most);
        return typed.isBlank()
                ? List.of()
                : ask(searcher -> new StudentSearch(searcher, query, scope, digests).names());
    }

    /** Commits and closes. */
    @Override
    public synchronized void close() throws IOException {
        IOUtils.close(answering, successor.map(Successor::index).orElse(null));
    }

    /** An index of another shape may not bear a document of today's; its successor will. */
    private void replace(Term key, Document document, long outboxNumber) {
        try {
            answering.replace(key, document, outboxNumber);
        } catch (IllegalArgumentException e) {
            if (successor.isEmpty()) {
                throw e;
            }
            LOG.warn("{} is found when the index of the new shape is filled", key, e);
            answering.passed(outboxNumber);
        }
    }

    private <T> T ask(Asking<T> asking) {
        try (Asked asked = Asked.of(() -> answering)) {
            return asking.ask(asked.searcher());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Asking<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }
}
