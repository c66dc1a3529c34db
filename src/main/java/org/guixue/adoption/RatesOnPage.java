package org.guixue.adoption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.Violation;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.form.RollFigure;
import org.guixue.identity.Normaliser;
import org.guixue.page.Typed;

/**
 * The rates (入学率, 巩固率, 辍学率) on the form of a county's jurisdiction, to and from their definitions: figures a line each, by
 * what they are called, one that is taken away after 减. What says the same as the parent's is inherited.
 */
final class RatesOnPage {
    private static final String MINUS = "减";
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST = 200;

    private final FormCatalog forms;
    private final Typed typed;

    RatesOnPage(FormCatalog forms, Typed typed) {
        this.forms = forms;
        this.typed = typed;
    }

    /** What can be counted, by what it is called. */
    static List<String> figures() {
        return Arrays.stream(RollFigure.values()).map(RollFigure::label).toList();
    }

    /** Lays down what holds: the county's own word, else that of the parent on the form. */
    void show(Optional<Jurisdiction> own) {
        Map<String, Jurisdiction.Rate> rates = inherited();
        own.ifPresent(county -> county.rates().forEach(rate -> rates.put(rate.id(), rate)));
        typed.with("rate", List.copyOf(rates.keySet()));
        rates.values().forEach(rate -> typed.with(field(rate.id(), "label"), rate.label())
                .with(field(rate.id(), "formula"), rate.formula())
                .with(field(rate.id(), "source"), rate.source())
                .with(field(rate.id(), "numerator"), lines(rate.numerator()))
                .with(field(rate.id(), "over"), lines(rate.over())));
    }

    /** By id; empty where the parent's holds. */
    Map<String, Optional<Jurisdiction.Rate>> read(List<Violation> wrong) {
        Map<String, Jurisdiction.Rate> inherited = inherited();
        Map<String, Optional<Jurisdiction.Rate>> rates = new LinkedHashMap<>();
        for (String id : typed.all("rate")) {
            Jurisdiction.Rate rate = new Jurisdiction.Rate(
                    id,
                    text(id, "label", LONGEST_LABEL, wrong),
                    text(id, "formula", LONGEST, wrong),
                    text(id, "source", LONGEST, wrong),
                    terms(id, "numerator", wrong),
                    terms(id, "over", wrong));
            rates.put(id, rate.equals(inherited.get(id)) ? Optional.empty() : Optional.of(rate));
        }
        return rates;
    }

    private Map<String, Jurisdiction.Rate> inherited() {
        Map<String, Jurisdiction.Rate> rates = new LinkedHashMap<>();
        forms.ratesOf(typed.value("parent")).forEach(rate -> rates.put(rate.id(), rate));
        return rates;
    }

    private String text(String id, String part, int most, List<Violation> wrong) {
        String text = Normaliser.text(typed.value(field(id, part))).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        if (text.isEmpty() || text.length() > most) {
            wrong.add(new Violation(field(id, part), "请填写，最多%d个字".formatted(most)));
        }
        return text;
    }

    private List<Jurisdiction.RollTerm> terms(String id, String part, List<Violation> wrong) {
        List<Jurisdiction.RollTerm> terms = new ArrayList<>();
        List<String> lines = typed.value(field(id, part))
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        for (String line : lines) {
            boolean minus = line.startsWith(MINUS);
            String name = (minus ? line.substring(MINUS.length()) : line).strip();
            Arrays.stream(RollFigure.values())
                    .filter(figure -> figure.label().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            figure -> terms.add(new Jurisdiction.RollTerm(figure, minus)),
                            () -> wrong.add(
                                    new Violation(field(id, part), "没有“%s”这个数字，请从列出的数字里选，一行一个".formatted(name))));
        }
        if (lines.isEmpty()) {
            wrong.add(new Violation(field(id, part), "至少写一个数字，一行一个"));
        }
        return terms;
    }

    private static String lines(List<Jurisdiction.RollTerm> terms) {
        return terms.stream()
                .map(term -> (term.minus() ? MINUS + " " : "") + term.figure().label())
                .collect(Collectors.joining("\n"));
    }

    private static String field(String id, String part) {
        return "rate:" + id + ":" + part;
    }
}
