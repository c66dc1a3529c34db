package org.guixue.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a jurisdiction's rules ask for while no paper that answers them is in force there.
 *
 * @param rule what asks for it, in words
 * @param source where that comes from
 * @param papers any of these answers it, the nation's first
 */
public record WantedPaper(String rule, String source, List<Form> papers) {
    public WantedPaper {
        papers = List.copyOf(papers);
    }

    /** Of gates about kinds of papers, and of rules that nothing but a paper does. */
    static List<WantedPaper> of(FormCatalog forms, String jurisdiction) {
        List<Form> inForce = Stream.concat(
                        forms.formsOf(jurisdiction).stream(),
                        forms.ledgersOf(jurisdiction).stream().map(Ledger::paper))
                .toList();
        Set<String> kinds = inForce.stream().map(Form::kind).collect(Collectors.toSet());
        Set<String> names = inForce.stream().map(form -> form.id().name()).collect(Collectors.toSet());
        List<WantedPaper> wanted = new ArrayList<>();
        new TreeMap<>(forms.gatesOf(jurisdiction))
                .values().stream()
                        .filter(gate -> !gate.papers().isEmpty()
                                && gate.papers().stream().noneMatch(kinds::contains))
                        .forEach(gate -> wanted.add(new WantedPaper(
                                gate.papers().stream().map(forms::kindLabel).collect(Collectors.joining("、")),
                                gate.origin(),
                                forms.forms().stream()
                                        .filter(form -> gate.papers().contains(form.kind()))
                                        .toList())));
        forms.rulesOf(jurisdiction).stream()
                .filter(rule -> doneByPapersAlone(rule)
                        && rule.doneBy().stream().noneMatch(proof -> names.contains(nameOf(proof))))
                .forEach(rule -> wanted.add(new WantedPaper(
                        rule.title(),
                        rule.source(),
                        rule.doneBy().stream()
                                .flatMap(proof -> forms.paper(FormId.parse(proof.name())).stream())
                                .toList())));
        return wanted.stream()
                .filter(each -> !each.papers().isEmpty())
                .map(WantedPaper::nationFirst)
                .toList();
    }

    private static boolean doneByPapersAlone(Rule rule) {
        return !rule.doneBy().isEmpty()
                && rule.doneBy().stream().noneMatch(proof -> proof.kind() == Rule.Proof.Kind.EVENT);
    }

    private static String nameOf(Rule.Proof proof) {
        return FormId.parse(proof.name()).name();
    }

    private WantedPaper nationFirst() {
        return new WantedPaper(
                rule,
                source,
                papers.stream()
                        .sorted(Comparator.comparing(
                                form -> !form.id().jurisdiction().equals("national")))
                        .toList());
    }
}
