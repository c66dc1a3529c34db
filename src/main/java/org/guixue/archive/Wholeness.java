package org.guixue.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far the archive was found whole before it was opened, what came after, and how far it is whole now. Writes nothing. */
public final class Wholeness {
    private final Map<String, Bag> bags;
    private final List<RegisterHead> vouched;

    Wholeness(Map<String, Bag> bags, List<Checkpoint> checkpoints) {
        this.bags = bags;
        this.vouched = checkpoints.stream().map(Checkpoint::known).toList();
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
