package org.guixue.aid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A child's aid read together, for its page and for ledgers: sums of what holds.
 *
 * @param all newest first
 */
public record AidBook(List<Aid> all) {
    /** What a child was given in a term. */
    public record TermSum(String term, BigDecimal amount) {
        /** 2026年秋季学期. */
        public String words() {
            return AidBook.words(term);
        }
    }

    public AidBook {
        all = List.copyOf(all);
    }

    /** 2026年秋季学期. */
    public static String words(String term) {
        return term.substring(0, 4) + (term.endsWith("spring") ? "年春季学期" : "年秋季学期");
    }

    /** The term of one of them, in words. */
    public String termOf(Aid aid) {
        return words(aid.term());
    }

    public BigDecimal total() {
        return all.stream().map(Aid::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By term, the newest first; terms of which nothing holds are left out. */
    public List<TermSum> terms() {
        Map<String, BigDecimal> sums = new TreeMap<>((a, b) -> order(b).compareTo(order(a)));
        all.forEach(aid -> sums.merge(aid.term(), aid.amount(), BigDecimal::add));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> new TermSum(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** Spring comes before autumn. */
    private static String order(String term) {
        return term.substring(0, 4) + (term.endsWith("spring") ? "1" : "2");
    }

    static boolean isTakenBack(Aid aid, List<Aid> all) {
        return all.stream()
                .anyMatch(other -> other.counters().filter(id -> id == aid.id()).isPresent());
    }

    /** Whether another entry took it back. */
    public boolean isTakenBack(Aid aid) {
        return isTakenBack(aid, all);
    }
}
