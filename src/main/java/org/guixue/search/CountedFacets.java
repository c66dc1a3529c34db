package org.guixue.search;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.guixue.access.Scope;
import org.guixue.search.SearchResult.Facets;

/** Facets of whole scopes, by office, for one state of the index. Thread-safe. */
final class CountedFacets {
    private final UnaryOperator<String> kindLabel;
    private volatile Counted counted = new Counted(Optional.empty(), Map.of());

    private record Counted(Optional<IndexReader> state, Map<Long, Facets> byOffice) {}

    CountedFacets(UnaryOperator<String> kindLabel) {
        this.kindLabel = kindLabel;
    }

    Facets of(RecordSearch search, IndexSearcher searcher, Scope scope) throws IOException {
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
}
