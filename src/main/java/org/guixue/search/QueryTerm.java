package org.guixue.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** One term of a question and all that it may mean; the best meaning counts. */
final class QueryTerm {
    private static final int MOST_NAMES = 64;
    private static final int LONGEST_NUMBER = 60;

    private final String term;
    private final boolean literal;
    private final int mostTokens;
    private final Digests digests;
    private final List<Folded.Item> items;
    private final List<Folded.Item> number;
    private final Optional<WrittenDate> date;

    /**
     * Reads a term.
     *
     * @param literal stood in quotes: found as it stands, not as pinyin, date or ID
     * @param mostTokens how many name tokens it may ask for; Lucene bounds the sum of all that a query asks for
     */
    QueryTerm(String term, boolean literal, int mostTokens, Digests digests) {
        this.term = term;
        this.literal = literal;
        this.mostTokens = mostTokens;
        this.digests = digests;
        this.items = Folded.of(term);
        List<Folded.Item> numbered = OfficialNumber.items(term);
        this.number = numbered.size() <= LONGEST_NUMBER && tellsANumber(numbered) ? numbered : List.of();
        this.date = literal ? Optional.empty() : WrittenDate.read(term);
    }

    boolean isReadable() {
        return !items.isEmpty();
    }

    Query query(boolean sensitive) {
        List<Query> meanings = new ArrayList<>();
        addText(meanings, Documents.TEXT);
        if (sensitive) {
            addText(meanings, Documents.SENSITIVE);
        }
        if (!number.isEmpty()) {
            meanings.add(Rank.PINYIN.of(Phrase.textQuery(Documents.NUMBER, number)));
        }
        meanings.add(wholeQuery());
        Rank rank = isSpelled() ? Rank.PINYIN : Rank.NAME_PART;
        namePhrases().forEach(phrase -> meanings.add(rank.of(phrase.nameQuery())));
        List<Set<String>> written = Folded.closed(term).stream()
                .map(item -> Set.of(NamePinyin.asWritten(item)))
                .toList();
        if (!isSpelled() && written.size() <= mostTokens) {
            meanings.add(Rank.NAME_AS_WRITTEN.of(Phrase.ofName(written).nameQuery()));
        }
        if (!literal) {
            addSecrets(meanings);
        }
        date.ifPresent(days -> meanings.add(Rank.PINYIN.of(LongField.newRangeQuery(
                Documents.ISSUED_ON, days.first().toEpochDay(), days.last().toEpochDay()))));
        return new DisjunctionMaxQuery(meanings, 0);
    }

    /** A name or number that is this and nothing more. */
    Query wholeQuery() {
        List<Query> meanings = new ArrayList<>();
        meanings.add(Rank.WHOLE_NAME.of(exact(Documents.NAME_KEY, Folded.key(Folded.closed(term)))));
        if (!number.isEmpty()) {
            meanings.add(Rank.EXACT.of(exact(Documents.NUMBER_KEY, Folded.key(number))));
        }
        if (isSpelled()) {
            namePhrases()
                    .forEach(phrase ->
                            meanings.add(Rank.WHOLE_PINYIN.of(phrase.wholeName().nameQuery())));
        }
        return new DisjunctionMaxQuery(meanings, 0);
    }

    /** What to mark in texts. */
    List<Phrase> textPhrases() {
        return spellings().map(Phrase::ofText).toList();
    }

    /** What to mark in serial and archival numbers. */
    List<Phrase> numberPhrases() {
        return number.isEmpty() ? List.of() : List.of(Phrase.ofText(number));
    }

    /** The names that it may mean, a set of tokens for each character. */
    List<Phrase> namePhrases() {
        Set<List<Set<String>>> names = new LinkedHashSet<>();
        names.add(List.of());
        for (Folded.Item item : Folded.closed(term)) {
            Set<List<Set<String>>> longer = new LinkedHashSet<>();
            for (List<Set<String>> name : names) {
                readings(item).forEach(reading -> {
                    if (longer.size() < MOST_NAMES) {
                        longer.add(
                                Stream.concat(name.stream(), reading.stream()).toList());
                    }
                });
            }
            names = longer;
        }
        List<Phrase> phrases = new ArrayList<>();
        int tokens = 0;
        for (List<Set<String>> name : names) {
            tokens += name.stream().mapToInt(Set::size).sum();
            if (tokens <= mostTokens) {
                phrases.add(Phrase.ofName(name));
            }
        }
        return phrases;
    }

    private Stream<List<Set<String>>> readings(Folded.Item item) {
        Stream<List<Set<String>>> itself = Stream.of(List.of(Set.of(item.token())));
        return item.single() || literal ? itself : Stream.concat(itself, PinyinReader.read(item.token()).stream());
    }

    private boolean isSpelled() {
        return items.stream().anyMatch(item -> !item.single());
    }

    /** Letters alone are pinyin: {@code ws} is 王四 and not every record of the class WS. */
    private static boolean tellsANumber(List<Folded.Item> items) {
        return items.stream()
                .anyMatch(item -> item.single() || item.token().chars().anyMatch(Character::isDigit));
    }

    private void addText(List<Query> meanings, String field) {
        spellings().forEach(spelling -> meanings.add(Rank.TEXT.of(Phrase.textQuery(field, spelling))));
    }

    private Stream<List<Folded.Item>> spellings() {
        return Stream.concat(
                        Stream.of(items),
                        date.stream().flatMap(days -> days.spellings().stream()).map(Folded::of))
                .distinct();
    }

    private void addSecrets(List<Query> meanings) {
        String bare = OfficialNumber.bare(term);
        if (bare.matches("\\d{17}[\\dX]")) {
            meanings.add(Rank.EXACT.of(exact(Documents.SECRET, digests.whole(bare))));
        }
        if (bare.matches("\\d{6}")) {
            meanings.add(Rank.NAME_PART.of(exact(Documents.SECRET, digests.firstSix(bare))));
        }
        if (bare.matches("\\d{3}[\\dX]")) {
            meanings.add(Rank.NAME_PART.of(exact(Documents.SECRET, digests.lastFour(bare))));
        }
        if (bare.matches("[0-9A-Z]{8,30}")) {
            meanings.add(Rank.EXACT.of(exact(Documents.SECRET, digests.studentNumber(bare))));
        }
    }

    private static Query exact(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
