package org.guixue.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.guixue.Sha256;
import org.jsoup.nodes.Document;

/**
 * All forms and jurisdictions, read once from one or more <code>forms/</code> trees. What is broken is listed as faults and
 * left out; everything else is served. Immutable and thread-safe.
 *
 * <p>The first tree gives paper.css and law.json. A later tree (an office's own) adds jurisdictions and forms, and replaces a
 * form of the same id only with a higher version.
 */
public class FormCatalog {
    private final List<FormFault> faults = new ArrayList<>();
    private final Map<FormId, Form> forms = new LinkedHashMap<>();
    private final Map<FormId, Ledger> ledgers = new LinkedHashMap<>();
    private final Map<FormId, Path> folders = new LinkedHashMap<>();
    private final Map<String, Jurisdiction> jurisdictions = new TreeMap<>();
    private final Map<Sha256, Document> templates = new ConcurrentHashMap<>();
    private final Map<String, String> kinds = new TreeMap<>();
    private LawLibrary law = new LawLibrary(List.of());
    private byte[] paperCss = new byte[0];

    private FormCatalog() {}

    /**
     * Reads the trees; never fails, see {@link #faults}.
     *
     * @param roots the packaged tree first; a root that does not exist is passed over
     */
    public static FormCatalog load(List<Path> roots) {
        FormCatalog catalog = new FormCatalog();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                catalog.read(root);
            }
        }
        new CatalogCheck(catalog, catalog.faults::add).check();
        return catalog;
    }

    public List<FormFault> faults() {
        return List.copyOf(faults);
    }

    public LawLibrary law() {
        return law;
    }

    public Collection<Form> forms() {
        return List.copyOf(forms.values());
    }

    /** The form as its origin has it, without any county's title. */
    public Optional<Form> form(FormId id) {
        return Optional.ofNullable(forms.get(id));
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
        return List.copyOf(jurisdictions.values());
    }

    public Optional<Jurisdiction> jurisdiction(String id) {
        return Optional.ofNullable(jurisdictions.get(id));
    }

    /**
     * The forms in force in a jurisdiction: those that it adopts, under its own titles and in its own order, its own, and
     * the parents' that none of these replaces by bearing the same name.
     */
    public List<Form> formsOf(String jurisdiction) {
        return inForce(jurisdiction, forms, Form::as);
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
        return Optional.ofNullable(ledgers.get(id));
    }

    public Collection<Ledger> ledgers() {
        return List.copyOf(ledgers.values());
    }

    /** The ledgers in force in a jurisdiction, in the same order and by the same rule as {@link #formsOf}. */
    public List<Ledger> ledgersOf(String jurisdiction) {
        return inForce(jurisdiction, ledgers, Ledger::as);
    }

    /** The ledger as that jurisdiction uses it; empty where it is not in force there. */
    public Optional<Ledger> ledger(FormId id, String jurisdiction) {
        return ledgersOf(jurisdiction).stream()
                .filter(ledger -> ledger.id().equals(id))
                .findFirst();
    }

    /** The rules in force: the parents', overridden or switched off by id. */
    public List<Rule> rulesOf(String jurisdiction) {
        return new Inheritance(lineage(jurisdiction)).rules();
    }

    /** The gates in force, by id: the nearest jurisdiction's word counts. */
    public Map<String, Jurisdiction.Gate> gatesOf(String jurisdiction) {
        return new Inheritance(lineage(jurisdiction)).gates();
    }

    /** The rates in force: the nearest jurisdiction's definition counts. */
    public List<Jurisdiction.Rate> ratesOf(String jurisdiction) {
        return new Inheritance(lineage(jurisdiction)).rates();
    }

    /** The sheet of a form, its template parsed once. */
    public Sheet sheet(Form form) {
        return new Sheet(form, templates.computeIfAbsent(form.digest(), digest -> Sheet.parse(form)), law);
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
        String label = kinds.get(kind);
        return label != null
                ? label
                : forms.values().stream()
                        .filter(form -> form.kind().equals(kind))
                        .findFirst()
                        .map(Form::title)
                        .orElse(kind);
    }

    /** The folder a form was read from: its sample, edge and pictures lie there. */
    public Optional<Path> folder(FormId id) {
        return Optional.ofNullable(folders.get(id));
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

    private void read(Path root) {
        Path lawFile = root.resolve("law.json");
        Path paperFile = root.resolve("paper.css");
        if (paperCss.length == 0) {
            attempt(() -> law = LawLibrary.read(lawFile));
            attempt(() -> {
                byte[] css = FormFile.bytes(paperFile);
                TemplateCheck.style(paperFile, new String(css, StandardCharsets.UTF_8));
                paperCss = css;
            });
        }
        Path kindsFile = root.resolve("kinds.json");
        if (Files.exists(kindsFile)) {
            attempt(() -> kinds.putAll(
                    SourceJson.parse(kindsFile, FormFile.bytes(kindsFile)).textMap("labels")));
        }
        for (Path folder : foldersIn(root)) {
            readJurisdiction(folder);
        }
    }

    private void readJurisdiction(Path folder) {
        String id = FormFile.nameOf(folder);
        Path file = folder.resolve("jurisdiction.json");
        if (Files.exists(file)) {
            attempt(() -> jurisdictions.put(id, JurisdictionFile.read(id, file, faults::add)));
        }
        for (Path formFolder : foldersIn(folder)) {
            if (Files.exists(formFolder.resolve(LedgerFile.FILE))) {
                attempt(() -> add(LedgerFile.read(id, formFolder, paperCss, law), formFolder));
            } else {
                attempt(() -> add(FormFile.read(id, formFolder, paperCss, law), formFolder));
            }
        }
    }

    private void add(Ledger ledger, Path folder) throws BrokenFileException {
        refuseOlder(ledger.paper(), paper(ledger.id()), folder.resolve(LedgerFile.FILE));
        ledgers.put(ledger.id(), ledger);
        folders.put(ledger.id(), folder);
    }

    private void add(Form form, Path folder) throws BrokenFileException {
        refuseOlder(form, paper(form.id()), folder.resolve("form.json"));
        forms.put(form.id(), form);
        folders.put(form.id(), folder);
    }

    private static void refuseOlder(Form form, Optional<Form> present, Path file) throws BrokenFileException {
        if (present.isPresent() && present.get().version() >= form.version()) {
            String taken = "已有表样 " + form.id() + " 第" + present.get().version() + "版；改动请用更高的 version";
            throw new BrokenFileException(new FormFault(file.toString(), 0, taken));
        }
    }

    private List<Path> foldersIn(Path root) {
        try (var entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .filter(folder -> !FormFile.nameOf(folder).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faults.add(new FormFault(root.toString(), 0, "文件夹读不出来：" + e.getMessage()));
            return List.of();
        }
    }

    private interface Reading {
        void run() throws BrokenFileException;
    }

    private void attempt(Reading reading) {
        try {
            reading.run();
        } catch (BrokenFileException e) {
            faults.add(e.fault());
        }
    }
}
