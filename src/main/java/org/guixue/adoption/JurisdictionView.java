package org.guixue.adoption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.access.OfficeKind;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.form.Ledger;
import org.guixue.form.Rule;

/** What a county may adopt, in the words of the page: every other jurisdiction's forms, ledgers and rules, and what it inherits. */
@ApplicationScoped
public class JurisdictionView {
    private static final String INVENTED = "shifan";

    private final FormCatalog forms;

    @Inject
    public JurisdictionView(FormCatalog forms) {
        this.forms = forms;
    }

    /**
     * A form or ledger.
     *
     * @param what who fills it in, about what
     * @param series the word in its numbers as its origin has it
     * @param approval whether its origin asks for approval
     * @param words names on the sheet that may be replaced, and what the origin prints
     * @param inherited it holds here without being adopted
     */
    public record Paper(
            String id,
            String title,
            String what,
            String series,
            boolean approval,
            boolean ledger,
            Map<String, String> words,
            boolean inherited) {}

    /**
     * A rule.
     *
     * @param id with its jurisdiction's, as it is adopted
     * @param name without
     */
    public record RuleLine(String id, String name, String title, String must, String source, boolean inherited) {}

    /** What one jurisdiction offers. */
    public record Offer(String id, String name, String source, List<Paper> papers, List<RuleLine> rules) {}

    /** Something to choose from. */
    public record Choice(String id, String name) {}

    /** @param parent the jurisdiction that it goes by beside its own word; empty for none */
    public List<Offer> offers(String own, String parent) {
        Set<String> inherited = new HashSet<>();
        forms.formsOf(parent).forEach(form -> inherited.add(form.id().toString()));
        forms.ledgersOf(parent).forEach(ledger -> inherited.add(ledger.id().toString()));
        Set<String> rules =
                forms.rulesOf(parent).stream().map(JurisdictionView::idOf).collect(Collectors.toSet());
        return others(own)
                .map(each -> offer(each, inherited, rules))
                .filter(offer -> !offer.papers().isEmpty() || !offer.rules().isEmpty())
                .toList();
    }

    public List<Choice> parents(String own) {
        return others(own).map(each -> new Choice(each.id(), named(each))).toList();
    }

    private Stream<Jurisdiction> others(String own) {
        return forms.jurisdictions().stream()
                .filter(each -> !each.id().equals(own))
                .filter(each -> each.parent().filter(own::equals).isEmpty())
                .sorted(Comparator.comparing((Jurisdiction each) -> !each.id().equals("national"))
                        .thenComparing(each -> each.id().equals(INVENTED))
                        .thenComparing(Jurisdiction::id));
    }

    private static String named(Jurisdiction each) {
        return each.id().equals(INVENTED) ? each.name() + "（演示用的虚构县）" : each.name();
    }

    private Offer offer(Jurisdiction each, Set<String> inherited, Set<String> rulesInherited) {
        List<Paper> papers = new ArrayList<>();
        forms.forms().stream()
                .filter(form -> form.id().jurisdiction().equals(each.id()))
                .forEach(form -> papers.add(paper(form, whatOf(form), inherited)));
        forms.ledgers().stream()
                .filter(ledger -> ledger.id().jurisdiction().equals(each.id()))
                .forEach(ledger -> papers.add(paper(ledger.paper(), whatOf(ledger), inherited)));
        List<RuleLine> rules = each.rules().stream()
                .filter(rule -> !rule.off())
                .map(rule -> new RuleLine(
                        idOf(rule),
                        rule.id(),
                        rule.title(),
                        rule.must().equals(rule.title()) ? "" : rule.must(),
                        rule.source(),
                        rulesInherited.contains(idOf(rule))))
                .toList();
        return new Offer(each.id(), named(each), source(each), papers, rules);
    }

    private static String source(Jurisdiction each) {
        return each.source()
                .map(source -> "《%s》（%s）".formatted(source.title(), source.number()))
                .orElse("");
    }

    private static Paper paper(Form form, String what, Set<String> inherited) {
        return new Paper(
                form.id().toString(),
                form.title(),
                what,
                form.series(),
                form.approval(),
                form.isLedger(),
                new TreeMap<>(form.words()),
                inherited.contains(form.id().toString()));
    }

    private static String whatOf(Form form) {
        String who = form.issuers().stream().map(JurisdictionView::label).collect(Collectors.joining("、"));
        String about =
                switch (form.about()) {
                    case STUDENT -> "关于一名学生";
                    case CASE -> "关于一件个案";
                    case OFFICE -> "关于一个单位";
                    case TERM -> "关于一个学期";
                    case PERIOD -> "";
                };
        return who + "签发，" + about;
    }

    private static String whatOf(Ledger ledger) {
        String who = ledger.levels().stream().map(OfficeKind::label).collect(Collectors.joining("、"));
        return "台账，由" + who + "报送；" + ledger.source();
    }

    private static String label(String kind) {
        return OfficeKind.valueOf(kind).label();
    }

    private static String idOf(Rule rule) {
        return rule.jurisdiction() + "/" + rule.id();
    }

    /** Another place that a title names: nobody's paper says another county's name. */
    static Optional<String> placeIn(String title, String own, FormCatalog forms) {
        return forms.jurisdictions().stream()
                .filter(each -> !each.id().equals("national"))
                .map(Jurisdiction::name)
                .flatMap(name -> places(name).stream())
                .filter(place -> title.contains(place) && !own.contains(place))
                .max(Comparator.comparingInt(String::length));
    }

    /** 赣州市赣县区 is also called 赣县区. */
    private static List<String> places(String name) {
        int city = name.indexOf('市');
        return city > 0 && city < name.length() - 2 ? List.of(name, name.substring(city + 1)) : List.of(name);
    }
}
