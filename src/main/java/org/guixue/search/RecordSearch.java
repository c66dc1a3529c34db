package org.guixue.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.guixue.access.Scope;
import org.guixue.search.SearchResult.Facets;

/** One question for records, asked of one state of the index. */
final class RecordSearch {
    private static final SortField NEWEST =
            LongField.newSortField(Documents.ISSUED_ON, true, SortedNumericSelector.Type.MAX);
    private static final SortField OLDEST =
            LongField.newSortField(Documents.ISSUED_ON, false, SortedNumericSelector.Type.MAX);
    private static final SortField LATEST_ID =
            LongField.newSortField(Documents.ID, true, SortedNumericSelector.Type.MAX);
    private static final SortField BY_NAME = new SortField(Documents.NAME_SORT, SortField.Type.STRING);

    private final IndexSearcher searcher;
    private final SearchQuery asked;
    private final Scope scope;
    private final boolean sensitive;
    private final Question question;

    RecordSearch(IndexSearcher searcher, SearchQuery asked, Scope scope, boolean sensitive, Digests digests) {
        this.searcher = searcher;
        this.asked = asked;
        this.scope = scope;
        this.sensitive = sensitive;
        this.question = Question.read(asked.q(), digests);
    }

    /** Whether it asks for all that the scope holds. */
    boolean isUnfiltered() {
        return question.isBlank() && filters().isEmpty();
    }

    SearchResult result(Facets facets, long startedNanos) throws IOException {
        TopDocs hits = Paging.page(searcher, query(""), sort(), asked.page(), asked.size());
        Highlighter highlighter = new Highlighter(question, sensitive);
        List<SearchResult.Item> items = new ArrayList<>();
        for (ScoreDoc hit : hits.scoreDocs) {
            Document record = searcher.storedFields().document(hit.doc);
            items.add(item(record, highlighter.highlight(record)));
        }
        return new SearchResult(hits.totalHits.value, (System.nanoTime() - startedNanos) / 1_000_000, items, facets);
    }

    long count() throws IOException {
        return searcher.count(query(""));
    }

    /** All that is found, without highlights, in the order asked for. */
    void walk(Walk<SearchResult.Item> walk) throws IOException {
        Paging.walk(searcher, query(""), sort(), hits -> {
            for (ScoreDoc hit : hits) {
                walk.take(item(searcher.storedFields().document(hit.doc), List.of()));
            }
        });
    }

    /** @param kindLabel what a kind is called */
    Facets facets(UnaryOperator<String> kindLabel) throws IOException {
        return new Facets(
                FacetCounter.ofKinds(count(Documents.KIND), kindLabel),
                FacetCounter.ofPlaces(count(Documents.SCHOOL)),
                FacetCounter.ofPlaces(count(Documents.TOWNSHIP)),
                FacetCounter.ofYears(count(Documents.YEAR)));
    }

    private Map<String, Long> count(String field) throws IOException {
        return searcher.search(query(field), new FacetCounter(field));
    }

    /** The scope first, then what was typed, then every filter but that on the field left out. */
    private Query query(String leftOut) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(ofType(Documents.RECORD), Occur.FILTER)
                .add(visibleIn(scope), Occur.FILTER)
                .add(question.query(sensitive), Occur.MUST);
        filters().forEach((field, filter) -> {
            if (!field.equals(leftOut)) {
                query.add(filter, Occur.FILTER);
            }
        });
        return query.build();
    }

    private Map<String, Query> filters() {
        Map<String, Query> filters = new LinkedHashMap<>();
        filter(filters, Documents.FORM, asked.form());
        filter(filters, Documents.KIND, asked.kind());
        filter(filters, Documents.SCHOOL, asked.school());
        filter(filters, Documents.TOWNSHIP, asked.township());
        filter(filters, Documents.YEAR, asked.year());
        filter(filters, Documents.STATE, asked.state());
        filter(filters, Documents.STUDENT_ID, asked.student());
        if (asked.from().isPresent() || asked.to().isPresent()) {
            long from = asked.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
            long to = asked.to().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
            filters.put(Documents.ISSUED_ON, LongField.newRangeQuery(Documents.ISSUED_ON, from, to));
        }
        return filters;
    }

    private static void filter(Map<String, Query> filters, String field, Optional<?> value) {
        value.ifPresent(wanted -> filters.put(field, new TermQuery(new Term(field, wanted.toString()))));
    }

    private Sort sort() {
        return switch (asked.sort()) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, NEWEST, LATEST_ID);
            case NEWEST -> new Sort(NEWEST, LATEST_ID);
            case OLDEST -> new Sort(OLDEST, LATEST_ID);
            case NAME -> new Sort(BY_NAME, NEWEST, LATEST_ID);
        };
    }

    private static SearchResult.Item item(Document record, List<SearchResult.Fragment> highlights) {
        return new SearchResult.Item(
                number(record, Documents.ID),
                record.get(Documents.SERIAL),
                record.get(Documents.ARCHIVAL_NUMBER),
                record.get(Documents.FORM),
                record.get(Documents.KIND),
                record.get(Documents.TITLE),
                Optional.ofNullable(record.get(Documents.STUDENT_ID)).map(Long::valueOf),
                record.get(Documents.NAME),
                record.get(Documents.MASKED_ID),
                place(record, Documents.SCHOOL),
                place(record, Documents.TOWNSHIP),
                LocalDate.ofEpochDay(number(record, Documents.ISSUED_ON)),
                record.get(Documents.STATE),
                highlights);
    }

    private static long number(Document record, String field) {
        return record.getField(field).numericValue().longValue();
    }

    private static Optional<Place> place(Document record, String field) {
        return Optional.ofNullable(record.get(field)).map(value -> {
            int tab = value.indexOf(Documents.TAB);
            return new Place(Long.parseLong(value.substring(0, tab)), value.substring(tab + 1));
        });
    }

    static Query ofType(String type) {
        return new TermQuery(new Term(Documents.TYPE, type));
    }

    static Query visibleIn(Scope scope) {
        return new TermQuery(new Term(Documents.VISIBLE_TO, Long.toString(scope.office())));
    }
}
