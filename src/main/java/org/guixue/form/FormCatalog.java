package org.guixue.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.guixue.Sha256;
import org.jsoup.nodes.Document;

/**
 * All forms and jurisdictions, read once from one or more <code>forms/</code> trees. What is broken is listed as faults and
 * left out; everything else is served. Thread-safe; nothing in it changes but a jurisdiction that is written anew
 * ({@link #learn}).
 *
 * <p>The first tree gives paper.css and law.json. A later tree (an office's own) adds jurisdictions and forms, and replaces a
 * form of the same id only with a higher version.
 */
public class FormCatalog {
    private final Map<Sha256, Document> templates = new ConcurrentHashMap<>();
    private volatile FormTrees trees = new FormTrees();
    private final AtomicInteger learned = new AtomicInteger();

    private FormCatalog() {}

    /**
     * Reads the trees; never fails, see {@link #faults}.
     *
     * @param roots the packaged tree first; a root that does not exist is passed over
     */
    public static FormCatalog load(List<Path> roots) {
        FormCatalog catalog = new FormCatalog();
        catalog.trees = FormTrees.read(roots);
        new CatalogCheck(catalog, catalog.trees.faults::add).check();
        return catalog;
    }

    public List<FormFault> faults() {
        return List.copyOf(trees.faults);
    }

    /** What is wrong with a jurisdiction.json as it would be written; it does not count yet. */
    public List<FormFault> faultsOf(String id, byte[] json) {
        List<FormFault> found = new ArrayList<>();
        Path file = Path.of(id, JurisdictionFile.FILE);
        try {
            FormCatalog probe = new FormCatalog();
            probe.trees = trees.with(JurisdictionFile.read(id, file, json, found::add));
            new CatalogCheck(probe, found::add).check();
        } catch (BrokenFileException e) {
            found.add(e.fault());
        }
        return found.stream()
                .filter(fault -> fault.file().startsWith(file.toString()))
                .toList();
    }

    /** What it would say; empty where that cannot be read at all. */
    public Optional<Jurisdiction> draft(String id, byte[] json) {
        try {
            return Optional.of(JurisdictionFile.read(id, Path.of(id, JurisdictionFile.FILE), json, fault -> {}));
        } catch (BrokenFileException e) {
            return Optional.empty();
        }
    }

    /** Changes whenever a jurisdiction is learned anew. */
    public String stamp() {
        return Integer.toString(learned.get());
    }

    /** From now on the jurisdiction says what is written there; what was asked before is not changed by it. */
    public synchronized void learn(String id, byte[] json) {
        try {
            List<FormFault> faults = new ArrayList<>();
            Path file = Path.of(id, JurisdictionFile.FILE);
            FormTrees renewed = trees.with(JurisdictionFile.read(id, file, json, faults::add));
            renewed.faults.addAll(faults);
            trees = renewed;
            learned.incrementAndGet();
        } catch (BrokenFileException e) {
            throw new IllegalArgumentException("expected what faultsOf had nothing against, found: " + e.fault(), e);
        }
    }

    public LawLibrary law() {
        return trees.law();
    }

    public Collection<Form> forms() {
        return List.copyOf(trees.forms.values());
    }

    /** The form as its origin has it, without any county's title. */
    public Optional<Form> form(FormId id) {
        return Optional.ofNullable(trees.forms.get(id));
    }

    /** The form, or the paper of the ledger, as its origin has it. */
    public Optional<Form> paper(FormId id) {
        return form(id).or(() -> ledger(id).map(Ledger::paper));
    }

    /** The form as that jurisdiction uses it; empty where it is not in force there. */
    public Optional<Form> form(FormId id, String jurisdiction) {
        return formsOf(jurisdiction).stream()
                .filter(form -> form.id().equals(id))
                .findFirst();
    }

    public Collection<Jurisdiction> jurisdictions() {
        return List.copyOf(trees.jurisdictions.values());
    }

    public Optional<Jurisdiction> jurisdiction(String id) {
        return Optional.ofNullable(trees.jurisdictions.get(id));
    }

    /**
     * The forms in force in a jurisdiction: those that it adopts, under its own titles and in its own order, its own, and
     * the parents' that none of these replaces by bearing the same name.
     */
    public List<Form> formsOf(String jurisdiction) {
        return inForce(jurisdiction, trees.forms, Form::as);
    }

    private <T> List<T> inForce(String jurisdiction, Map<FormId, T> all, BiFunction<T, Adoption, T> adopted) {
        Map<String, T> inForce = new LinkedHashMap<>();
        List<Jurisdiction> nearestFirst = new ArrayList<>(lineage(jurisdiction));
        Collections.reverse(nearestFirst);
        for (Jurisdiction each : nearestFirst) {
            for (Adoption adoption : each.adopts()) {
                Optional.ofNullable(all.get(adoption.form()))
                        .ifPresent(
                                found -> inForce.putIfAbsent(adoption.form().name(), adopted.apply(found, adoption)));
            }
            all.forEach((id, found) -> {
                if (id.jurisdiction().equals(each.id())) {
                    inForce.putIfAbsent(id.name(), found);
                }
            });
        }
        return List.copyOf(inForce.values());
    }

    /** The ledger as its origin has it. */
    public Optional<Ledger> ledger(FormId id) {
        return Optional.ofNullable(trees.ledgers.get(id));
    }

    public Collection<Ledger> ledgers() {
        return List.copyOf(trees.ledgers.values());
    }

    /** The ledgers in force in a jurisdiction, in the same order and by the same rule as {@link #formsOf}. */
    public List<Ledger> ledgersOf(String jurisdiction) {
        return inForce(jurisdiction, trees.ledgers, Ledger::as);
    }

    /** The ledger as that jurisdiction uses it; empty where it is not in force there. */
    public Optional<Ledger> ledger(FormId id, String jurisdiction) {
        return ledgersOf(jurisdiction).stream()
                .filter(ledger -> ledger.id().equals(id))
                .findFirst();
    }

    /** The rules in force: the parents', overridden or switched off by id. */
    public List<Rule> rulesOf(String jurisdiction) {
        return inheritance(jurisdiction).rules();
    }

    /** The gates in force, by id: the nearest jurisdiction's word counts. */
    public Map<String, Jurisdiction.Gate> gatesOf(String jurisdiction) {
        return inheritance(jurisdiction).gates();
    }

    /** The rates in force: the nearest jurisdiction's definition counts. */
    public List<Jurisdiction.Rate> ratesOf(String jurisdiction) {
        return inheritance(jurisdiction).rates();
    }

    /** All rules that the jurisdiction and its parents say or adopt, those too that a nearer one replaces or switches off. */
    Stream<Rule> rulesSaidIn(String jurisdiction) {
        return inheritance(jurisdiction).allSaid();
    }

    private Inheritance inheritance(String jurisdiction) {
        return new Inheritance(lineage(jurisdiction), this::jurisdiction);
    }

    /** The sheet of a form, its template parsed once. */
    public Sheet sheet(Form form) {
        return new Sheet(form, templates.computeIfAbsent(form.digest(), digest -> Sheet.parse(form)), trees.law());
    }

    /**
     * A form from files that were kept of it, as it was then.
     *
     * @throws IllegalArgumentException where they are no form
     */
    public Form frozen(FormId id, Map<String, byte[]> template) {
        try {
            return LedgerFile.isIn(template)
                    ? LedgerFile.of(id.jurisdiction(), Path.of(LedgerFile.FILE), template)
                            .paper()
                    : FormFile.of(id.jurisdiction(), Path.of("form.json"), template);
        } catch (BrokenFileException e) {
            throw new IllegalArgumentException("expected the files of a form, found: " + e.fault(), e);
        }
    }

    /** The ledger of which that is the paper, as it was when the paper was made. */
    public Ledger ledgerOf(Form paper) {
        try {
            return LedgerFile.of(paper.id().jurisdiction(), Path.of(LedgerFile.FILE), paper.template())
                    .on(paper);
        } catch (BrokenFileException e) {
            throw new IllegalArgumentException("expected the files of a ledger, found: " + e.fault(), e);
        }
    }

    /** What lists call a kind of form, from kinds.json; the title of a form of that kind where that is silent. */
    public String kindLabel(String kind) {
        String label = trees.kinds.get(kind);
        return label != null
                ? label
                : trees.forms.values().stream()
                        .filter(form -> form.kind().equals(kind))
                        .findFirst()
                        .map(Form::title)
                        .orElse(kind);
    }

    /** What papers are for, in the order of lists; last what no file says of. */
    public List<PaperPurpose> purposes() {
        return Stream.concat(trees.purposes.stream(), Stream.of(PaperPurpose.OTHER))
                .toList();
    }

    public PaperPurpose purposeOf(Form paper) {
        return trees.purposes.stream()
                .filter(purpose -> purpose.kinds().contains(paper.kind()))
                .findFirst()
                .orElse(PaperPurpose.OTHER);
    }

    /** What the rules in force in a jurisdiction ask for while no paper that answers them is in force there. */
    public List<WantedPaper> wantedIn(String jurisdiction) {
        return WantedPaper.of(this, jurisdiction);
    }

    /** The folder a form was read from: its sample, edge and pictures lie there. */
    public Optional<Path> folder(FormId id) {
        return Optional.ofNullable(trees.folders.get(id));
    }

    /** From the outermost parent to the jurisdiction itself. */
    List<Jurisdiction> lineage(String id) {
        List<Jurisdiction> lineage = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Jurisdiction> next = jurisdiction(id);
        while (next.isPresent() && seen.add(next.get().id())) {
            lineage.add(0, next.get());
            next = next.get().parent().flatMap(this::jurisdiction);
        }
        return lineage;
    }
}
