package org.guixue.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.guixue.search.SearchResult.Facet;

/** Counts the values of one field over all that a query finds. */
final class FacetCounter implements CollectorManager<FacetCounter.Counter, Map<String, Long>> {
    private final String field;

    FacetCounter(String field) {
        this.field = field;
    }

    @Override
    public Counter newCollector() {
        return new Counter(field);
    }

    @Override
    public Map<String, Long> reduce(Collection<Counter> counters) throws IOException {
        Map<String, Long> sum = new HashMap<>();
        for (Counter counter : counters) {
            counter.endSegment();
            counter.counts.forEach((value, count) -> sum.merge(value, count, Long::sum));
        }
        return sum;
    }

    /** Values that are one office under two names count together, under the name that counts more. */
    static List<Facet> ofPlaces(Map<String, Long> counts) {
        Map<String, Facet> places = new HashMap<>();
        counts.forEach((value, count) -> {
            int tab = value.indexOf(Documents.TAB);
            Facet facet = new Facet(value.substring(0, tab), value.substring(tab + 1), count);
            places.merge(facet.value(), facet, FacetCounter::together);
        });
        return places.values().stream().sorted(MOST_FIRST).toList();
    }

    static List<Facet> ofKinds(Map<String, Long> counts, UnaryOperator<String> label) {
        return counts.entrySet().stream()
                .map(entry -> new Facet(entry.getKey(), label.apply(entry.getKey()), entry.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }

    static List<Facet> ofYears(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Facet(entry.getKey(), entry.getKey() + "年", entry.getValue()))
                .sorted(Comparator.comparing((Facet facet) -> Integer.valueOf(facet.value()))
                        .reversed())
                .toList();
    }

    private static final Comparator<Facet> MOST_FIRST =
            Comparator.comparingLong(Facet::count).reversed().thenComparing(Facet::label);

    private static Facet together(Facet one, Facet other) {
        return new Facet(
                one.value(), one.count() >= other.count() ? one.label() : other.label(), one.count() + other.count());
    }

    /** The counts of one pass, segment by segment. */
    static final class Counter extends SimpleCollector {
        private final String field;
        private final Map<String, Long> counts = new HashMap<>();
        private SortedDocValues values = DocValues.emptySorted();
        private int[] ofSegment = {};

        private Counter(String field) {
            this.field = field;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext segment) throws IOException {
            endSegment();
            values = DocValues.getSorted(segment.reader(), field);
            ofSegment = new int[values.getValueCount()];
        }

        @Override
        public void collect(int document) throws IOException {
            if (values.advanceExact(document)) {
                ofSegment[values.ordValue()]++;
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        private void endSegment() throws IOException {
            for (int ordinal = 0; ordinal < ofSegment.length; ordinal++) {
                if (ofSegment[ordinal] > 0) {
                    counts.merge(values.lookupOrd(ordinal).utf8ToString(), (long) ofSegment[ordinal], Long::sum);
                }
            }
            ofSegment = new int[0];
        }
    }
}
