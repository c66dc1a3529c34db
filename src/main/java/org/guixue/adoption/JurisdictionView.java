package org.guixue.adoption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.access.OfficeKind;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.form.Ledger;
import org.guixue.form.PaperSearch;
import org.guixue.form.Rule;
import org.guixue.page.Typed;

/** What a county may adopt, in the words of the page: every other jurisdiction's forms, ledgers and rules, and what it inherits. */
@ApplicationScoped
public class JurisdictionView {
    /** The field that says what is looked for. */
    static final String SEARCH = "q";

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
     * @param origin whose it is
     * @param series the word in its numbers as its origin has it
     * @param approval whether its origin asks for approval
     * @param words names on the sheet that may be replaced, and what the origin prints
     * @param inherited it holds here without being adopted
     * @param shown whether it is among what is looked for
     */
    public record Paper(
            String id,
            String title,
            String what,
            String origin,
            String series,
            boolean approval,
            Map<String, String> words,
            boolean inherited,
            boolean shown) {}

    /**
     * A rule.
     *
     * @param id with its jurisdiction's, as it is adopted
     * @param name without
     */
    public record RuleLine(
            String id, String name, String title, String must, String source, boolean inherited, boolean shown) {}

    /** Papers that are for the same, those in use first. */
    public record Shelf(String purpose, List<Paper> papers, long inUse, boolean open) {
        public boolean shown() {
            return papers.stream().anyMatch(Paper::shown);
        }
    }

    /** The rules of one jurisdiction. */
    public record Offer(String id, String name, String source, List<RuleLine> rules, boolean open) {
        public boolean shown() {
            return rules.stream().anyMatch(RuleLine::shown);
        }
    }

    /** What the rules ask for and no paper in use answers. */
    public record Wanted(String rule, String source, List<Paper> papers) {}

    /** Something to choose from. */
    public record Choice(String id, String name) {}

    /** @param parent the jurisdiction that it goes by beside its own word; empty for none */
    public List<Shelf> shelves(String own, String parent, Typed typed) {
        PaperSearch search = new PaperSearch(forms, typed.value(SEARCH));
        Set<String> inherited = new HashSet<>();
        forms.formsOf(parent).forEach(form -> inherited.add(form.id().toString()));
        forms.ledgersOf(parent).forEach(ledger -> inherited.add(ledger.id().toString()));
        Predicate<Paper> inUse = paper -> paper.inherited() || typed.has("adopt", paper.id());
        Map<String, Integer> places = new HashMap<>();
        others(own).forEach(each -> places.put(each.id(), places.size()));
        List<Form> papers = Stream.concat(
                        forms.forms().stream(), forms.ledgers().stream().map(Ledger::paper))
                .filter(paper -> places.containsKey(paper.id().jurisdiction()))
                .sorted(Comparator.comparing(paper -> places.get(paper.id().jurisdiction())))
                .toList();
        return forms.purposes().stream()
                .map(purpose -> papers.stream()
                        .filter(paper -> forms.purposeOf(paper).equals(purpose))
                        .map(paper -> paper(paper, inherited, search))
                        .sorted(Comparator.comparing(inUse.negate()::test))
                        .collect(Collectors.collectingAndThen(
                                Collectors.toList(),
                                found -> new Shelf(
                                        purpose.label(),
                                        found,
                                        found.stream().filter(inUse).count(),
                                        !search.isEmpty() || found.stream().anyMatch(paper -> isWrong(paper, typed))))))
                .filter(shelf -> !shelf.papers().isEmpty())
                .toList();
    }

    private static boolean isWrong(Paper paper, Typed typed) {
        return typed.violations().stream()
                .anyMatch(violation -> List.of(violation.field().split(":")).contains(paper.id()));
    }

    public List<Offer> offers(String own, String parent, Typed typed) {
        PaperSearch search = new PaperSearch(forms, typed.value(SEARCH));
        Set<String> inherited =
                forms.rulesOf(parent).stream().map(JurisdictionView::idOf).collect(Collectors.toSet());
        return others(own)
                .map(each -> {
                    List<RuleLine> rules = rules(each, inherited, search);
                    boolean open = !search.isEmpty() || rules.stream().anyMatch(rule -> typed.has("rule", rule.id()));
                    return new Offer(each.id(), named(each, typed.value("name")), source(each), rules, open);
                })
                .filter(offer -> !offer.rules().isEmpty())
                .toList();
    }

    private static List<RuleLine> rules(Jurisdiction each, Set<String> inherited, PaperSearch search) {
        return each.rules().stream()
                .filter(rule -> !rule.off())
                .map(rule -> new RuleLine(
                        idOf(rule),
                        rule.id(),
                        rule.title(),
                        rule.must().equals(rule.title()) ? "" : rule.must(),
                        rule.source(),
                        inherited.contains(idOf(rule)),
                        search.findsIn(rule.title() + ' ' + rule.must() + ' ' + each.name())))
                .toList();
    }

    /** @param jurisdiction what the county goes by now */
    public List<Wanted> wanted(String jurisdiction) {
        PaperSearch everything = new PaperSearch(forms, "");
        return forms.wantedIn(jurisdiction).stream()
                .map(wanted -> new Wanted(
                        wanted.rule(),
                        wanted.source(),
                        wanted.papers().stream()
                                .map(paper -> paper(paper, Set.of(), everything))
                                .toList()))
                .toList();
    }

    /** @param name of the county that chooses */
    public List<Choice> parents(String own, String name) {
        return others(own).map(each -> new Choice(each.id(), named(each, name))).toList();
    }

    private Stream<Jurisdiction> others(String own) {
        return forms.jurisdictions().stream()
                .filter(each -> !each.id().equals(own))
                .filter(each -> each.parent().filter(own::equals).isEmpty())
                .sorted(Comparator.comparing((Jurisdiction each) -> !each.id().equals("national"))
                        .thenComparing(each -> each.id().equals(INVENTED))
                        .thenComparing(Jurisdiction::id));
    }

    /** A county that the program brings along does not follow itself: it goes on from what was brought along for it. */
    private static String named(Jurisdiction each, String county) {
        if (each.name().equals(county)) {
            return "随系统提供给" + each.name() + "的";
        }
        return each.id().equals(INVENTED) ? each.name() + "（演示用的虚构县）" : each.name();
    }

    private static String source(Jurisdiction each) {
        return each.source()
                .map(source -> "《%s》（%s）".formatted(source.title(), source.number()))
                .orElse("");
    }

    private Paper paper(Form form, Set<String> inherited, PaperSearch search) {
        String id = form.id().toString();
        return new Paper(
                id,
                form.title(),
                forms.ledger(form.id()).map(JurisdictionView::whatOf).orElseGet(() -> whatOf(form)),
                forms.jurisdiction(form.id().jurisdiction())
                        .map(Jurisdiction::name)
                        .orElse(""),
                form.series(),
                form.approval(),
                new TreeMap<>(form.words()),
                inherited.contains(id),
                search.finds(form));
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
