package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.guixue.Sha256;

/**
 * Reads the archive again, a little at a time, while others write: every line of every register, every byte of every file that
 * they vouch for. What {@link Archive#check} says of all at once, the steps say together; what comes in meanwhile is read in
 * its turn. Remembers nothing and writes nothing.
 */
public final class Rereading {
    private static final int LINES = 200;

    private final Path records;
    private final Map<String, Bag> bags;

    Rereading(Path records, Map<String, Bag> bags) {
        this.records = records;
        this.bags = bags;
    }

    /** Every register, in the order in which they are read. */
    public List<String> registers() {
        return List.copyOf(new TreeSet<>(bags.keySet()));
    }

    /**
     * The next lines of a register with their files: until so many bytes are read, a file at least. Nobody waits for it.
     *
     * @param last how far it was read
     */
    public Reread next(String register, Reread last, long mostBytes) {
        return WriteGuard.reading(() -> read(register, last, mostBytes));
    }

    private Reread read(String register, Reread last, long mostBytes) throws IOException {
        Bag bag = bags.get(register);
        long there = bag == null ? 0 : bag.head().length();
        Path folder = records.resolve(register);
        RegisterHead head = new RegisterHead(register, last.lines(), new Sha256(last.head()));
        List<Finding> findings = new ArrayList<>();
        long end = last.end();
        long files = 0;
        long bytes = 0;
        List<String> lines = there > last.lines() && Files.isRegularFile(folder.resolve(Register.NAME))
                ? LineFile.some(folder.resolve(Register.NAME), end, Math.min(LINES, there - last.lines()))
                : List.of();
        boolean broken = lines.isEmpty() && there > last.lines();
        for (String text : lines) {
            RegisterLine line = head.followedBy(text).orElse(null);
            broken = line == null;
            if (line == null || bytes >= mostBytes) {
                break;
            }
            for (Map.Entry<String, Sha256> file : line.files().entrySet()) {
                files++;
                bytes += size(folder.resolve(file.getKey()));
                hold(folder, register, file.getKey(), file.getValue(), findings);
            }
            head = new RegisterHead(register, head.length() + 1, RegisterLine.digest(text));
            end += text.length() + 1;
        }
        if (broken) {
            findings.add(new Finding(
                    Finding.Kind.CHAIN_BROKEN,
                    register + "/" + Register.NAME,
                    "line " + (head.length() + 1) + " does not follow line " + head.length()));
        }
        boolean done = broken || head.length() >= there;
        return new Reread(head.head().hex(), end, head.length(), files, bytes, done, findings);
    }

    private static long size(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    }

    /** A file that the disk does not give is as bad as another one. */
    private static void hold(Path folder, String register, String file, Sha256 expected, List<Finding> findings) {
        Path path = folder.resolve(file);
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                findings.add(new Finding(Finding.Kind.MISSING, register + "/" + file, "the register knows it"));
            } else if (!BagCheck.digest(path).equals(expected)) {
                findings.add(new Finding(Finding.Kind.ALTERED, register + "/" + file, "expected " + expected));
            }
        } catch (IOException e) {
            findings.add(new Finding(Finding.Kind.ALTERED, register + "/" + file, "can not be read: " + e));
        }
    }

    /** Manifest against register against folder, without the files' bytes; whoever writes to the bag waits meanwhile. */
    public List<Finding> shape(String register, List<RegisterHead> known) {
        return WriteGuard.reading(() -> {
            List<Finding> odd = new ArrayList<>();
            Bag bag = bags.get(register);
            return bag == null
                    ? List.of()
                    : damage(bag.check(new Fixity(records).heads(known, odd)).findings());
        });
    }

    /** The head files, and whether each bag that is known lies there. */
    public List<Finding> heads(List<RegisterHead> known) {
        return WriteGuard.reading(() -> {
            List<Finding> findings = new ArrayList<>();
            List<RegisterHead> all = new Fixity(records).heads(known, findings);
            List<String> lying = BagRecovery.bags(records, findings);
            all.addAll(bags.values().stream().map(Bag::head).toList());
            Fixity.missing(all, lying, findings);
            return damage(findings);
        });
    }

    /** What is still wrong at those places, which findings named. Reads the registers of their bags, and their bytes. */
    public List<Finding> again(Set<String> places, List<RegisterHead> known) {
        List<Finding> wrong = new ArrayList<>(heads(known));
        for (String register : registers()) {
            List<String> here = places.stream()
                    .filter(place -> place.startsWith(register + "/"))
                    .map(place -> place.substring(register.length() + 1))
                    .toList();
            if (!here.isEmpty()) {
                wrong.addAll(WriteGuard.reading(() -> again(bags.get(register), here, known)));
            }
        }
        return wrong.stream()
                .filter(finding -> places.contains(finding.where()))
                .toList();
    }

    private List<Finding> again(Bag bag, List<String> files, List<RegisterHead> known) throws IOException {
        BagCheck check = bag.check(new Fixity(records).heads(known, new ArrayList<>()));
        List<Finding> wrong = new ArrayList<>(damage(check.findings()));
        for (String file : files) {
            Sha256 expected = check.entered(file).orElse(check.listed().get(file));
            if (expected != null) {
                hold(records.resolve(bag.name()), bag.name(), file, expected, wrong);
            }
        }
        return wrong;
    }

    /** The files that the registers name for a record, as findings name them. */
    public List<String> places(ArchivalNumber number) {
        return WriteGuard.reading(() -> {
            List<String> places = new ArrayList<>();
            for (Bag bag : new Shelves(records, bags).registersOf(number)) {
                bag.history(number).stream()
                        .flatMap(line -> line.files().keySet().stream())
                        .forEach(file -> places.add(bag.name() + "/" + file));
            }
            return List.copyOf(places);
        });
    }

    private static List<Finding> damage(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.kind().isDamage()).toList();
    }
}
