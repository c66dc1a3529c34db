package org.guixue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongRange;
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
import org.guixue.identity.SchoolGrade;

/** One question for children on the roll, asked of one state of the index. */
final class StudentSearch {
    private static final int TOGETHER = 500;
    private static final SortField BY_NAME = new SortField(Documents.NAME_SORT, SortField.Type.STRING);
    private static final SortField BY_ID = LongField.newSortField(Documents.ID, false, SortedNumericSelector.Type.MIN);

    private final IndexSearcher searcher;
    private final StudentQuery asked;
    private final Query query;

    StudentSearch(IndexSearcher searcher, StudentQuery asked, Scope scope, Digests digests) {
        this.searcher = searcher;
        this.asked = asked;
        BooleanQuery.Builder all = new BooleanQuery.Builder()
                .add(RecordSearch.ofType(Documents.STUDENT), Occur.FILTER)
                .add(RecordSearch.visibleIn(scope), Occur.FILTER)
                .add(Question.read(asked.q(), digests).query(false), Occur.MUST);
        asked.school().ifPresent(id -> all.add(at(Documents.SCHOOL, id), Occur.FILTER));
        asked.township().ifPresent(id -> all.add(at(Documents.TOWNSHIP, id), Occur.FILTER));
        asked.state().ifPresent(state -> all.add(exactly(Documents.STATE, state), Occur.FILTER));
        asked.grade().ifPresent(grade -> all.add(exactly(Documents.GRADE, SchoolGrade.key(grade)), Occur.FILTER));
        asked.category().ifPresent(held -> all.add(held(held), Occur.FILTER));
        this.query = all.build();
    }

    StudentHits hits() throws IOException {
        TopDocs page = page();
        return new StudentHits(page.totalHits.value, ids(page.scoreDocs));
    }

    /** The ids of all pages, {@value #TOGETHER} at a time. */
    void walk(Walk<List<Long>> walk) throws IOException {
        Paging.walk(searcher, query, sort(), hits -> {
            List<Long> ids = ids(hits);
            for (int first = 0; first < ids.size(); first += TOGETHER) {
                walk.take(ids.subList(first, Math.min(first + TOGETHER, ids.size())));
            }
        });
    }

    private List<Long> ids(ScoreDoc[] hits) throws IOException {
        List<Long> ids = new ArrayList<>();
        for (ScoreDoc hit : hits) {
            ids.add(searcher.storedFields()
                    .document(hit.doc, Set.of(Documents.ID))
                    .getField(Documents.ID)
                    .numericValue()
                    .longValue());
        }
        return ids;
    }

    /** The names of one page, each once, best first. */
    List<String> names() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (ScoreDoc hit : page().scoreDocs) {
            names.add(searcher.storedFields()
                    .document(hit.doc, Set.of(Documents.NAME))
                    .get(Documents.NAME));
        }
        return List.copyOf(names);
    }

    private TopDocs page() throws IOException {
        return Paging.page(searcher, query, sort(), asked.page(), asked.size());
    }

    private static Query at(String field, long office) {
        return exactly(field, Long.toString(office));
    }

    private static Query exactly(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static Query held(StudentQuery.HeldOn held) {
        long[] day = {held.day().toEpochDay()};
        return LongRange.newContainsQuery(Documents.HELD + held.category(), day, day);
    }

    private Sort sort() {
        return switch (asked.order()) {
            case BEST -> new Sort(SortField.FIELD_SCORE, BY_NAME, BY_ID);
            case NAME -> new Sort(BY_NAME, BY_ID);
            case CLASS -> new Sort(new SortField(Documents.CLASS_SORT, SortField.Type.STRING), BY_NAME, BY_ID);
        };
    }
}
