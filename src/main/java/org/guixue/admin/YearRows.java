package org.guixue.admin;

import java.util.List;
import java.util.stream.IntStream;
import org.guixue.page.Typed;

/** Which rows of the year's page stand open: those that say something, and of the terms at least the county's two. */
public record YearRows(Typed typed) {
    private static final int COUNTYS_TERMS = 2;

    public List<Integer> terms() {
        return numbers(0, termsShown());
    }

    /** Folded until somebody needs them. */
    public List<Integer> furtherTerms() {
        return numbers(termsShown(), YearFormRequest.TERMS);
    }

    public List<Integer> daysOff() {
        return numbers(0, YearFormRequest.DAYS_OFF);
    }

    public List<Integer> worked() {
        return numbers(0, YearFormRequest.WORKED);
    }

    /** Whether the holidays are, or are to be, the county's own, so that their rows matter. */
    public boolean own() {
        return typed.value("holidays").equals("own") || typed.wrong("holidays");
    }

    private int termsShown() {
        int last = YearFormRequest.TERMS;
        while (last > COUNTYS_TERMS && isBlank("term" + (last - 1))) {
            last--;
        }
        return last;
    }

    private boolean isBlank(String row) {
        return typed.value(row + ".starts").isEmpty()
                && typed.value(row + ".ends").isEmpty();
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
