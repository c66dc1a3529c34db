package org.guixue.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands in one or more <code>forms/</code> trees. Filled while they are read and never changed afterwards. */
final class FormTrees {
    final List<FormFault> faults = new ArrayList<>();
    final Map<FormId, Form> forms = new LinkedHashMap<>();
    final Map<FormId, Ledger> ledgers = new LinkedHashMap<>();
    final Map<FormId, Path> folders = new LinkedHashMap<>();
    final Map<String, Jurisdiction> jurisdictions = new TreeMap<>();
    final Map<String, String> kinds = new TreeMap<>();
    final List<PaperPurpose> purposes = new ArrayList<>();
    private LawLibrary law = new LawLibrary(List.of());
    private byte[] paperCss = new byte[0];

    /** @param roots the packaged tree first; a root that does not exist is passed over */
    static FormTrees read(List<Path> roots) {
        FormTrees trees = new FormTrees();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                trees.read(root);
            }
        }
        return trees;
    }

    /** The same with one jurisdiction written anew; without the faults, which were of the files as they stood then. */
    FormTrees with(Jurisdiction changed) {
        FormTrees trees = new FormTrees();
        trees.forms.putAll(forms);
        trees.ledgers.putAll(ledgers);
        trees.folders.putAll(folders);
        trees.jurisdictions.putAll(jurisdictions);
        trees.jurisdictions.put(changed.id(), changed);
        trees.kinds.putAll(kinds);
        trees.purposes.addAll(purposes);
        trees.law = law;
        trees.paperCss = paperCss;
        return trees;
    }

    LawLibrary law() {
        return law;
    }

    private Optional<Form> paper(FormId id) {
        return Optional.ofNullable(forms.get(id))
                .or(() -> Optional.ofNullable(ledgers.get(id)).map(Ledger::paper));
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
            attempt(() -> readKinds(SourceJson.parse(kindsFile, FormFile.bytes(kindsFile))));
        }
        for (Path folder : foldersIn(root)) {
            readJurisdiction(folder);
        }
    }

    private void readKinds(SourceJson file) throws BrokenFileException {
        kinds.putAll(file.textMap("labels"));
        for (SourceJson purpose : file.objects("purposes")) {
            purposes.add(new PaperPurpose(purpose.text("label"), purpose.texts("kinds")));
        }
    }

    private void readJurisdiction(Path folder) {
        String id = FormFile.nameOf(folder);
        Path file = folder.resolve("jurisdiction.json");
        if (Files.exists(file)) {
            attempt(() -> jurisdictions.put(id, JurisdictionFile.read(id, file, FormFile.bytes(file), faults::add)));
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
