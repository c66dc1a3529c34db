package org.guixue.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/** Turns to a page however deep, in strides of {@value #STRIDE} hits, so that no stride costs more memory than that. */
final class Paging {
    private static final int STRIDE = 10_000;

    private Paging() {}

    /** The hits of one page, counted from 1, and the exact total. */
    static TopDocs page(IndexSearcher searcher, Query query, Sort sort, int page, int size) throws IOException {
        long total = searcher.count(query);
        long skip = (page - 1L) * size;
        if (skip >= total) {
            return new TopDocs(new TotalHits(total, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]);
        }
        FieldDoc after = null;
        while (skip + size > STRIDE) {
            int stride = (int) Math.min(STRIDE, skip);
            ScoreDoc[] passed = next(searcher, query, sort, after, stride).scoreDocs;
            after = (FieldDoc) passed[passed.length - 1];
            skip -= stride;
            if (skip == 0) {
                break;
            }
        }
        TopFieldDocs last = next(searcher, query, sort, after, (int) skip + size);
        ScoreDoc[] hits = last.scoreDocs;
        return new TopDocs(
                new TotalHits(total, TotalHits.Relation.EQUAL_TO),
                Arrays.copyOfRange(hits, (int) Math.min(skip, hits.length), hits.length));
    }

    /** All hits in strides; the hits of one stride are in memory at a time. */
    static void walk(IndexSearcher searcher, Query query, Sort sort, Walk<ScoreDoc[]> walk) throws IOException {
        ScoreDoc[] hits = next(searcher, query, sort, null, STRIDE).scoreDocs;
        while (hits.length > 0) {
            walk.take(hits);
            hits = next(searcher, query, sort, (FieldDoc) hits[hits.length - 1], STRIDE).scoreDocs;
        }
    }

    private static TopFieldDocs next(
            IndexSearcher searcher, Query query, Sort sort, @Nullable FieldDoc after, int count) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(sort, count, after, 1));
    }
}
