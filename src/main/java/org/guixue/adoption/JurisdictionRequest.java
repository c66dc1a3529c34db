package org.guixue.adoption;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.form.Adoption;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.Jurisdiction;
import org.guixue.form.JurisdictionDraft;
import org.guixue.identity.Normaliser;
import org.guixue.page.Typed;

/** The plain form of a county's jurisdiction, to and from what is decided about it. */
final class JurisdictionRequest {
    private static final int LONGEST_TITLE = 60;

    private final Typed typed;
    private final List<Violation> missing = new ArrayList<>();

    private JurisdictionRequest(Typed typed) {
        this.typed = typed;
    }

    /** What is decided now. */
    static Typed of(Jurisdiction known) {
        Typed typed = Typed.blank()
                .with("name", known.name())
                .with("parent", known.parent().orElse(""))
                .with(
                        "categories",
                        String.join(
                                "\n",
                                known.categories().stream()
                                        .filter(category -> category.until().isEmpty())
                                        .map(Jurisdiction.Category::label)
                                        .toList()));
        List<String> adopted =
                known.adopts().stream().map(each -> each.form().toString()).toList();
        typed.with("form", adopted).with("adopt", adopted);
        typed.with("rule", known.adoptsRules().stream().map(FormId::toString).toList());
        List<String> off = known.rules().stream()
                .filter(rule -> rule.off())
                .map(rule -> rule.id())
                .toList();
        typed.with("off", off).with("inherited", off);
        for (Adoption each : known.adopts()) {
            String form = each.form().toString();
            typed.with("title:" + form, each.title().orElse(""));
            typed.with("series:" + form, each.series().orElse(""));
            typed.with(
                    "approval:" + form,
                    each.approval().map(asks -> asks ? "yes" : "no").orElse(""));
            each.words().forEach((name, word) -> typed.with("word:" + form + ":" + name, word));
        }
        return typed;
    }

    /** Decides for one more, under the county's own name where its origin's stands on it. */
    static void adopt(Form paper, Typed typed, FormCatalog forms) {
        String id = paper.id().toString();
        typed.with("form", withOneMore(typed.all("form"), id)).with("adopt", withOneMore(typed.all("adopt"), id));
        String county = typed.value("name");
        JurisdictionView.placeIn(paper.title(), county, forms)
                .ifPresent(place -> typed.with("title:" + id, paper.title().replace(place, county)));
        paper.words().forEach((name, word) -> JurisdictionView.placeIn(word, county, forms)
                .ifPresent(place -> typed.with("word:" + id + ":" + name, word.replace(place, county))));
    }

    private static List<String> withOneMore(List<String> all, String one) {
        Set<String> more = new LinkedHashSet<>(all);
        more.add(one);
        return List.copyOf(more);
    }

    /** The form or ledger that is named so. */
    static Optional<Form> paper(String id, FormCatalog forms) {
        try {
            return forms.paper(FormId.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What was decided on the page.
     *
     * @throws ValuesRefused with everything that is missing, in the order of the form
     */
    static JurisdictionDraft draft(Typed typed, FormCatalog forms) {
        JurisdictionRequest request = new JurisdictionRequest(typed);
        JurisdictionDraft draft = request.draft(forms);
        if (!request.missing.isEmpty()) {
            throw new ValuesRefused(request.missing);
        }
        return draft;
    }

    private JurisdictionDraft draft(FormCatalog forms) {
        String name = text("name");
        if (name.length() < 2 || name.length() > 40) {
            missing.add(new Violation("name", "请填写地区的全称，如“示范县”，2至40个字"));
        }
        String parent = typed.value("parent");
        if (forms.jurisdiction(parent).isEmpty()) {
            missing.add(new Violation("parent", "请选择上级；没有合适的选“全国”"));
        }
        Set<String> inherited = new HashSet<>();
        forms.formsOf(parent).forEach(form -> inherited.add(form.id().toString()));
        forms.ledgersOf(parent).forEach(ledger -> inherited.add(ledger.id().toString()));
        List<Adoption> adopts = new ArrayList<>();
        Map<String, String> byName = new LinkedHashMap<>();
        for (String id : named()) {
            boolean ticked = typed.has("adopt", id);
            Optional<FormId> form = paper(id, forms).map(Form::id);
            if (form.isEmpty() || !(ticked || (inherited.contains(id) && saysSomething(id)))) {
                continue;
            }
            String other = byName.putIfAbsent(form.get().name(), title(id, forms));
            if (other != null) {
                missing.add(new Violation("adopt:" + id, "《%s》和《%s》是同一种表，只能采用一种".formatted(title(id, forms), other)));
            }
            adopts.add(adoption(form.get(), forms));
        }
        return new JurisdictionDraft(
                name,
                Optional.of(parent).filter(each -> !each.isEmpty()),
                adopts,
                rules(),
                Set.copyOf(unticked(typed)),
                typed.names("categories"),
                new RatesOnPage(forms, typed).read(missing));
    }

    /** All that the form says anything of, in its order. */
    private Set<String> named() {
        return new LinkedHashSet<>(typed.all("form"));
    }

    private boolean saysSomething(String id) {
        return !text("title:" + id).isEmpty()
                || !text("series:" + id).isEmpty()
                || !typed.value("approval:" + id).isEmpty();
    }

    private static String title(String id, FormCatalog forms) {
        return forms.paper(FormId.parse(id)).orElseThrow().title();
    }

    private Adoption adoption(FormId form, FormCatalog forms) {
        String id = form.toString();
        String title = text("title:" + id);
        String series = text("series:" + id);
        if (title.length() > LONGEST_TITLE) {
            missing.add(new Violation("title:" + id, "标题最多%d个字".formatted(LONGEST_TITLE)));
        }
        String printed = title.isEmpty() ? title(id, forms) : title;
        expectNoOtherPlace("title:" + id, printed, printed, forms);
        if (!series.matches("(\\p{IsHan}{1,4})?")) {
            missing.add(new Violation("series:" + id, "文号中的字应为1至4个汉字，如“劝”；不改的留空"));
        }
        Map<String, String> words = new LinkedHashMap<>();
        forms.paper(form).orElseThrow().words().forEach((name, origin) -> {
            String field = "word:" + id + ":" + name;
            String word = text(field);
            if (!word.isEmpty()) {
                words.put(name, word);
            }
            expectNoOtherPlace(field, printed, word.isEmpty() ? origin : word, forms);
        });
        return new Adoption(
                form,
                Optional.of(title).filter(each -> !each.isEmpty()),
                Optional.of(series).filter(each -> !each.isEmpty()),
                Optional.empty(),
                Optional.of(typed.value("approval:" + id))
                        .filter(each -> !each.isEmpty())
                        .map("yes"::equals),
                words);
    }

    /** Nobody's paper bears another place's name. */
    private void expectNoOtherPlace(String field, String title, String words, FormCatalog forms) {
        JurisdictionView.placeIn(words, text("name"), forms)
                .ifPresent(place -> missing.add(new Violation(
                        field,
                        "《%s》的“%s”里写着“%s”，请改成本县的，如“%s”"
                                .formatted(title, words, place, words.replace(place, text("name"))))));
    }

    private List<FormId> rules() {
        List<FormId> rules = new ArrayList<>();
        for (String rule : typed.all("rule")) {
            try {
                rules.add(FormId.parse(rule));
            } catch (IllegalArgumentException e) {
                missing.add(new Violation("rule", "没有规则“%s”，请从列表中选择".formatted(rule)));
            }
        }
        return rules;
    }

    /** Those that stood on the page and were not ticked. */
    static List<String> unticked(Typed typed) {
        List<String> off = new ArrayList<>(typed.all("inherited"));
        off.removeAll(typed.all("holds"));
        return off;
    }

    private String text(String field) {
        return Normaliser.text(typed.value(field)).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    }
}
