package org.guixue.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/**
 * Things that must stand one behind the other, to be found in the index and marked in what is shown.
 *
 * @param steps what may stand at each step, with the step's distance from the first
 */
record Phrase(List<Step> steps) {
    record Step(int offset, Set<String> tokens) {}

    static Phrase ofText(List<Folded.Item> items) {
        int first = items.get(0).position();
        return new Phrase(items.stream()
                .map(item -> new Step(item.position() - first, Set.of(item.token())))
                .toList());
    }

    static Phrase ofName(List<Set<String>> characters) {
        List<Step> steps = new ArrayList<>();
        characters.forEach(tokens -> steps.add(new Step(steps.size(), tokens)));
        return new Phrase(steps);
    }

    /** For a field of text: pairs of ideographs are looked up as bigrams, which are rarer than their characters. */
    static Query textQuery(String field, List<Folded.Item> items) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int first = items.get(0).position();
        boolean covered = false;
        for (int i = 0; i < items.size(); i++) {
            Folded.Item item = items.get(i);
            boolean pair = i + 1 < items.size() && item.pairsWith(items.get(i + 1));
            if (pair) {
                phrase.add(new Term(field, item.token() + items.get(i + 1).token()), item.position() - first);
            } else if (!covered) {
                phrase.add(new Term(field, item.token()), item.position() - first);
            }
            covered = pair;
        }
        return phrase.build();
    }

    /** The same between the marks that a name begins and ends with. */
    Phrase wholeName() {
        List<Set<String>> characters = new ArrayList<>();
        characters.add(Set.of(TokenList.NAME_BEGINS));
        steps.forEach(step -> characters.add(step.tokens()));
        characters.add(Set.of(TokenList.NAME_ENDS));
        return ofName(characters);
    }

    /** For the field of names. */
    Query nameQuery() {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        for (Step step : steps) {
            phrase.add(
                    step.tokens().stream()
                            .map(token -> new Term(Documents.NAME, token))
                            .toArray(Term[]::new),
                    step.offset());
        }
        return phrase.build();
    }

    /** Where it stands among items, each found by the tokens that {@code tokensOf} tells: chars from, to. */
    List<Span> find(List<Folded.Item> items, Function<Folded.Item, Set<String>> tokensOf) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i + steps.size() <= items.size(); i++) {
            if (standsAt(items.subList(i, i + steps.size()), tokensOf)) {
                spans.add(new Span(
                        items.get(i).start(), items.get(i + steps.size() - 1).end()));
            }
        }
        return spans;
    }

    private boolean standsAt(List<Folded.Item> items, Function<Folded.Item, Set<String>> tokensOf) {
        int first = items.get(0).position();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Folded.Item item = items.get(i);
            if (item.position() - first != step.offset()
                    || tokensOf.apply(item).stream().noneMatch(step.tokens()::contains)) {
                return false;
            }
        }
        return true;
    }

    /** A stretch of text in chars, {@code end} behind its last. */
    record Span(int start, int end) {}
}
