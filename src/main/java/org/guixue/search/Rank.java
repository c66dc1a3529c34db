package org.guixue.search;

import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/** What a find is worth. Each rank outweighs all terms of the next, so that order never depends on word statistics. */
enum Rank {
    EXACT(250_000),
    WHOLE_NAME(20_000),
    NAME_AS_WRITTEN(4_000),
    NAME_PART(1_000),
    WHOLE_PINYIN(100),
    PINYIN(5),
    TEXT(1);

    private final float worth;

    Rank(float worth) {
        this.worth = worth;
    }

    Query of(Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), worth);
    }
}
