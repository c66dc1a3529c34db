package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guixue.Sha256;

/** The reading side of {@link Archive}, which says what each question promises and costs. Writes nothing. */
final class Shelves {
    private final Path records;
    private final Map<String, Bag> bags;

    /** The bags are the archive's own map: bags that come later are seen. */
    Shelves(Path records, Map<String, Bag> bags) {
        this.records = records;
        this.bags = bags;
    }

    byte[] readScan(ArchivalNumber number, int n) throws IOException {
        for (Bag bag : registersOf(number)) {
            for (RegisterLine line : bag.history(number)) {
                Map<String, String> facts = line.event().facts();
                if (number.scan(n).equals(facts.get("file"))) {
                    return checked(bag.name() + "/" + facts.get("file"), new Sha256(facts.get("sha256")));
                }
            }
        }
        throw new NoSuchRecord(number);
    }

    byte[] readRecord(ArchivalNumber number) throws IOException {
        Sha256 known = history(number)
                .accession()
                .map(line -> line.files().get(number.record()))
                .orElseThrow(() -> new NoSuchRecord(number));
        return checked(number.bag().name() + "/" + number.record(), known);
    }

    /** Which scan of the record it is: the next, or the one that lies there since a crash with the same bytes. */
    int placeOfScan(Bag home, Bag bag, ArchivalNumber number, byte[] pdf) throws IOException {
        int n = 1;
        while (isTaken(home, bag, number, n, pdf)) {
            n++;
        }
        return n;
    }

    void expectRecord(ArchivalNumber number) throws IOException {
        if (history(number).accession().isEmpty()) {
            throw new NoSuchRecord(number);
        }
    }

    void expectNothingAt(ArchivalNumber number) {
        for (FileType type : FileType.values()) {
            expectNothingAt(number.path(type));
        }
    }

    void expectNothingAt(String path) {
        if (Files.exists(records.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            throw new Occupied(path);
        }
    }

    /** Whether the n-th scan is another one: entered, or lying there with other bytes. */
    private boolean isTaken(Bag home, Bag bag, ArchivalNumber number, int n, byte[] pdf) throws IOException {
        String scan = number.scan(n);
        boolean entered = history(number).scans().contains(scan);
        Path lying = records.resolve(bag.name()).resolve(scan);
        if (entered || !Files.exists(lying, LinkOption.NOFOLLOW_LINKS)) {
            return entered || Files.exists(records.resolve(home.name()).resolve(scan), LinkOption.NOFOLLOW_LINKS);
        }
        return !BagCheck.digest(lying).equals(Sha256.of(pdf));
    }

    Optional<ArchivalNumber> find(Sha256 sha256) throws IOException {
        for (Bag bag : bags.values()) {
            Optional<ArchivalNumber> number =
                    bag.payload(sha256, Shelves::isPaper).flatMap(Shelves::numberOf);
            if (number.isPresent() && history(number.get()).accession().isPresent()) {
                return number;
            }
        }
        return Optional.empty();
    }

    /** A copy of a paper may have been handed in as evidence: that is not the paper. */
    private static boolean isPaper(String payload) {
        return numberOf(payload)
                .filter(number -> number.payload().equals(payload) && !number.isEvidence())
                .isPresent();
    }

    private static Optional<ArchivalNumber> numberOf(String payload) {
        return ArchivalNumber.ofFile(payload.substring(payload.lastIndexOf('/') + 1));
    }

    ArchivedRecord history(ArchivalNumber number) throws IOException {
        List<RegisterLine> lines = new ArrayList<>();
        for (Bag bag : registersOf(number)) {
            lines.addAll(bag.history(number));
        }
        return new ArchivedRecord(number, lines);
    }

    List<BagId> bags() {
        return bags.keySet().stream()
                .filter(name -> !name.contains("/events/"))
                .map(name -> name.split("/"))
                .map(part -> new BagId(part[0], Integer.parseInt(part[1]), Retention.valueOf(part[2])))
                .toList();
    }

    List<ArchivedRecord> records(BagId id) throws IOException {
        Map<ArchivalNumber, List<RegisterLine>> lines = new TreeMap<>();
        for (Bag bag : registersOf(id)) {
            for (RegisterLine line : bag.history()) {
                if (line.number().bag().equals(id)) {
                    lines.computeIfAbsent(line.number(), number -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        return lines.entrySet().stream()
                .map(entry -> new ArchivedRecord(entry.getKey(), entry.getValue()))
                .toList();
    }

    int highestItem(BagId id) throws IOException {
        Bag bag = bags.get(id.name());
        Optional<Checkpoint> whole = Optional.empty();
        if (bag != null) {
            synchronized (bag) {
                whole = bag.whole.checkpoint(bag.closed());
            }
        }
        return whole.isPresent() ? whole.get().highestItem() : highestItemFound(id);
    }

    private int highestItemFound(BagId id) throws IOException {
        int highest = records(id).stream()
                .mapToInt(record -> record.number().item())
                .max()
                .orElse(0);
        for (Path folder : Disk.list(records.resolve(id.name()).resolve("data"))) {
            for (Path file : Disk.list(folder)) {
                highest = Math.max(
                        highest,
                        ArchivalNumber.ofFile(file.getFileName().toString())
                                .filter(number -> number.bag().equals(id))
                                .map(ArchivalNumber::item)
                                .orElse(0));
            }
        }
        return highest;
    }

    List<Finding> check(List<RegisterHead> known) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<RegisterHead> heads = new Fixity(records).heads(known, findings);
        List<String> names = BagRecovery.bags(records, findings);
        for (Bag bag : bags.values()) {
            findings.addAll(check(bag, heads));
        }
        for (String name : names) {
            if (!bags.containsKey(name)) {
                findings.add(new Finding(Finding.Kind.UNLISTED, name, "not there when the archive was opened"));
            }
        }
        List<RegisterHead> all = new ArrayList<>(heads);
        all.addAll(bags.values().stream().map(Bag::head).toList());
        Fixity.missing(all, names, findings);
        return List.copyOf(findings);
    }

    private static List<Finding> check(Bag bag, List<RegisterHead> known) throws IOException {
        BagCheck check = bag.check(known);
        List<Finding> findings = new ArrayList<>(check.findings());
        findings.addAll(check.altered());
        return findings;
    }

    List<Bag> registersOf(ArchivalNumber number) {
        return registersOf(number.bag());
    }

    private List<Bag> registersOf(BagId id) {
        String events = id.fonds() + "/events/";
        return bags.values().stream()
                .filter(bag -> bag.name().equals(id.name()) || bag.name().startsWith(events))
                .sorted(Comparator.comparing(bag -> bag.name().equals(id.name()) ? "" : bag.name()))
                .toList();
    }

    byte[] checked(String path, Sha256 expected) throws IOException {
        if (!Files.isRegularFile(records.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            throw new Damaged("the file is gone: " + path);
        }
        byte[] bytes = bytes(path);
        if (!Sha256.of(bytes).equals(expected)) {
            throw new Damaged("the file is not what was put there: " + path);
        }
        return bytes;
    }

    byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(records.resolve(path));
    }
}
