package org.guixue.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.IOUtils;
import org.guixue.access.Scope;
import org.guixue.search.SearchResult.Facets;

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
public class SearchIndex implements Closeable {
    /** The number of a change that the feeder will put again in its turn. */
    public static final long OUT_OF_TURN = 0;

    private final Digests digests;
    private final UnaryOperator<String> kindLabel;
    private final Documents documents;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final AtomicLong lastPut;
    private final AtomicLong lastCommitted;
    private volatile Counted counted = new Counted(Optional.empty(), Map.of());

    /** Facets of whole scopes, by office, for one state of the index. */
    private record Counted(Optional<IndexReader> state, Map<Long, Facets> byOffice) {}

    private SearchIndex(Digests digests, UnaryOperator<String> kindLabel, IndexWriter writer) throws IOException {
        this.digests = digests;
        this.kindLabel = kindLabel;
        this.documents = new Documents(digests);
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.lastPut = new AtomicLong(IndexFolder.outboxNumber(writer));
        this.lastCommitted = new AtomicLong(lastPut.get());
    }

    /**
     * Opens the index in a folder, or begins an empty one where there is none or none of use ({@link IndexFolder}).
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
        return new SearchIndex(digests, kindLabel, IndexFolder.open(folder, digests));
    }

    /** What people call a kind of record, found or not. */
    public String kindLabel(String kind) {
        return kindLabel.apply(kind);
    }

    /** The outbox number that the last commit holds; 0 for an empty index, which then wants everything. */
    public long lastOutboxNumber() {
        return lastCommitted.get();
    }

    /** Takes in a record, in place of what was known of it. Findable after {@link #refresh}. */
    public void put(RecordEntry entry, long outboxNumber) {
        replace(Documents.keyOf(Documents.RECORD, entry.id()), documents.of(entry), outboxNumber);
    }

    /** Takes in a child, in place of what was known of it. Findable after {@link #refresh}. */
    public void putStudent(StudentEntry entry, long outboxNumber) {
        replace(Documents.keyOf(Documents.STUDENT, entry.id()), documents.of(entry), outboxNumber);
    }

    /** Drops a record; one that is not there is no error. */
    public void remove(long recordId, long outboxNumber) {
        drop(Documents.keyOf(Documents.RECORD, recordId), outboxNumber);
    }

    /** Drops a child; one that is not there is no error. */
    public void removeStudent(long studentId, long outboxNumber) {
        drop(Documents.keyOf(Documents.STUDENT, studentId), outboxNumber);
    }

    /** When it returns, all that was put before is found. Some milliseconds; nothing is forced to disk. */
    public void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes all that was put last, and notes the outbox number. Some 50 ms; for every second or so, not every record. */
    public synchronized void commit() {
        long number = lastPut.get();
        if (number == lastCommitted.get() && !writer.hasUncommittedChanges()) {
            return;
        }
        try {
            writer.setLiveCommitData(IndexFolder.commitData(number, digests).entrySet());
            writer.commit();
            lastCommitted.set(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            return search.result(facets(search, searcher, scope), startedNanos);
        });
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
        IndexSearcher searcher = searchers.acquire();
        try {
            walk.take(searcher);
        } finally {
            searchers.release(searcher);
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
    public void close() throws IOException {
        try {
            commit();
        } finally {
            IOUtils.close(searchers, writer, writer.getDirectory());
        }
    }

    private void replace(Term key, Document document, long outboxNumber) {
        try {
            writer.updateDocument(key, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lastPut.accumulateAndGet(outboxNumber, Math::max);
    }

    private void drop(Term key, long outboxNumber) {
        try {
            writer.deleteDocuments(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lastPut.accumulateAndGet(outboxNumber, Math::max);
    }

    private Facets facets(RecordSearch search, IndexSearcher searcher, Scope scope) throws IOException {
        if (!search.isUnfiltered()) {
            return search.facets(kindLabel);
        }
        Counted cache = counted;
        if (cache.state()
                .filter(state -> state.equals(searcher.getIndexReader()))
                .isEmpty()) {
            cache = new Counted(Optional.of(searcher.getIndexReader()), new ConcurrentHashMap<>());
            counted = cache;
        }
        Facets known = cache.byOffice().get(scope.office());
        if (known == null) {
            known = search.facets(kindLabel);
            cache.byOffice().put(scope.office(), known);
        }
        return known;
    }

    private <T> T ask(Asking<T> asking) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return asking.ask(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Asking<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }
}
