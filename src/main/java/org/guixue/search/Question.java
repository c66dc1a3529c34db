package org.guixue.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.guixue.identity.Normaliser;

/**
 * What someone typed into the search box, read as terms that must all be found. There is no query language to break:
 * quotes make a literal phrase, everything else is text. What holds nothing readable, such as an emoji, is passed over;
 * a question of nothing else finds nothing.
 */
final class Question {
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern QUOTE = Pattern.compile("[“”„‟]");
    private static final Pattern SPACED_ID =
            Pattern.compile("(?<![0-9A-Za-z])[A-Za-z]?(?:[0-9][ -]{0,2}){17}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern SPACED_DATE = Pattern.compile("(\\d{4}) *年(?: *(\\d{1,2}) *月(?: *(\\d{1,2}) *日)?)?");
    private static final Pattern SPACED_NUMBER = Pattern.compile("(第?) *(\\d+) *号");
    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"|([^\\s\"，,、;；。!！?？|]+)");

    private static final int MOST_NAME_TOKENS = 200;

    private final boolean blank;
    private final List<QueryTerm> terms;
    private final QueryTerm whole;

    private Question(boolean blank, List<QueryTerm> terms, QueryTerm whole) {
        this.blank = blank;
        this.terms = List.copyOf(terms);
        this.whole = whole;
    }

    static Question read(String typed, Digests digests) {
        String clean = clean(typed.substring(0, Math.min(typed.length(), SearchQuery.LONGEST)));
        List<MatchResult> typedTerms =
                TERM.matcher(clean).results().limit(SearchQuery.MOST_TERMS).toList();
        int tokensEach = MOST_NAME_TOKENS / Math.max(1, typedTerms.size());
        List<QueryTerm> terms = new ArrayList<>();
        for (MatchResult match : typedTerms) {
            boolean literal = match.group(1) != null;
            QueryTerm term = new QueryTerm(literal ? match.group(1) : match.group(2), literal, tokensEach, digests);
            if (term.isReadable()) {
                terms.add(term);
            }
        }
        return new Question(clean.isBlank(), terms, new QueryTerm(clean, false, MOST_NAME_TOKENS, digests));
    }

    List<QueryTerm> terms() {
        return terms;
    }

    boolean isBlank() {
        return blank;
    }

    /** @param sensitive whether sensitive text may be looked at */
    Query query(boolean sensitive) {
        if (blank) {
            return new MatchAllDocsQuery();
        }
        if (terms.isEmpty()) {
            return new MatchNoDocsQuery("nothing readable was typed");
        }
        if (terms.size() == 1) {
            return terms.get(0).query(sensitive);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(term.query(sensitive), Occur.MUST));
        return new BooleanQuery.Builder()
                .add(all.build(), Occur.SHOULD)
                .add(whole.wholeQuery(), Occur.SHOULD)
                .build();
    }

    private static String clean(String typed) {
        String text = Normalizer.normalize(Normaliser.text(typed), Normalizer.Form.NFKC);
        text = UNSEEN.matcher(text).replaceAll("");
        text = CONTROL.matcher(text).replaceAll(" ");
        text = QUOTE.matcher(text).replaceAll("\"");
        text = SPACED_ID.matcher(text).replaceAll(match -> OfficialNumber.bare(match.group()));
        text = SPACED_DATE.matcher(text).replaceAll(match -> match.group().replace(" ", ""));
        return SPACED_NUMBER.matcher(text).replaceAll("$1$2号");
    }
}
