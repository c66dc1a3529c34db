package org.guixue.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;

/** A searcher and whom it is given back to. */
record Asked(SearcherManager searchers, IndexSearcher searcher) implements Closeable {
    /** @param answering the index that answers now; another one may take over while it is asked */
    static Asked of(Supplier<ShapedIndex> answering) throws IOException {
        while (true) {
            ShapedIndex asked = answering.get();
            try {
                return new Asked(asked.searchers(), asked.searchers().acquire());
            } catch (AlreadyClosedException e) {
                if (asked.equals(answering.get())) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        searchers.release(searcher);
    }
}
