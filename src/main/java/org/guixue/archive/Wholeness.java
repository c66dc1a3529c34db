package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guixue.Sha256;

/** How far the archive was found whole before it was opened, what came after, and how far it is whole now. Writes nothing into it. */
public final class Wholeness {
    private final Path records;
    private final Map<String, Bag> bags;
    private final List<RegisterHead> vouched;

    Wholeness(Path records, Map<String, Bag> bags, List<Checkpoint> checkpoints) {
        this.records = records;
        this.bags = bags;
        this.vouched = checkpoints.stream().map(Checkpoint::known).toList();
    }

    /** Slowly, once more and all of it. */
    public Rereading rereading() {
        return new Rereading(records, bags);
    }

    /** The day of the newest head file. */
    public Optional<LocalDate> headsWritten() {
        return WriteGuard.reading(() -> new Heads(records).newest());
    }

    /** Each bag's, for the next opening; a bag in which something does not fit has none. */
    public List<Checkpoint> checkpoints() {
        return WriteGuard.reading(() -> {
            List<Checkpoint> found = new ArrayList<>();
            for (Bag bag : bags.values()) {
                synchronized (bag) {
                    bag.whole.checkpoint(bag.closed()).ifPresent(found::add);
                }
            }
            return List.copyOf(found);
        });
    }

    /**
     * Copies what grows or is replaced of each bag (manifest, register, tags) below {@code into}, a bag as it stands between
     * two writings. Not the payload: that never changes, and the copied manifest says which of it belongs to the copy.
     */
    public void copyTags(Path into) {
        WriteGuard.looking(() -> {
            for (Bag bag : bags.values()) {
                synchronized (bag) {
                    BagTags.copy(records.resolve(bag.name()), into.resolve(bag.name()));
                }
            }
        });
    }

    /** The records of a bag that its register names after the checkpoint of the opening; all where there was none. */
    public List<ArchivedRecord> recordsSince(BagId id) {
        return WriteGuard.reading(() -> {
            Map<ArchivalNumber, List<RegisterLine>> lines = new TreeMap<>();
            for (RegisterLine line : since(bags.get(id.name()))) {
                lines.computeIfAbsent(line.number(), number -> new ArrayList<>())
                        .add(line);
            }
            return lines.entrySet().stream()
                    .map(entry -> new ArchivedRecord(entry.getKey(), entry.getValue()))
                    .toList();
        });
    }

    /** Looks at the next lines before a checkpoint; nobody waits for it, since nothing there is written any more. */
    public Stretch stretch(Checkpoint upTo, Stretch last, int most) {
        return WriteGuard.reading(() -> look(upTo, last, Math.min(most, upTo.lines() - last.lines())));
    }

    private Stretch look(Checkpoint upTo, Stretch last, long most) throws IOException {
        Path folder = records.resolve(upTo.register());
        RegisterHead head = new RegisterHead(upTo.register(), last.lines(), new Sha256(last.head()));
        long end = last.end();
        List<ArchivedRecord> seen = new ArrayList<>();
        List<Finding> missing = new ArrayList<>();
        for (String text : most == 0 ? List.<String>of() : LineFile.some(folder.resolve(Register.NAME), end, most)) {
            Optional<RegisterLine> line = head.followedBy(text);
            if (line.isEmpty()) {
                return new Stretch(head.head().hex(), end, head.length(), seen, missing, broken(head));
            }
            for (String file : line.get().files().keySet()) {
                if (!Files.isRegularFile(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
                    missing.add(
                            new Finding(Finding.Kind.MISSING, upTo.register() + "/" + file, "the register knows it"));
                }
            }
            if (line.get().event().act() == Act.ACCESSION) {
                seen.add(new ArchivedRecord(line.get().number(), List.of(line.get())));
            }
            head = new RegisterHead(upTo.register(), head.length() + 1, RegisterLine.digest(text));
            end += text.length() + 1;
        }
        boolean fits = head.length() < upTo.lines() ? head.length() > last.lines() : head.equals(upTo.known());
        return new Stretch(
                head.head().hex(), end, head.length(), seen, missing, fits ? Optional.empty() : broken(head));
    }

    private static Optional<Finding> broken(RegisterHead head) {
        return Optional.of(new Finding(
                Finding.Kind.CHAIN_BROKEN,
                head.register() + "/" + Register.NAME,
                "line " + (head.length() + 1) + " does not follow line " + head.length()
                        + ": one of the two is not as it was"));
    }

    private static List<RegisterLine> since(Bag bag) throws IOException {
        synchronized (bag) {
            return bag.whole.since();
        }
    }

    private static List<Finding> compare(Bag bag, List<RegisterHead> known) throws IOException {
        synchronized (bag) {
            return bag.whole.compare(known);
        }
    }

    List<Finding> compare(List<RegisterHead> known) throws IOException {
        List<RegisterHead> all = new ArrayList<>(vouched);
        all.addAll(known);
        List<Finding> findings = new ArrayList<>();
        for (Bag bag : bags.values()) {
            compare(bag, all).stream()
                    .filter(finding -> finding.kind() == Finding.Kind.REGISTER_SHORTER
                            || finding.kind() == Finding.Kind.REGISTER_DIFFERS
                            || finding.kind() == Finding.Kind.CHAIN_BROKEN)
                    .forEach(findings::add);
        }
        Fixity.missing(all, List.copyOf(bags.keySet()), findings);
        return List.copyOf(findings);
    }
}
