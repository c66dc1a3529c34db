package org.guixue.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.guixue.search.Phrase.Span;
import org.guixue.search.SearchResult.Fragment;
import org.guixue.search.SearchResult.Part;

/** Shows where a question stands in a found record: short fields whole, of long ones the surroundings of the first hit. */
final class Highlighter {
    private static final int BEFORE = 24;
    private static final int AFTER = 72;

    private final Question question;
    private final boolean sensitive;

    Highlighter(Question question, boolean sensitive) {
        this.question = question;
        this.sensitive = sensitive;
    }

    List<Fragment> highlight(Document record) {
        List<Fragment> fragments = new ArrayList<>();
        add(fragments, record, Documents.NAME, Folded::closed, NamePinyin::tokens, QueryTerm::namePhrases);
        for (String number : List.of(Documents.SERIAL, Documents.ARCHIVAL_NUMBER)) {
            add(fragments, record, number, OfficialNumber::items, Highlighter::itself, QueryTerm::numberPhrases);
        }
        for (String text : List.of(Documents.TITLE, Documents.TEXT)) {
            add(fragments, record, text, Folded::of, Highlighter::itself, QueryTerm::textPhrases);
        }
        if (sensitive) {
            add(fragments, record, Documents.SENSITIVE, Folded::of, Highlighter::itself, QueryTerm::textPhrases);
        }
        return fragments;
    }

    private void add(
            List<Fragment> fragments,
            Document record,
            String field,
            Function<String, List<Folded.Item>> fold,
            Function<Folded.Item, Set<String>> tokensOf,
            Function<QueryTerm, List<Phrase>> phrasesOf) {
        String value = Optional.ofNullable(record.get(field)).orElse("");
        List<Folded.Item> items = value.isEmpty() ? List.of() : fold.apply(value);
        List<Span> spans = question.terms().stream()
                .flatMap(term -> phrasesOf.apply(term).stream())
                .flatMap(phrase -> phrase.find(items, tokensOf).stream())
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList();
        if (!spans.isEmpty()) {
            fragments.add(new Fragment(field, parts(value, spans)));
        }
    }

    private static Set<String> itself(Folded.Item item) {
        return Set.of(item.token());
    }

    private static List<Part> parts(String value, List<Span> spans) {
        int from = wholeCharacter(value, Math.max(0, spans.get(0).start() - BEFORE));
        int to = wholeCharacter(
                value,
                Math.min(
                        value.length(),
                        Math.max(spans.get(0).end(), spans.get(0).start() + AFTER)));
        List<Part> parts = new ArrayList<>();
        UnaryOperator<String> line = text -> text.replaceAll("\\s+", " ");
        int at = from;
        StringBuilder hit = new StringBuilder();
        String before = from > 0 ? "…" : "";
        for (Span span : spans) {
            int start = Math.max(span.start(), at);
            int end = Math.min(span.end(), to);
            if (start >= end) {
                continue;
            }
            String plain = before + line.apply(value.substring(at, start));
            before = "";
            if (!plain.isEmpty()) {
                flush(parts, hit);
                parts.add(new Part(plain, false));
            }
            hit.append(line.apply(value.substring(start, end)));
            at = end;
        }
        flush(parts, hit);
        String rest = line.apply(value.substring(at, to)) + (to < value.length() ? "…" : "");
        if (!rest.isEmpty()) {
            parts.add(new Part(rest, false));
        }
        return parts;
    }

    private static void flush(List<Part> parts, StringBuilder hit) {
        if (!hit.isEmpty()) {
            parts.add(new Part(hit.toString(), true));
            hit.setLength(0);
        }
    }

    private static int wholeCharacter(String value, int index) {
        return index > 0
                        && index < value.length()
                        && Character.isLowSurrogate(value.charAt(index))
                        && Character.isHighSurrogate(value.charAt(index - 1))
                ? index - 1
                : index;
    }
}
